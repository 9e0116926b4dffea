package mengshi.warehouse;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger of runs as the database keeps it. */
public final class Runs {

    private final Statements statements;
    private final Clock clock;

    public Runs(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /** Opens a new run and freezes what it works with. */
    public Run begin(String job, Map<String, String> parameters, String startedBy, String program, SeedVersions seeds) {
        long runId = statements
                .query("begin_run")
                .param("job", job)
                .param("parameters", Json.of(parameters))
                .param("started_at", Moments.of(clock.instant()))
                .param("started_by", startedBy)
                .param("program_version", program)
                .param("form_version", seeds.forms())
                .param("rule_book_version", seeds.ruleBook())
                .param("catalogue_version", seeds.catalogue())
                .query(Long.class)
                .single();
        return find(runId).orElseThrow();
    }

    /** The run goes on after it failed, was stopped or was killed, from now on with what the seeds say today. */
    public Run resume(long runId, String program, SeedVersions seeds) {
        statements
                .query("resume_run")
                .param("run_id", runId)
                .param("program_version", program)
                .param("form_version", seeds.forms())
                .param("rule_book_version", seeds.ruleBook())
                .param("catalogue_version", seeds.catalogue())
                .update();
        return find(runId).orElseThrow();
    }

    /** The number of the run's attempt: whoever takes the run over raises it, so it tells the owner from a former one. */
    public int attempt(long runId) {
        return statements
                .query("attempt_of_run")
                .param("run_id", runId)
                .query(Integer.class)
                .single();
    }

    /**
     * Holds the run until the caller's transaction ends, so that nobody takes it over meanwhile.
     *
     * @return false if somebody already has
     */
    public boolean hold(long runId, int attempt) {
        return statements
                .query("hold_run")
                .param("run_id", runId)
                .param("attempt", attempt)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Enters how the attempt ended; nothing if another attempt has begun. */
    public void end(long runId, int attempt, String status, @Nullable String failure) {
        statements
                .query("end_run")
                .param("run_id", runId)
                .param("attempt", attempt)
                .param("status", status)
                .param("failure", failure)
                .param("ended_at", Moments.of(clock.instant()))
                .update();
    }

    public Optional<Run> find(long runId) {
        return statements
                .query("run_by_id")
                .param("run_id", runId)
                .query(Run.class)
                .optional();
    }

    /** When a run of the job was begun last; resuming one does not count. */
    public Optional<Instant> lastStart(String job) {
        return statements
                .query("last_start")
                .param("job", job)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    /** The oldest run that has not ended well, if there is one. */
    public Optional<Run> unfinished() {
        return foundBy("unfinished_run");
    }

    /** The run that was begun last, if there ever was one. */
    public Optional<Run> last() {
        return foundBy("last_run");
    }

    private Optional<Run> foundBy(String query) {
        List<Long> runs = statements.query(query).query(Long.class).list();
        return runs.stream().findFirst().flatMap(this::find);
    }
}
