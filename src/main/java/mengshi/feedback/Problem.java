package mengshi.feedback;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.model.Measure;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding as its submitter is told it.
 *
 * @param state OPEN, EXPLAINED, WAIVED or PERSISTING
 * @param about which figure; null where it is about none
 */
public record Problem(
        String findingId,
        Rule rule,
        String state,
        Where where,
        @Nullable About about,
        Values values,
        Words words) {

    /** @param editId null for what reading the file showed */
    public record Rule(String code, @Nullable String editId, Severity severity) {}

    /** Null where it is about a whole sheet or the whole file. */
    public record Where(@Nullable String sheet, @Nullable String cell) {}

    public record About(String indicator, @Nullable Measure measure) {}

    /** As texts with their units. */
    public record Values(
            @Nullable String observed, @Nullable String expected) {}

    public record Words(String message, String advice) {}

    private static final Pattern CELL = Pattern.compile("([A-Z]+)(\\d+)");
    private static final int MOST_LETTERS = 3;

    /** Hard ones first, then as they stand in the file. */
    static final Comparator<Problem> IN_ORDER = Comparator.comparing(
                    (Problem problem) -> problem.rule().severity())
            .thenComparing(
                    problem -> Optional.ofNullable(problem.where().sheet()).orElse(""))
            .thenComparing(Problem::row)
            .thenComparing(Problem::column)
            .thenComparing(Problem::findingId);

    /** Whether nothing is left to do about it. */
    boolean isSettled() {
        return state.equals("EXPLAINED") || state.equals("WAIVED");
    }

    /** For people. */
    String place() {
        String sheet = where.sheet();
        if (sheet == null) {
            return "整个文件";
        }
        return where.cell() == null ? sheet : sheet + "!" + where.cell();
    }

    private int row() {
        return cell().map(found -> Integer.parseInt(found.group(2))).orElse(0);
    }

    private String column() {
        return cell().map(found ->
                        " ".repeat(Math.max(0, MOST_LETTERS - found.group(1).length())) + found.group(1))
                .orElse("");
    }

    private Optional<Matcher> cell() {
        return Optional.ofNullable(where.cell()).map(CELL::matcher).filter(Matcher::matches);
    }
}
