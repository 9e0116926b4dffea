package mengshi.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.targets.TargetCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard with all that is printed beside it, as known at one publication. Whatever is made of the same edition has
 * the same bytes.
 *
 * @param titles what the sections of the report are called in this language, as far as they have names
 */
public record Edition(Scorecard card, Language language, Beside beside, Map<String, String> titles) {

    /**
     * A true map of the areas.
     *
     * @param geoJson the file
     * @param approval the number under which the map was approved (审图号)
     * @throws MapRefused if it cannot be drawn, with what to do
     */
    public AreaMap map(byte[] geoJson, String approval) {
        return AreaMap.of(geoJson, approval, beside.areas());
    }

    /** The lines in this edition's language. */
    List<WordedLine> lines() {
        return card.lines().stream().map(line -> new WordedLine(line, language)).toList();
    }

    /** The lines of each section, in the order of the report. */
    Map<String, List<WordedLine>> sections() {
        return lines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.line().text("section"), LinkedHashMap::new, Collectors.toList()));
    }

    /** The months of each target. */
    Map<String, List<Map<String, @Nullable Object>>> months() {
        return beside.history().rows().stream()
                .collect(Collectors.groupingBy(
                        row -> ScorecardLine.plain(row.get("target_id")), LinkedHashMap::new, Collectors.toList()));
    }

    /** Which months of a target were judged how. */
    StatusHistory statusOf(String targetId) {
        return StatusHistory.of(beside.history().rows().stream()
                .filter(row -> targetId.equals(row.get("target_id")))
                .toList());
    }

    /** The period as a span from January; cumulative figures are of it. */
    String span() {
        return Optional.ofNullable(card.period())
                .map(period -> language.of(
                        period.calendarYear() + "年" + (period.endMonth() == 1 ? "" : "1—") + period.endMonth() + "月",
                        "January" + (period.endMonth() == 1 ? "" : " to " + MONTHS.get(period.endMonth() - 1)) + " "
                                + period.calendarYear()))
                .orElse(language.of("尚无评判", "nothing judged yet"));
    }

    /** What the publication says in {@code column}; a moment to the second, of Asia/Shanghai. */
    String stamp(String column) {
        String value = ScorecardLine.plain(card.publication().get(column));
        boolean isMoment = value.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
        if (isMoment) {
            return value.replaceFirst("T(\\d{2}:\\d{2}(?::\\d{2})?).*", " $1") + language.of(" 北京时间", " Asia/Shanghai");
        }
        return value.isEmpty() ? "–" : value;
    }

    /** A section of the report by name; one without a name by its number. */
    public String title(String section) {
        String counted = language == Language.CHINESE
                ? TargetCatalogue.counted(section)
                : section.equals(HEADLINE) ? "Headline targets" : "Section " + section;
        return titles.getOrDefault(section, counted);
    }

    static final String HEADLINE = "headline";

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
}
