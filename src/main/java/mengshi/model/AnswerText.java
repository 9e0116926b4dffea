package mengshi.model;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as an answer to a finding: a reason of its own, and not a set phrase. */
public final class AnswerText {

    /** The fewest characters of an answer, blanks and punctuation not counted. */
    public static final int SHORTEST = 6;

    /** Why a text is no answer. */
    public enum Fault {
        EMPTY("nothing was written"),
        TOO_SHORT("it has fewer than " + SHORTEST + " characters"),
        SET_PHRASE("it is a set phrase that says nothing about this figure"),
        REPEATED("another finding of the same file has been answered with the same words");

        private final String reason;

        Fault(String reason) {
            this.reason = reason;
        }

        /** In the middle of a sentence: "not accepted, because …". */
        public String reason() {
            return reason;
        }
    }

    /** Words that say no more than that the figure is right, in whatever order they come. */
    private static final Pattern SET_PHRASE =
            Pattern.compile("(?:经过?|已经?|我|本|该|各|局|单位|企业|部门|反复|再次|认真|多次|核实|核对|核查|复核|审核|检查"
                    + "|确认|情况|数据|数值|数字|指标|上述|以上|填报|上报|属实|真实|准确|正确|可靠|无误|无错误|没有错误|无问题|没有问题|没问题|确实|实际|如此"
                    + "|有效|均|都|皆|为|是|与|和|且|后|的|了){1,40}");

    private static final Pattern NOTHING_SAID = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}\\p{Z}]+");

    private AnswerText() {}

    /**
     * What is wrong with an answer, if anything.
     *
     * @param others the answers given to other findings of the same submission
     */
    public static Optional<Fault> fault(String text, Collection<String> others) {
        String said = bare(text);
        if (said.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (SET_PHRASE.matcher(said).matches()) {
            return Optional.of(Fault.SET_PHRASE);
        }
        if (said.codePointCount(0, said.length()) < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        return others.stream().map(AnswerText::bare).anyMatch(said::equals)
                ? Optional.of(Fault.REPEATED)
                : Optional.empty();
    }

    private static String bare(String text) {
        return NOTHING_SAID.matcher(text).replaceAll("");
    }
}
