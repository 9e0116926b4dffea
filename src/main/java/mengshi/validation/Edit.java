package mengshi.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import mengshi.model.Measure;
import mengshi.model.Severity;
import mengshi.seeds.SeedRow;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the rule book.
 *
 * @param owner the division that answers for it
 * @param reason why it is there
 */
public record Edit(
        String id, String type, int level, Severity severity, Scope scope, Terms terms, String owner, String reason) {

    /**
     * Where it applies.
     *
     * @param indicators codes, {@code *} for every line of the form, none where it is about the form's frame
     * @param areas none means all
     * @param months months in which the period ends; none means all
     */
    public record Scope(
            String form, List<String> indicators, List<Measure> measures, List<String> areas, List<String> months) {

        public boolean isEveryLine() {
            return indicators.contains("*");
        }
    }

    /**
     * What it compares; what the words mean depends on the type.
     *
     * @param operands other indicators, signed parts, a field of the frame, or a power of ten
     * @param minimum in base units, or a multiple
     * @param maximum in base units, or a multiple
     * @param tolerance in base units, points or percent; null where the type works it out
     */
    public record Terms(
            String operands,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable BigDecimal tolerance) {}

    static Edit of(SeedRow row) {
        return new Edit(
                row.text("edit_id"),
                row.text("type"),
                row.whole("level"),
                Severity.valueOf(row.text("severity")),
                new Scope(
                        row.text("form_code"),
                        row.list("indicator_code"),
                        row.list("measure").stream().map(Measure::valueOf).toList(),
                        row.list("areas"),
                        row.list("months")),
                new Terms(
                        row.optional("operands").orElse(""),
                        number(row, "minimum").orElse(null),
                        number(row, "maximum").orElse(null),
                        number(row, "tolerance").orElse(null)),
                row.text("owner"),
                row.text("reason"));
    }

    private static Optional<BigDecimal> number(SeedRow row, String column) {
        return row.optional(column).map(cell -> row.number(column));
    }
}
