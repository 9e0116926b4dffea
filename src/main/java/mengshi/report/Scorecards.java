package mengshi.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import mengshi.model.Period;
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

    /** A scorecard as a page, with what was known of the areas and of faults at its publication. */
    public ScorecardPage page(Scorecard card) {
        Period period = card.period();
        if (period == null || !(card.publication().get("publication_id") instanceof Number publication)) {
            Rows none = new Rows(List.of(), List.of());
            return new ScorecardPage(card, none, none);
        }
        return new ScorecardPage(
                card,
                marts.areaStanding(publication.longValue(), period.code(), AreaTiles.LEADING),
                marts.findingCounts(publication.longValue()));
    }
}
