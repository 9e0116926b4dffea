package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.targets.Modality;
import mengshi.targets.Verdict;

/** A target of a scorecard as one language says it. In English figures stand in base units, as 万 and 亿 are no English. */
record WordedLine(ScorecardLine line, Language language) {

    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal BILLION = new BigDecimal("1000000000");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("元", "yuan"),
            Map.entry("人", "persons"),
            Map.entry("人次", "visits"),
            Map.entry("亩", "mu"),
            Map.entry("平方米", "m²"),
            Map.entry("立方米", "m³"),
            Map.entry("公里", "km"),
            Map.entry("吨", "t"),
            Map.entry("斤", "jin"),
            Map.entry("个", ""),
            Map.entry("户", "households"),
            Map.entry("家", "enterprises"),
            Map.entry("项", "items"),
            Map.entry("列", "trains"),
            Map.entry("件", "items"),
            Map.entry("千瓦", "kW"),
            Map.entry("千瓦时", "kWh"),
            Map.entry("百分点", "points"));

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("NO_DATA", "no data for this period"),
            Map.entry("NO_BASE", "last year's base is missing"),
            Map.entry("NO_HISTORY", "last year's profile is missing"),
            Map.entry("COVERAGE", "not all areas have reported"),
            Map.entry("NOT_QUANTIFIED", "the target has no figure"),
            Map.entry("NOT_IN_SEASON", "not yet in season"),
            Map.entry("STAGE_AMBIGUOUS", "the stage to be reached is not clear"),
            Map.entry("STAGE_NOT_BEGUN", "not begun"),
            Map.entry("STAGE_UNDER_WAY", "under way, not there yet"),
            Map.entry("NOT_REPORTED", "no form reports it"),
            Map.entry("NO_YEAR_STATED", "no year is stated"),
            Map.entry("NO_END_STATED", "no end is stated"),
            Map.entry("EXTERNAL", "the state has not set the figure"),
            Map.entry("ABOUT_DECIDES", "within the tolerance of “about”"),
            Map.entry("READINGS_DIFFER", "met if read as an upper limit"),
            Map.entry("PACES_DIFFER", "the two paces differ"),
            Map.entry("SOURCES_DIFFER", "differs from the sum of the areas"),
            Map.entry("开工", "begun"),
            Map.entry("在建", "under construction"),
            Map.entry("完工", "completed"),
            Map.entry("验收", "accepted"));

    Verdict verdict() {
        return line.verdict();
    }

    String id() {
        return line.text("target_id");
    }

    String indicator() {
        return line.text(language.of("indicator_zh", "indicator_en"));
    }

    String target() {
        String stage = line.text("required_stage");
        if (language == Language.CHINESE) {
            return line.target();
        }
        if (!stage.isEmpty()) {
            return REASONS.getOrDefault(stage, stage);
        }
        Modality modality = Modality.of(line.text("modality"));
        String figure = line.number("target_value").map(this::figure).orElse("");
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

    String actual() {
        return line.number("actual_value").map(this::said).orElse("");
    }

    /** A figure of this target as it is told. */
    String said(BigDecimal value) {
        return language == Language.CHINESE ? line.inTargetUnit(value) : figure(value);
    }

    /** What is no reason but the figures or the stage behind the verdict must say so. */
    String reason() {
        String codes = line.text("verdict_reason");
        if (codes.isEmpty()) {
            return "";
        }
        String said = language == Language.CHINESE ? line.reason() : english(codes);
        return switch (line.text("kind")) {
            case "relation" -> codes.contains(":") ? language.of("两项增速（%）", "growth of the two, %: ") + said : said;
            case "milestone" -> codes.equals(line.reason()) ? language.of("已报阶段：", "stage reported: ") + said : said;
            default -> said;
        };
    }

    String required() {
        if (language == Language.CHINESE || line.required().isEmpty()) {
            return line.required();
        }
        return line.number("required_rest")
                .map(rest -> line.text("kind").equals("growth")
                        ? "the rest of the year must grow by " + ScorecardLine.rounded(rest) + "%"
                        : "each month left must bring " + figure(rest))
                .orElse("");
    }

    String verdictWord() {
        return language.of(verdict().chinese(), verdict().english());
    }

    private static String english(String codes) {
        return Arrays.stream(codes.split(";"))
                .map(String::strip)
                .map(one -> {
                    String code = one.split(" ", 2)[0];
                    String words = REASONS.get(code);
                    return words == null ? one : words + one.substring(code.length());
                })
                .collect(Collectors.joining("; "));
    }

    private String figure(BigDecimal value) {
        String base = line.text("base_unit");
        if (base.equals("位")) {
            return "No. " + value.stripTrailingZeros().toPlainString();
        }
        String unit = UNITS.getOrDefault(base, base);
        String gap = unit.isEmpty() || unit.equals("%") || unit.equals("‰") ? "" : " ";
        return amount(value) + gap + unit;
    }

    private static String amount(BigDecimal value) {
        if (value.abs().compareTo(BILLION) >= 0) {
            return ScorecardLine.rounded(value.divide(BILLION, 4, RoundingMode.HALF_UP)) + " billion";
        }
        if (value.abs().compareTo(MILLION) >= 0) {
            return ScorecardLine.rounded(value.divide(MILLION, 4, RoundingMode.HALF_UP)) + " million";
        }
        return ScorecardLine.rounded(value).replaceAll("(?<=\\d)(?=(\\d{3})+(?:\\.|$))(?<!\\.\\d{0,9})", ",");
    }
}
