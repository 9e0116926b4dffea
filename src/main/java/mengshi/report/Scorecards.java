package mengshi.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.model.Period;
import mengshi.warehouse.AtPublication;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** Makes scorecards out of the marts. */
public final class Scorecards {

    private final Marts marts;

    public Scorecards(Marts marts) {
        this.marts = marts;
    }

    /**
     * How the targets stood.
     *
     * @param period null for the last one judged
     * @param asKnown null for now; must not lie ahead
     */
    public Scorecard of(@Nullable Period period, @Nullable Instant asKnown) {
        Period shown =
                period == null ? marts.lastJudgedPeriod(asKnown).map(Period::of).orElse(null) : period;
        Rows publication = marts.lastPublication(asKnown);
        Rows targets = marts.targetProgress(shown == null ? "" : shown.code(), asKnown);
        return new Scorecard(shown, publication.first().orElse(Map.of()), targets);
    }

    /** A scorecard with all that was known beside it at its publication. */
    public Edition edition(Scorecard card, Language language) {
        Period period = card.period();
        if (period == null || !(card.publication().get("publication_id") instanceof Number publication)) {
            return new Edition(card, language, Beside.NOTHING, Map.of());
        }
        AtPublication known = marts.known(publication.longValue());
        Rows areas = known.areaStanding(period, AreaTiles.LEADING);
        return new Edition(
                card,
                language,
                new Beside(
                        language == Language.CHINESE ? areas : inEnglish(areas, known),
                        known.findingCounts(),
                        known.targetHistory(period),
                        known.projections(period),
                        known.contributions(period),
                        known.assigned(period),
                        known.targetRevisions(period),
                        known.figureRevisions(period, BesideSheets.MOST_REVISIONS)),
                titles(known.sections(), language));
    }

    private static Map<String, String> titles(Rows sections, Language language) {
        return sections.rows().stream()
                .collect(Collectors.toMap(
                        row -> ScorecardLine.plain(row.get("section")),
                        row -> ScorecardLine.plain(row.get(language.of("title_zh", "title_en")))));
    }

    private Rows inEnglish(Rows areas, AtPublication known) {
        Map<String, String> names = new HashMap<>();
        known.areaNames()
                .rows()
                .forEach(row -> names.put(
                        ScorecardLine.plain(row.get("area_code")), ScorecardLine.plain(row.get("area_name_en"))));
        return new Rows(
                areas.columns(),
                areas.rows().stream()
                        .map(row -> {
                            Map<String, @Nullable Object> named = new LinkedHashMap<>(row);
                            named.put("area_name_zh", row.get("area_name"));
                            named.put("area_name", names.get(ScorecardLine.plain(row.get("area_code"))));
                            return named;
                        })
                        .toList());
    }
}
