package mengshi.targets;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.targets.ReportText.Heading;
import org.jspecify.annotations.Nullable;

/**
 * How many numerals of a stretch of the report are of each class.
 *
 * @param first the stretch's first paragraph
 * @param last its last
 * @param classified by class; a class that is not there has none
 * @param unclassified those without a row, or whose row names no class
 */
public record Coverage(Heading heading, int first, int last, Map<NumeralClass, Integer> classified, int unclassified) {

    public Coverage {
        classified = Map.copyOf(classified);
    }

    public int count(NumeralClass numeralClass) {
        return classified.getOrDefault(numeralClass, 0);
    }

    /** All numerals, classified or not. */
    public int total() {
        return classified.values().stream().mapToInt(Integer::intValue).sum() + unclassified;
    }

    /** One for each heading of the report that has numerals below it, in the order of the text. */
    static List<Coverage> of(ReportText report, List<Numeral> numerals, Map<Numeral, ClassifiedNumeral> matched) {
        Map<Heading, Coverage> byHeading = new LinkedHashMap<>();
        for (Numeral numeral : numerals) {
            Heading heading = report.paragraphs().get(numeral.paragraph() - 1).heading();
            Coverage before = byHeading.getOrDefault(
                    heading, new Coverage(heading, numeral.paragraph(), numeral.paragraph(), Map.of(), 0));
            byHeading.put(heading, before.with(numeral, matched.get(numeral)));
        }
        return List.copyOf(byHeading.values());
    }

    private Coverage with(Numeral numeral, @Nullable ClassifiedNumeral row) {
        Map<NumeralClass, Integer> counts = new EnumMap<>(NumeralClass.class);
        counts.putAll(classified);
        int open = unclassified;
        if (row == null || row.numeralClass().isEmpty()) {
            open++;
        } else {
            counts.merge(row.numeralClass().get(), 1, Integer::sum);
        }
        return new Coverage(heading, first, numeral.paragraph(), counts, open);
    }
}
