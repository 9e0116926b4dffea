package mengshi.feedback;

import java.util.List;
import java.util.Optional;
import mengshi.model.Measure;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;

/** What was said between two versions: answers that came back, findings that are mended, figures that were changed. */
public record Conversation(List<Heard> heard, List<Fixed> fixed, List<Change> changes) {

    /** A first submission, or one that says nothing to an earlier answer. */
    public static final Conversation NONE = new Conversation(List.of(), List.of(), List.of());

    public Conversation {
        heard = List.copyOf(heard);
        fixed = List.copyOf(fixed);
        changes = List.copyOf(changes);
    }

    /** What an answer came to. The names are the outcomes of {@code mart.answer_heard}. */
    public enum Outcome {
        ACCEPTED("已采纳"),
        HARD("已留存，但强制性问题不能以说明代替更正，请更正数据后重新报送"),
        EMPTY("未采纳：没有写明原因，只有标点或空格"),
        TOO_SHORT("未采纳：少于6个字，请写明原因和涉及的单位或项目"),
        SET_PHRASE("未采纳：属于套话，请写明具体原因，如口径调整、一次性项目、企业迁入迁出"),
        REPEATED("未采纳：与另一个问题的说明相同，请按各自的数据分别写明"),
        SETTLED("无需说明：该问题已更正或已豁免"),
        OTHER_SUBMISSION("未采纳：该编号不属于本单位、本报表、本报告期，请写在本表对应问题的一行"),
        UNKNOWN_FINDING("未采纳：没有这个编号，请不要改动“编号”栏");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** For the submitter, without a full stop. */
        String words() {
            return words;
        }
    }

    /**
     * An answer as it was written.
     *
     * @param place sheet and cell of the workbook that brought it
     */
    public record Heard(String findingId, String text, Outcome outcome, String place) {}

    /** A finding of an earlier version that is found no more. */
    public record Fixed(String findingId, Severity severity, String message) {}

    /**
     * A published figure that is another one now.
     *
     * @param line the form's line code
     * @param newValue null if the figure was withdrawn
     * @param place where it stands; withdrawn: where it stood
     */
    public record Change(
            String indicator,
            Measure measure,
            String line,
            String place,
            String oldValue,
            @Nullable String newValue,
            String unit) {}

    boolean isEmpty() {
        return heard.isEmpty() && fixed.isEmpty() && changes.isEmpty();
    }

    /** What was answered to a finding, if anything; the last word counts. */
    Optional<Heard> to(String findingId) {
        return heard.stream()
                .filter(answer -> answer.findingId().equals(findingId))
                .reduce((earlier, later) -> later);
    }

    long accepted() {
        return heard.stream()
                .filter(answer -> answer.outcome() == Outcome.ACCEPTED)
                .count();
    }
}
