package mengshi.targets;

import java.util.Locale;

/** The word that binds a target's figure: it decides what counts as met. */
public enum Modality {
    /** 左右: within a declared tolerance. */
    ABOUT("左右"),
    /** 以上, 不低于, 达到: the figure itself is enough. */
    AT_LEAST("以上"),
    /** 超过, 突破: the figure itself is not enough. */
    EXCEED("超过"),
    /** 以下, 以内: the figure itself is still allowed. */
    AT_MOST("以内"),
    /** 低于: the figure itself is too much. */
    BELOW("低于"),
    /** A plain number. */
    EQUAL(""),
    /** 近: just under is enough. */
    NEAR("近"),
    /** 稳定, 保持 without a bound word. */
    HOLD("保持"),
    /** 同步: in step with another figure. */
    IN_STEP("同步"),
    /** 国家下达: the figure is the state's, and not in the report. */
    EXTERNAL("国家下达"),
    /** Something to be begun, built or accepted. */
    MILESTONE("节点");

    private static final String RANK_UNIT = "位";
    private static final String POINTS = "百分点";

    private final String chinese;

    Modality(String chinese) {
        this.chinese = chinese;
    }

    /** The modality that seeds and marts call {@code code}; in capitals or not. */
    public static Modality of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As seeds and marts call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    /**
     * A target in short, as {@code ≥18万人} or {@code 6%左右}.
     *
     * @param value the figure as the report has it; empty where it has none
     * @param unit the unit as the report has it
     */
    public String with(String value, String unit) {
        if (value.isEmpty() || this == IN_STEP) {
            return chinese;
        }
        String figure = figure(value, unit);
        return switch (this) {
            case ABOUT -> figure + chinese;
            case AT_LEAST -> "≥" + figure;
            case EXCEED -> ">" + figure;
            case AT_MOST -> "≤" + figure;
            case BELOW -> "<" + figure;
            case NEAR, HOLD -> chinese + figure;
            default -> figure;
        };
    }

    /** A figure with its unit, as {@code 18万人}; a rank is the so-manieth: {@code 第1位}, points are counted: {@code 2个百分点}. */
    public static String figure(String value, String unit) {
        return (unit.equals(RANK_UNIT) ? "第" : "") + value + (unit.equals(POINTS) ? "个" : "") + unit;
    }
}
