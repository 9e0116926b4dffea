package mengshi.targets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A numeral as it stands in a report.
 *
 * @param offset of its first character, in code points from the start of the text
 * @param text the numeral with its ordinal mark and its unit, nothing else: {@code 第14位}, {@code 2.7亿立方米}
 * @param core where the number itself begins within {@code text}, in characters
 * @param value the number as written; null where it cannot be known (几)
 * @param unit what is counted, empty where the next word is none that is known
 * @param falling whether the word before says that something fell by so much
 */
public record Numeral(
        int paragraph,
        int offset,
        String text,
        int core,
        @Nullable BigDecimal value,
        String unit,
        boolean falling) {

    int length() {
        return text.codePointCount(0, text.length());
    }

    int coreOffset() {
        return offset + text.codePointCount(0, core);
    }
}
