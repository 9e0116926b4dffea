package mengshi.targets;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a target could not be judged, or what has to be known beside its verdict. */
public enum Reason {
    NO_DATA("本期无数据"),
    NO_BASE("缺上年基数"),
    NO_HISTORY("缺上年进度"),
    COVERAGE("盟市未报齐"),
    NOT_QUANTIFIED("目标无量化值"),
    NOT_IN_SEASON("尚未到产出季节"),
    STAGE_AMBIGUOUS("须达阶段不明"),
    STAGE_NOT_BEGUN("尚未开工"),
    STAGE_UNDER_WAY("推进中，尚未达到"),
    NOT_REPORTED("无报表报送"),
    NO_YEAR_STATED("未明确年份"),
    NO_END_STATED("未明确完成标准"),
    EXTERNAL("国家指标未下达"),
    ABOUT_DECIDES("“左右”容差内"),
    READINGS_DIFFER("换一种读法则已达到"),
    PACES_DIFFER("两种进度不一"),
    SOURCES_DIFFER("与盟市汇总不一"),
    REVISION_NOISE("在常见修订幅度之内");

    private final String chinese;

    Reason(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Reasons as the marts have them, {@code CODE;CODE figures}, in words; what is no code stays as it is. */
    public static String inChinese(String reasons) {
        return Arrays.stream(reasons.split(";"))
                .map(String::strip)
                .map(Reason::oneInChinese)
                .collect(Collectors.joining("；"));
    }

    private static String oneInChinese(String reason) {
        String code = reason.split(" ", 2)[0];
        Optional<Reason> known = Arrays.stream(values())
                .filter(candidate -> candidate.name().equals(code))
                .findFirst();
        return known.map(found -> found.chinese() + reason.substring(code.length()))
                .orElse(reason);
    }
}
