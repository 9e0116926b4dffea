package mengshi.report;

import java.math.BigDecimal;
import java.util.Map;
import mengshi.targets.Modality;
import mengshi.targets.Reason;
import mengshi.targets.Verdict;

/** A target of a scorecard as one language says it. In English figures stand in base units, as 万 and 亿 are no English. */
record WordedLine(ScorecardLine line, Language language) {

    private static final Map<String, String> STAGES =
            Map.of("未开工", "not begun", "开工", "begun", "在建", "under construction", "完工", "completed", "验收", "accepted");

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
            return STAGES.getOrDefault(stage, stage);
        }
        Modality modality = Modality.of(line.text("modality"));
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

    String actual() {
        return line.number("actual_value").map(this::said).orElse("");
    }

    /** A figure of this target as it is told. */
    String said(BigDecimal value) {
        return language == Language.CHINESE ? line.inTargetUnit(value) : english(value);
    }

    /** What is no reason but the figures or the stage behind the verdict must say so. */
    String reason() {
        String codes = line.text("verdict_reason");
        if (codes.isEmpty()) {
            return "";
        }
        String said = reasons(codes, language);
        return switch (line.text("kind")) {
            case "relation" -> codes.contains(":") ? language.of("两项增速（%）", "growth of the two, %: ") + said : said;
            case "milestone" -> codes.equals(line.reason()) ? language.of("已报阶段：", "stage reported: ") + said : said;
            default -> said;
        };
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
                        ? "the rest of the year must grow by " + ScorecardLine.rounded(rest) + "%"
                        : "each month left must bring " + english(rest))
                .orElse("");
    }

    String verdictWord() {
        return language.of(verdict().chinese(), verdict().english());
    }

    private String english(BigDecimal value) {
        return new Quantity(value, line.text("base_unit")).in(Language.ENGLISH);
    }
}
