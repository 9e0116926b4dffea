package mengshi.feedback;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import mengshi.model.Measure;
import mengshi.model.Severity;
import mengshi.workbook.Reply;

/** The words that workbook and receipt have in common. */
final class Wording {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * What the other side of a comparison is. Only findings where arithmetic or an earlier submission of the same unit
     * proves it: nobody may hint at what a figure should be (统计法).
     */
    private static final Map<String, String> REFERENCES = Map.of(
            "TOTAL_NOT_SUM_OF_PARTS", "各组成部分之和",
            "PART_EXCEEDS_TOTAL", "所属总计",
            "GROWTH_DIFFERS_FROM_LEVELS", "按填报的两期数计算",
            "CUMULATIVE_NOT_CONTINUOUS", "上期累计加本期",
            "CUMULATIVE_FALLS", "上期累计",
            "LAST_YEAR_DIFFERS", "上年公布",
            "REVISED_WITHOUT_REASON", "原报",
            "REGION_NOT_SUM_OF_AREAS", "各盟市之和",
            "UNIT_CONTRADICTED", "规定单位",
            "STAGE_UNKNOWN", "可选");

    private Wording() {}

    static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> "强制性";
            case WARNING -> "核实性";
            case INFORMATION -> "提示";
        };
    }

    static Reply.Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Reply.Tone.STOP;
            case WARNING -> Reply.Tone.ASK;
            case INFORMATION -> Reply.Tone.NOTE;
        };
    }

    static String of(Measure measure) {
        return switch (measure) {
            case MONTH -> "本月";
            case YTD -> "1—本月累计";
            case YTD_LY -> "上年同期累计（公布）";
            case YTD_LY_COMP -> "上年同期累计（同口径）";
            case YOY_MONTH -> "本月同比";
            case YOY_YTD -> "累计同比";
            case MOM -> "环比";
            case QUARTER -> "本季";
            case YEAR -> "全年";
            case END -> "期末";
            case STAGE -> "阶段";
        };
    }

    /** Which figure a problem is about, or nothing. */
    static String about(Problem problem) {
        Problem.About about = problem.about();
        if (about == null) {
            return "";
        }
        return about.measure() == null ? about.indicator() : about.indicator() + "\n" + of(about.measure());
    }

    /** The column that a problem stands in, to be read behind its place; nothing where it is about no figure. */
    static String column(Problem problem) {
        Problem.About about = problem.about();
        return about == null || about.measure() == null ? "" : "（" + of(about.measure()) + "）";
    }

    /** What the figure is compared with, or nothing. */
    static String reference(Problem problem) {
        String expected = problem.values().expected();
        String source = REFERENCES.get(problem.rule().code());
        return expected == null || source == null ? "" : source + "\n" + expected;
    }

    static String advice(Problem problem) {
        return switch (problem.state()) {
            case "WAIVED" -> "已豁免，无需处理。";
            case "EXPLAINED" -> "情况说明已采纳，无需处理。";
            default -> problem.words().advice();
        };
    }

    /** The same, after what became of the submitter's answer. */
    static String advice(Problem problem, Conversation conversation) {
        return conversation
                .to(problem.findingId())
                .filter(heard -> !problem.isSettled())
                .map(heard -> "所填情况说明" + heard.outcome().words() + "。\n" + advice(problem))
                .orElse(advice(problem));
    }

    /** What came of the earlier answer, in a line; none where there was nothing. */
    static List<String> since(Conversation conversation) {
        if (conversation.isEmpty()) {
            return List.of();
        }
        return List.of("与上一版相比：已更正问题 " + conversation.fixed().size() + " 个，收到情况说明 "
                + conversation.heard().size() + " 条、采纳 " + conversation.accepted() + " 条，改动已入库数据 "
                + conversation.changes().size() + " 项");
    }

    /** A changed figure: which, where, from what to what. */
    static String of(Conversation.Change change) {
        String now = change.newValue() == null ? "（不再填报）" : change.newValue() + change.unit();
        return change.place() + "  " + change.line() + " " + change.indicator() + " " + of(change.measure()) + "："
                + change.oldValue() + change.unit() + " → " + now;
    }

    static String counts(Settled settled) {
        return "强制性 " + settled.count(Severity.ERROR) + " 个，核实性 " + settled.count(Severity.WARNING) + " 个，提示 "
                + settled.count(Severity.INFORMATION) + " 个";
    }

    /** Code and name, or that it was not recognised. */
    static String unit(Settled.Whose whose) {
        return whose.areaCode() == null ? "未能识别" : whose.areaCode() + " " + whose.areaName();
    }

    static String orUnknown(@org.jspecify.annotations.Nullable Object known) {
        return known == null ? "未能识别" : known.toString();
    }

    static String moment(String iso) {
        return MOMENT.format(OffsetDateTime.parse(iso).withOffsetSameInstant(SHANGHAI));
    }
}
