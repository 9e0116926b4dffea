package mengshi.warehouse;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rule book over everything that waits for publication, set by set: levels 0 and 1 first, then those edits that
 * look at other submissions, which see only what passed the first. What has failed one edit is not asked by the next.
 */
public final class Checking {

    /** How the server joins tables until the end of the transaction. */
    private enum Joining {
        AS_PLANNED,
        HASHED,
        HASHED_AS_WRITTEN
    }

    private final Statements statements;
    private final Clock clock;

    public Checking(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /** Numbers the versions and lays out what is to be checked. */
    public void prepare(long runId) {
        join(Joining.HASHED);
        statements.query("find_ambiguous_versions").param("run_id", runId).update();
        statements.query("number_versions").update();
        statements.query("supersede_older_versions").update();
        statements.query("clear_check_tables").update();
        statements.query("clear_run_results").param("run_id", runId).update();
        statements.query("free_all_cells").update();
        statements.query("select_subjects").update();
        statements.query("lay_out_beside").update();
        statements.query("block_published_cells").update();
        statements.query("keep_layout").param("run_id", runId).update();
        refreshStatistics("refresh_statistics");
    }

    /** Whether what {@link #prepare} laid out for the run is still there: a crash of the server takes it away. */
    public boolean isLaidOut(long runId) {
        return statements
                .query("is_laid_out")
                .param("run_id", runId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Runs all edits of a type; what an earlier attempt of this run left of it is replaced.
     *
     * @param type its statement is {@code sql/edits/<type>.sql}
     */
    public void run(long runId, String type) {
        evaluate(runId, type, true);
        blockFailures(runId, type);
    }

    /**
     * Keeps what the edits of a type say of the cells they look at.
     *
     * @param isCounted whether also how many passed is kept, as a run does and a trial of rules does not
     */
    void evaluate(long runId, String type, boolean isCounted) {
        for (String statement : List.of("free_cells", "clear_edit_results")) {
            statements
                    .query(statement)
                    .param("run_id", runId)
                    .param("edit_type", type)
                    .update();
        }
        join(Joining.HASHED_AS_WRITTEN);
        statements.query("block_references").update();
        statements
                .about(type, "keep_evaluation")
                .param("run_id", runId)
                .param("is_counted", isCounted)
                .update();
        join(Joining.AS_PLANNED);
    }

    /** Closes what has failed the edits of a type to those that come after. */
    void blockFailures(long runId, String type) {
        block(runId, type, false);
    }

    /** Decides which submissions others may look at: those that passed levels 0 and 1. */
    public void settleLevels(long runId) {
        join(Joining.HASHED);
        statements.query("mark_unclean_subjects").param("run_id", runId).update();
        block(runId, null, true);
        statements.query("clear_reference").update();
        statements.query("collect_reference").update();
        refreshStatistics("refresh_reference_statistics");
    }

    /**
     * @param type whose failures close cells; null for those of all types so far
     * @param softly whether doubts too keep further edits from their cells, or only what holds a submission
     */
    private void block(long runId, @Nullable String type, boolean softly) {
        statements
                .query("block_cells")
                .param("run_id", runId)
                .param("edit_type", type, Types.VARCHAR)
                .param("softly", softly)
                .update();
    }

    private void refreshStatistics(String statement) {
        statements.query(statement).query(Integer.class).single();
    }

    private void join(Joining how) {
        statements
                .query("join_tables")
                .param("is_hashed", how != Joining.AS_PLANNED)
                .param("is_as_written", how == Joining.HASHED_AS_WRITTEN)
                .query()
                .singleRow();
    }

    /** Records the findings in the words they are told in, follows them over versions, and holds or frees. */
    public void record(long runId) {
        join(Joining.HASHED);
        OffsetDateTime now = foundAt(runId);
        for (String statement : List.of(
                "record_reading_findings", "record_edit_findings", "fix_findings", "fix_findings_of_older_versions")) {
            statements
                    .query(statement)
                    .param("run_id", runId)
                    .param("found_at", now)
                    .update();
        }
        for (String statement : List.of("carry_settled_findings", "hand_over_findings")) {
            statements.query(statement).param("found_at", now).update();
        }
        statements.query("mark_persisting_findings").update();
        statements.query("settle_submissions").update();
    }

    /** Never before the run began, also if the clock was set back meanwhile: what is new in a run is told by its time. */
    private OffsetDateTime foundAt(long runId) {
        OffsetDateTime began = statements
                .query("start_of_run")
                .param("run_id", runId)
                .query(OffsetDateTime.class)
                .single();
        OffsetDateTime now = Moments.of(clock.instant());
        return now.isBefore(began) ? began : now;
    }
}
