package mengshi.targets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a numeral of the report is: each has exactly one class. */
public enum NumeralClass {
    /** Says a target of the report's year, or says it again. */
    TARGET("目标"),
    /** Says what was reached before. */
    RESULT("成果"),
    /** Describes how things stand, and is neither reached nor aimed at. */
    CONTEXT("背景"),
    /** A span of years, or a goal or standing over several of them. */
    MULTI_YEAR("多年"),
    /** A place in an order of others: 第20位, 500强, 2等奖. */
    RANK("位次"),
    /** Part of a name: of a policy, a road, a place, a saying that lists what it means. */
    NAME("名称"),
    /** A year, a month, a day. */
    DATE("日期"),
    /** Counts the report's own points, or the so-manieth of meetings and stages. */
    ORDINAL("序号"),
    /** A word with a digit in it that counts nothing; only words of seeds/report_word.csv. */
    IDIOM("熟语");

    private final String chinese;

    NumeralClass(String chinese) {
        this.chinese = chinese;
    }

    /** As the seeds call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    static Optional<NumeralClass> of(String code) {
        return Arrays.stream(values()).filter(word -> word.code().equals(code)).findFirst();
    }
}
