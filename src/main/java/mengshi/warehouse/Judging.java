package mengshi.warehouse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Judges the targets of the report, period by period, out of the facts. */
public final class Judging {

    /**
     * The kinds of targets, each judged by {@code sql/judge/<kind>.sql}; {@code unjudged} gives every target left over its
     * reason, {@code assignment} judges what single areas were given to do.
     */
    private static final List<String> KINDS = List.of(
            "volume",
            "level",
            "growth",
            "ratio",
            "mean",
            "index",
            "relation",
            "rank",
            "milestone",
            "unjudged",
            "assignment");

    /** A month to be judged. */
    public record JudgedPeriod(int periodKey, int periodYear, int endMonth, String period) {}

    private final Statements statements;
    private final Clock clock;

    public Judging(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /**
     * Settles what has to be judged, and how far revisions usually move the figures it rests on.
     *
     * @param judgeAll whether every period with facts is judged anew, because the catalogue changed
     */
    public void plan(long runId, long publicationId, boolean judgeAll) {
        statements.query("clear_revision_noise").update();
        statements.query("collect_revision_noise").update();
        statements
                .query("plan_periods")
                .param("run_id", runId)
                .param("publication_id", publicationId)
                .param("judge_all", judgeAll)
                .update();
    }

    public Optional<JudgedPeriod> next(long runId) {
        return statements
                .query("next_period_to_judge")
                .param("run_id", runId)
                .query(JudgedPeriod.class)
                .optional();
    }

    /** Judges every target for one period, in the caller's transaction. */
    public void judge(long runId, long publicationId, JudgedPeriod period) {
        statements.query("clear_judgement").update();
        for (String collect : List.of("collect_area_figures", "collect_figures")) {
            statements
                    .query(collect)
                    .param("period_year", period.periodYear())
                    .param("end_month", period.endMonth())
                    .update();
        }
        for (String kind : KINDS) {
            statements
                    .file("judge/" + kind)
                    .param("period_year", period.periodYear())
                    .param("end_month", period.endMonth())
                    .param("period_key", period.periodKey())
                    .update();
        }
        statements
                .query("record_progress")
                .param("publication_id", publicationId)
                .param("end_month", period.endMonth())
                .param("judged_at", Moments.of(clock.instant()))
                .update();
        statements
                .query("mark_period_judged")
                .param("run_id", runId)
                .param("period_key", period.periodKey())
                .param("judged_at", Moments.of(clock.instant()))
                .update();
    }

    /** From now on the run's verdicts are seen, and those they replace no more. In the caller's transaction. */
    public void close(long runId) {
        statements.query("end_progress").param("run_id", runId).update();
        statements
                .query("close_judging")
                .param("run_id", runId)
                .param("judged_at", Moments.of(clock.instant()))
                .update();
    }

    /** The periods the run had to judge. */
    public List<String> periods(long runId) {
        return statements
                .query("judged_periods")
                .param("run_id", runId)
                .query(String.class)
                .list();
    }
}
