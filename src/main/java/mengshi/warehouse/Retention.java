package mengshi.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/**
 * Lets go of working rows nobody needs any more. Facts, findings, verdicts, the ledger of runs and the store are never
 * touched.
 */
public final class Retention {

    /** For looking into what a night did: working rows of the check, staging of what was replaced unpublished. */
    static final Duration STAGING = Duration.ofDays(60);

    /** For comparing a night with the same one last year. */
    static final Duration EXECUTIONS = Duration.ofDays(400);

    private final Statements statements;
    private final Clock clock;

    public Retention(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /** Deletes what is older than it is kept for, in the caller's transaction; says how many rows. */
    public int forget() {
        int rows = 0;
        for (String statement : List.of("forget_results", "forget_observations", "forget_readings")) {
            rows += statements
                    .query(statement)
                    .param("before", Moments.of(clock.instant().minus(STAGING)))
                    .update();
        }
        OffsetDateTime before = Moments.of(clock.instant().minus(EXECUTIONS));
        // Spring Batch writes times without a zone, in that of the machine.
        return rows
                + statements
                        .query("forget_executions")
                        .param("before", before.toLocalDateTime())
                        .update();
    }
}
