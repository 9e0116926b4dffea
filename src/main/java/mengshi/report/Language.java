package mengshi.report;

import java.util.Arrays;

/** The two languages of what is printed. Phrases of the report itself stay as they were written. */
public enum Language {
    CHINESE("zh-CN", "zh"),
    ENGLISH("en", "en");

    private final String tag;
    private final String code;

    Language(String tag, String code) {
        this.tag = tag;
        this.code = code;
    }

    /**
     * The language called {@code code}.
     *
     * @throws IllegalArgumentException if it is neither {@code zh} nor {@code en}
     */
    public static Language of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No language " + code + "; there are zh and en"));
    }

    /** As BCP 47 and HTML call it. */
    String tag() {
        return tag;
    }

    /** The one of two texts that is in this language. */
    String of(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }
}
