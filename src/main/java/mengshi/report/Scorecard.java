package mengshi.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Period;
import mengshi.targets.Verdict;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * How the targets stood in one period. Holds the moment of its publication and no other: the same question asked of the
 * same publication gives the same bytes.
 *
 * @param period null when nothing was judged yet
 * @param publication {@code publication_id}, {@code facts_closed_at}, {@code judged_at}; empty before the first
 * @param targets the rows of {@code mart.target_progress}, in the order of the report
 */
public record Scorecard(@Nullable Period period, Map<String, @Nullable Object> publication, Rows targets) {

    /** How many targets have each verdict; every verdict is there. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        lines().forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
        return counts;
    }

    public List<ScorecardLine> lines() {
        return targets.rows().stream().map(ScorecardLine::new).toList();
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** The scorecard as a JSON document in UTF-8. */
    public byte[] json() {
        return JsonDocument.of(document());
    }

    /** What {@link #json} writes: period, publication, counts by verdict and the rows themselves. */
    public Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("period", period == null ? null : period.code());
        document.put("publication", publication.isEmpty() ? null : publication);
        document.put("counts", counts());
        document.put("targets", targets.rows());
        return document;
    }

    /** The rows as CSV in UTF-8. */
    public byte[] csv() {
        return CsvDocument.of(targets);
    }
}
