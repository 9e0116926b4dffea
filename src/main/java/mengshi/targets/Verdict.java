package mengshi.targets;

/** How a target stands. The words tell verdicts apart, and so do the signs, without any colour. */
public enum Verdict {
    ACHIEVED("已完成", "achieved", '*'),
    AHEAD("提前", "ahead", '+'),
    ON_PACE("正常", "on pace", '='),
    WATCH("关注", "watch", '!'),
    BEHIND("滞后", "behind", '-'),
    PACES_DISAGREE("两种口径不一致", "paces disagree", '~'),
    CANNOT_JUDGE("无法判断", "cannot judge", '?');

    private final String chinese;
    private final String english;
    private final char sign;

    Verdict(String chinese, String english, char sign) {
        this.chinese = chinese;
        this.english = english;
        this.sign = sign;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** One ASCII character. */
    public char sign() {
        return sign;
    }
}
