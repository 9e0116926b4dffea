package mengshi.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.targets.Modality;
import mengshi.targets.Reason;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One target of a scorecard in the words and units of the report; numbers are rounded here and nowhere before.
 *
 * @param row a row of {@code mart.target_progress}
 */
public record ScorecardLine(Map<String, @Nullable Object> row) {

    private static final int FIGURE_DECIMALS = 2;
    private static final int PERCENT_DECIMALS = 1;
    private static final BigDecimal SMALL = new BigDecimal("0.1");

    /** What comes in wholes: of these nothing can be done by halves. */
    private static final Set<String> COUNTED = Set.of("人", "人次", "个", "户", "家", "项", "列", "件");

    /** A column of the mart as text; empty for null. */
    public String text(String column) {
        return plain(row.get(column));
    }

    public Verdict verdict() {
        return Verdict.valueOf(text("verdict"));
    }

    /** Whether the report strives for it (力争, 争取) rather than promising it. */
    public boolean isAspiration() {
        return Boolean.TRUE.equals(row.get("is_aspiration"));
    }

    /** Whether the catalogue itself says why no verdict can ever be given. */
    public boolean canNeverBeJudged() {
        return !text("cannot_judge_reason").isEmpty();
    }

    /** The target in short, as {@code ≥18万人} or {@code 6%左右}; of a milestone the stage it must reach. */
    public String target() {
        if (!text("required_stage").isEmpty()) {
            return text("required_stage");
        }
        return Modality.of(text("modality")).with(text("target_value_as_written"), text("target_unit"));
    }

    /** What was reached, in the target's own unit where it has one; empty where nothing is known. */
    public String actual() {
        return number("actual_value").map(this::inTargetUnit).orElse("");
    }

    /** The ratio in {@code column} as a percentage, or empty. */
    public String percent(String column) {
        return number(column).map(ScorecardLine::percent).orElse("");
    }

    static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2)
                        .setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    /**
     * What the rest of the year must bring: a growth rate, or an amount for each month. Empty where nothing is asked, and
     * where no verdict could be given: what is left after a part of the areas says nothing.
     */
    public String required() {
        return number("required_rest")
                .filter(rest -> rest.signum() > 0 && verdict() != Verdict.CANNOT_JUDGE)
                .map(rest -> text("kind").equals("growth")
                        ? "其余月份须增长" + rounded(rest) + "%"
                        : "其余月份每月须" + inTargetUnit(whole(rest, RoundingMode.CEILING)))
                .orElse("");
    }

    /** A figure of what is counted has no parts. */
    BigDecimal whole(BigDecimal figure, RoundingMode rounding) {
        return COUNTED.contains(text("base_unit")) ? figure.setScale(0, rounding) : figure;
    }

    /** What should have been reached by now, {@code expected_time} or {@code expected_profile}; empty where none is known. */
    public String duePercent(String column) {
        return due(column).map(ScorecardLine::percent).orElse("");
    }

    /** What should have been reached by now, as a part of the target. */
    Optional<BigDecimal> due(String column) {
        return number("target_value").filter(target -> target.signum() > 0).flatMap(target -> number(column)
                .map(due -> due.divide(target, MathContext.DECIMAL64)));
    }

    /** Why it cannot be judged, or what must be known beside the verdict. */
    public String reason() {
        String reason = text("verdict_reason");
        return reason.isEmpty() ? "" : Reason.inChinese(reason);
    }

    /** A value as text, numbers in full. */
    static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    String inTargetUnit(BigDecimal actual) {
        ColumnUnit unit = targetUnit().orElse(new ColumnUnit(BigDecimal.ONE, text("base_unit")));
        return Modality.figure(rounded(unit.in(actual)), unit.name());
    }

    /** The mart has figures in base units; how many of them the target's unit is, the target itself says, if it has a figure. */
    Optional<ColumnUnit> targetUnit() {
        return number("target_value_as_written")
                .filter(written -> written.signum() != 0)
                .flatMap(written -> number("target_value").map(inBase -> inBase.divide(written, MathContext.DECIMAL64)))
                .filter(one -> one.signum() != 0)
                .map(one -> new ColumnUnit(one, text("target_unit")));
    }

    static String rounded(BigDecimal value) {
        BigDecimal rounded = value.abs().compareTo(SMALL) < 0
                ? value.round(new MathContext(FIGURE_DECIMALS, RoundingMode.HALF_UP))
                : value.setScale(FIGURE_DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A number of the row, if it has one. */
    Optional<BigDecimal> number(String column) {
        return row.get(column) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}
