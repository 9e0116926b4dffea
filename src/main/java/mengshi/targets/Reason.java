package mengshi.targets;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a target could not be judged, or what has to be known beside its verdict. */
public enum Reason {
    NO_DATA("本期无数据", "no data for this period"),
    NO_BASE("缺上年基数", "last year's base is missing"),
    NO_HISTORY("缺上年进度", "last year's profile is missing"),
    COVERAGE("盟市未报齐", "not all areas have reported"),
    NOT_QUANTIFIED("目标无量化值", "the target has no figure"),
    NOT_IN_SEASON("尚未到产出季节", "not yet in season"),
    STAGE_AMBIGUOUS("须达阶段不明", "the stage to be reached is not clear"),
    STAGE_NOT_BEGUN("尚未开工", "not begun"),
    STAGE_UNDER_WAY("推进中，尚未达到", "under way, not there yet"),
    NOT_REPORTED("无报表报送", "no form reports it"),
    NO_YEAR_STATED("未明确年份", "no year is stated"),
    NO_END_STATED("未明确完成标准", "no end is stated"),
    EXTERNAL("国家指标未下达", "the state has not set the figure"),
    ABOUT_DECIDES("“左右”容差内", "met within what “about” allows"),
    READINGS_DIFFER("如只作单向要求则已达到", "met if read as a limit to one side only"),
    PACES_DIFFER("两种进度不一", "the two paces differ"),
    SOURCES_DIFFER("与盟市汇总不一", "differs from the sum of the areas"),
    REVISION_NOISE("在常见修订幅度之内", "within the usual size of revisions");

    private final String chinese;
    private final String english;

    Reason(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Reasons as the marts have them, {@code CODE;CODE figures}, in words; what is no code stays as it is. */
    public static String inChinese(String reasons) {
        return said(reasons, Reason::chinese, Map.of()).collect(Collectors.joining("；"));
    }

    /**
     * The same in English.
     *
     * @param words what else may stand there, as the stages of a milestone, and its English
     */
    public static String inEnglish(String reasons, Map<String, String> words) {
        return said(reasons, Reason::english, words).collect(Collectors.joining("; "));
    }

    private static Stream<String> said(String reasons, Function<Reason, String> language, Map<String, String> words) {
        return Arrays.stream(reasons.split(";")).map(String::strip).map(reason -> {
            String code = reason.split(" ", 2)[0];
            return Arrays.stream(values())
                    .filter(candidate -> candidate.name().equals(code))
                    .findFirst()
                    .map(found -> language.apply(found) + reason.substring(code.length()))
                    .orElseGet(() -> words.getOrDefault(reason, reason));
        });
    }
}
