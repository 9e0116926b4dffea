package mengshi.feedback;

import java.util.List;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;

/** A submission of which it is known what became of it, with all that is to be said about it. */
public record Settled(
        long submissionId,
        SentFile file,
        Whose whose,
        Outcome outcome,
        List<Problem> problems,
        Conversation conversation) {

    public Settled {
        problems = problems.stream().sorted(Problem.IN_ORDER).toList();
    }

    /** One that answers nothing and changes nothing. */
    public Settled(long submissionId, SentFile file, Whose whose, Outcome outcome, List<Problem> problems) {
        this(submissionId, file, whose, outcome, problems, Conversation.NONE);
    }

    /**
     * The file as it was sent.
     *
     * @param receivedAt ISO-8601 with offset
     * @param hasNamesake whether an earlier submission of the same area had this name, so that the answer needs a number
     */
    public record SentFile(String name, String sha256, String receivedAt, boolean hasNamesake) {}

    /** Whose figures they are; what was not recognised is null. */
    public record Whose(
            @Nullable String areaCode,
            String areaName,
            @Nullable String form,
            @Nullable String period,
            @Nullable Integer version) {}

    /**
     * What became of it.
     *
     * @param reason the code of the finding that decided, if one did
     * @param sameAs for a duplicate, the submission that was there before
     */
    public record Outcome(
            Decision decision,
            @Nullable String reason,
            @Nullable String sameAs) {}

    /** Whether anything still waits for the submitter. */
    boolean hasUnsettled() {
        return problems.stream().anyMatch(problem -> !problem.isSettled());
    }

    /** Whether an explanation is still asked for. */
    boolean hasUnsettledWarning() {
        return problems.stream()
                .anyMatch(problem -> problem.rule().severity() == Severity.WARNING && !problem.isSettled());
    }

    long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.rule().severity() == severity)
                .count();
    }
}
