package mengshi.warehouse;

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
        return statements
                .file("queries/feedback/answer_findings")
                .param("submission_ids", submissions.toArray(Long[]::new))
                .query(new RowReader(Integer.MAX_VALUE));
    }
}
