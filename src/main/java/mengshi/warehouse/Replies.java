package mengshi.warehouse;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * What goes back to submitters, asked as the responder: a login without rights on targets, so that not even a mistake
 * could let one through (统计法). The statements stand in {@code sql/queries/feedback}.
 */
public final class Replies {

    private final Statements statements;

    public Replies(DataSource responder) {
        this.statements = new Statements(responder);
    }

    /**
     * The next submissions of a run that have no answer yet, as {@code mart.run_answer} has them.
     *
     * @param share which of {@code shares} equal shares of the run, from 0
     */
    public Rows next(long runId, int share, int shares, int size) {
        return statements
                .file("queries/feedback/next_answers")
                .param("run_id", runId)
                .param("share", share)
                .param("shares", shares)
                .param("group_size", size)
                .query(new RowReader(size));
    }

    /** All that is to be said about some submissions, as {@code mart.answer_finding} has it. */
    public Rows findings(List<Long> submissions) {
        return about("answer_findings", submissions);
    }

    /** What the workbooks they sent back answered, as {@code mart.answer_heard} has it. */
    public Rows heard(List<Long> submissions) {
        return about("answers_heard", submissions);
    }

    /** What their earlier versions had and they no longer have, as {@code mart.answer_fixed} has it. */
    public Rows fixed(List<Long> submissions) {
        return about("findings_fixed", submissions);
    }

    /** Which published figures they changed, as {@code mart.answer_change} has it. */
    public Rows changes(List<Long> submissions) {
        return about("figures_changed", submissions);
    }

    /** How some areas reported in a year, as {@code mart.reporting_quality_on} has it. */
    public Rows quality(List<String> areas, int year, LocalDate today) {
        return RowReader.all(statements
                .file("queries/feedback/reporting_quality")
                .param("areas", areas.toArray(String[]::new))
                .param("year", year)
                .param("today", today));
    }

    /** What was found in the submissions of some areas and a year, as {@code mart.finding_type} has it. */
    public Rows findingTypes(List<String> areas, int year) {
        return RowReader.all(statements
                .file("queries/feedback/finding_types")
                .param("areas", areas.toArray(String[]::new))
                .param("year", year));
    }

    /** {@code area_code} and {@code year} of every quality page that a run has to write anew. */
    public Rows qualityPages(long runId) {
        return RowReader.all(statements.file("queries/feedback/quality_pages").param("run_id", runId));
    }

    private Rows about(String statement, List<Long> submissions) {
        return RowReader.all(statements
                .file("queries/feedback/" + statement)
                .param("submission_ids", submissions.toArray(Long[]::new)));
    }
}
