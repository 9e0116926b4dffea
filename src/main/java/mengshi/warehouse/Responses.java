package mengshi.warehouse;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Which submissions a run has answered. */
public final class Responses {

    /** @param path below the outbox */
    public record Response(long submissionId, String path, String sha256) {}

    private final Statements statements;
    private final Clock clock;

    public Responses(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /** Keeps that answers were written, in the caller's transaction. */
    public void record(long runId, List<Response> written) {
        statements
                .query("record_responses")
                .param("run_id", runId)
                .param("answered_at", Moments.of(clock.instant()))
                .param("rows", Json.of(written.stream().map(Responses::row).toList()))
                .update();
    }

    private static Map<String, Object> row(Response response) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("submission_id", response.submissionId());
        row.put("path", response.path());
        row.put("sha256", response.sha256());
        return row;
    }
}
