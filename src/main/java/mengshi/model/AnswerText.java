package mengshi.model;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> SET_PHRASES =
            Set.of("情况属实", "核实无误", "经核实无误", "数据属实", "数据无误", "经核实情况属实", "经核实数据无误", "情况属实核实无误");
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
        if (SET_PHRASES.contains(said)) {
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
