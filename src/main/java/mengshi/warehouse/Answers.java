package mengshi.warehouse;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import mengshi.model.AnswerText;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is said about findings: explanations, and waivers of hard ones. Each is one transaction and concerns the
 * newest version of the submission that has the finding. Whoever calls it holds the run lock.
 */
public final class Answers {

    /**
     * What an answer came to.
     *
     * @param state the finding's state now
     * @param openErrors hard findings of that file that still hold it
     */
    public record Given(long submissionId, String fileName, String state, long openErrors) {}

    /** A finding as it stands. */
    private record Answerable(
            long submissionId, String fileName, String submissionState, Severity severity, String state) {}

    private static final Set<String> UNSETTLED = Set.of("OPEN", "PERSISTING", "EXPLAINED");

    private final Statements statements;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Answers(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(loader));
        this.clock = clock;
    }

    /**
     * Records an explanation. It settles a soft finding; a hard one stays open, since only a corrected file or a waiver
     * releases it.
     *
     * @param by who explains
     * @throws AnswerRefused if there is nothing to explain, or the text explains nothing
     */
    public Given explain(String findingId, String text, String by) {
        Answerable finding = unsettled(findingId);
        requireText(findingId, finding, text);
        boolean settles = finding.severity() != Severity.ERROR;
        return give(findingId, finding, new Answer("EXPLANATION", text, by, settles ? "EXPLAINED" : null));
    }

    /**
     * Releases an open hard finding: the next run publishes the submission once none is left.
     *
     * @param by who answers for it
     * @throws AnswerRefused if the finding holds nothing, or the reason is none
     */
    public Given waive(String findingId, String reason, String by) {
        Answerable finding = unsettled(findingId);
        if (finding.severity() != Severity.ERROR) {
            throw new AnswerRefused(
                    "Finding " + findingId + " is no hard one (" + finding.severity() + ") and holds nothing up",
                    "answer it with `mengshi explain " + findingId + " --text T --by NAME`");
        }
        if (!finding.submissionState().equals("HELD")) {
            throw new AnswerRefused(
                    "A waiver releases nothing: " + finding.fileName() + " is " + finding.submissionState(),
                    "only what was read and is held can be published without a corrected file");
        }
        requireText(findingId, finding, reason);
        return give(findingId, finding, new Answer("WAIVER", reason, by, "WAIVED"));
    }

    /** @param state what the finding becomes; null if it stays as it is */
    private record Answer(
            String kind, String text, String by, @Nullable String state) {}

    private Answerable unsettled(String findingId) {
        Answerable finding = statements
                .query("answerable_finding")
                .param("finding_id", findingId)
                .query(Answerable.class)
                .optional()
                .orElseThrow(() -> new AnswerRefused(
                        "There is no finding " + findingId, "`mengshi findings` lists those that wait for an answer"));
        if (!UNSETTLED.contains(finding.state())) {
            throw new AnswerRefused(
                    "Finding " + findingId + " is settled already: " + finding.state(),
                    "`mengshi explain " + findingId + "` shows how");
        }
        return finding;
    }

    private void requireText(String findingId, Answerable finding, String text) {
        List<String> others = statements
                .query("other_answers")
                .param("submission_id", finding.submissionId())
                .param("finding_id", findingId)
                .query(String.class)
                .list();
        AnswerText.fault(text, others).ifPresent(fault -> {
            throw new AnswerRefused(
                    "\"" + text.strip() + "\" is not accepted, because " + fault.reason(),
                    "write what happened and why the figure is right");
        });
    }

    private Given give(String findingId, Answerable finding, Answer answer) {
        OffsetDateTime now = Moments.of(clock.instant());
        return transaction.execute(status -> {
            statements
                    .query("give_answer")
                    .param("submission_id", finding.submissionId())
                    .param("finding_id", findingId)
                    .param("kind", answer.kind())
                    .param("text", answer.text().strip())
                    .param("given_by", answer.by().strip())
                    .param("given_at", now)
                    .param("given_in", null)
                    .update();
            if (answer.state() != null) {
                statements
                        .query("settle_finding")
                        .param("submission_id", finding.submissionId())
                        .param("finding_id", findingId)
                        .param("state", answer.state())
                        .param("closed_at", now)
                        .update();
            }
            long openErrors = statements
                    .query("count_open_errors")
                    .param("submission_id", finding.submissionId())
                    .query(Long.class)
                    .single();
            String state = answer.state() == null ? finding.state() : answer.state();
            return new Given(finding.submissionId(), finding.fileName(), state, openErrors);
        });
    }
}
