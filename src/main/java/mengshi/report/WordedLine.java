package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.targets.Modality;
import mengshi.targets.Reason;
import mengshi.targets.Verdict;

/** A target of a scorecard as one language says it. In English figures stand in base units, as 万 and 亿 are no English. */
record WordedLine(ScorecardLine line, Language language) {

    private static final Map<String, String> STAGES =
            Map.of("未开工", "not begun", "开工", "begun", "在建", "under construction", "完工", "completed", "验收", "accepted");

    private static final int CLOSE_DECIMALS = 6;

    private static final Set<Modality> SAID_WITHOUT_FIGURE = EnumSet.of(Modality.IN_STEP, Modality.EXTERNAL);

    Verdict verdict() {
        return line.verdict();
    }

    String id() {
        return line.text("target_id");
    }

    /** Where its row stands on the page: the part of the id that tells targets of a year apart. */
    String anchor() {
        return id().substring(id().indexOf('-') + 1);
    }

    String indicator() {
        return line.text(language.of("indicator_zh", "indicator_en"));
    }

    /** The target in short; empty where the report says it in words alone. */
    String target() {
        String stage = line.text("required_stage");
        Modality modality = Modality.of(line.text("modality"));
        boolean hasFigure = line.number("target_value_as_written").isPresent();
        if (!hasFigure && stage.isEmpty() && !SAID_WITHOUT_FIGURE.contains(modality)) {
            return language.of("", modality == Modality.MILESTONE ? "milestone" : "no figure");
        }
        if (language == Language.CHINESE) {
            return line.target();
        }
        if (!stage.isEmpty()) {
            return STAGES.getOrDefault(stage, stage);
        }
        String figure = line.number("target_value").map(this::english).orElse("");
        return switch (modality) {
            case IN_STEP -> "in step";
            case EXTERNAL -> "set by the state";
            case MILESTONE -> "milestone";
            case ABOUT -> "about " + figure;
            case AT_LEAST -> "≥ " + figure;
            case EXCEED -> "> " + figure;
            case AT_MOST -> "≤ " + figure;
            case BELOW -> "< " + figure;
            case NEAR -> "nearly " + figure;
            case HOLD -> ("stable " + figure).strip();
            case EQUAL -> figure;
        };
    }

    /** Where a tolerance decides what counts as met, from where on it does; empty where the figure itself says it. */
    String tolerated() {
        BigDecimal tolerance = line.number("tolerance").orElse(BigDecimal.ZERO);
        BigDecimal threshold = line.number("threshold").orElse(BigDecimal.ZERO);
        if (tolerance.signum() <= 0 || line.number("threshold").isEmpty()) {
            return "";
        }
        if (line.number("target_value").filter(aim -> aim.signum() != 0).isEmpty()) {
            return language.of("±" + said(tolerance) + "以内即达到", "within ± " + said(tolerance) + " counts as met");
        }
        int side = threshold.compareTo(line.number("target_value").orElse(BigDecimal.ZERO));
        String bound = side == 0
                ? said(threshold.subtract(tolerance)) + language.of("至", " to ") + said(threshold.add(tolerance))
                : (side < 0 ? "≥" : "≤") + language.of("", " ") + said(threshold);
        return bound + language.of("即达到", " counts as met");
    }

    /** What was reached: a figure, or how far a milestone has come. */
    String actual() {
        return line.number("actual_value").map(this::said).orElseGet(this::stage);
    }

    private String stage() {
        String said = line.text("verdict_reason");
        if (!line.text("kind").equals("milestone")) {
            return "";
        }
        String stage = said.equals("STAGE_NOT_BEGUN") ? "未开工" : STAGES.containsKey(said) ? said : "";
        return language.of(stage, STAGES.getOrDefault(stage, stage));
    }

    /** The unit for a table of this target's figures: in Chinese its own, where the report gives it one. */
    ColumnUnit unit() {
        List<BigDecimal> figures = Stream.of("target_value", "actual_value")
                .flatMap(column -> line.number(column).stream())
                .toList();
        ColumnUnit fitting = ColumnUnit.of(figures, line.text("base_unit"), language);
        return language == Language.CHINESE ? line.targetUnit().orElse(fitting) : fitting;
    }

    /** A figure of this target as it is told. */
    String said(BigDecimal value) {
        return language == Language.CHINESE ? line.inTargetUnit(value) : english(value);
    }

    /** The same with the digits that a small change is seen in. */
    String closely(BigDecimal value) {
        ColumnUnit unit = unit();
        String digits = unit.in(value)
                .setScale(CLOSE_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return language == Language.CHINESE
                ? Modality.figure(digits, unit.name())
                : (digits + " " + unit.name()).strip();
    }

    /** What is no reason but the figures or the stage behind the verdict must say so. */
    String reason() {
        String codes = line.text("verdict_reason");
        if (codes.isEmpty()) {
            return "";
        }
        // A stage stands where other targets have their figure.
        return STAGES.containsKey(codes)
                ? ""
                : reasons(codes, language)
                        .replaceFirst(
                                "^(-?[\\d.]+) : (-?[\\d.]+)", language.of("两项增速为$1%和$2%", "growth of $1% and $2%"));
    }

    /** Reasons as the marts have them, in words. */
    static String reasons(String codes, Language language) {
        if (codes.isEmpty()) {
            return "";
        }
        return language == Language.CHINESE ? Reason.inChinese(codes) : Reason.inEnglish(codes, STAGES);
    }

    String required() {
        if (language == Language.CHINESE || line.required().isEmpty()) {
            return line.required();
        }
        return line.number("required_rest")
                .map(rest -> line.text("kind").equals("growth")
                        ? "needs " + ScorecardLine.rounded(rest) + "% from here on"
                        : "needs " + english(line.whole(rest, RoundingMode.CEILING)) + " a month from here on")
                .orElse("");
    }

    /** What should have been reached by now, the pace that decides in front; empty where the target knows no pace. */
    String due() {
        String byTime = due("expected_time", language.of("按时间", "by time"));
        String byLastYear = due("expected_profile", language.of("按上年", "by last year"));
        Stream<String> both =
                line.text("pace").equals("profile") ? Stream.of(byLastYear, byTime) : Stream.of(byTime, byLastYear);
        String said = both.filter(part -> !part.isEmpty()).collect(Collectors.joining(language.of("，", ", ")));
        return said.isEmpty() ? "" : language.of("应达：", "due: ") + said;
    }

    private String due(String column, String label) {
        return line.due(column)
                .map(ScorecardLine::percent)
                .map(share -> language.of(label + share, share + " " + label))
                .orElse("");
    }

    /** The indicator, leading to the row that says everything of the target. */
    void writeLink(Html html) {
        html.element("a", indicator(), "href", "#" + anchor());
    }

    String verdictWord() {
        return language.of(verdict().chinese(), verdict().english());
    }

    private String english(BigDecimal value) {
        return new Quantity(value, line.text("base_unit")).english();
    }
}
