package mengshi.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mengshi.model.Period;
import mengshi.warehouse.Marts;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a period's scorecards of two moments, and why.
 *
 * @param from the publication that held at the earlier moment, as {@link Marts#lastPublication} gives it; empty before
 *     the first
 * @param to the one that held at the later moment
 * @param targets those that differ, in the order of the report
 */
public record ScorecardDiff(
        Map<String, @Nullable Object> from, Map<String, @Nullable Object> to, List<ChangedTarget> targets) {

    private static final String BEFORE_ALL = "-infinity";
    private static final String FIRST = "first_judgement";

    /**
     * A target that differs.
     *
     * @param changes rows with {@code changed}, {@code was}, {@code became}
     * @param submissions what came between and counts for it, with the figures it changed; see {@code Changes.ofFigures}
     * @param versions the versions that differ between the publications: a new catalogue, other forms …;
     *     {@code first_judgement} where the period was not judged before
     */
    public record ChangedTarget(
            String targetId,
            String indicator,
            String areaCode,
            List<Map<String, @Nullable Object>> changes,
            List<Map<String, @Nullable Object>> submissions,
            List<String> versions) {

        public ChangedTarget {
            changes = List.copyOf(changes);
            submissions = List.copyOf(submissions);
            versions = List.copyOf(versions);
        }

        /** Whether there was no verdict before. */
        public boolean isNew() {
            return ScorecardDiff.isNew(changes);
        }

        /** Whether anything tells why it changed; if not, something is wrong with the program or the data. */
        public boolean isExplained() {
            return !submissions.isEmpty() || !versions.isEmpty();
        }
    }

    public ScorecardDiff {
        targets = List.copyOf(targets);
    }

    /** Compares what was known of a period at two moments, neither of which may lie ahead. */
    public static ScorecardDiff between(Marts marts, Period period, Instant from, Instant to) {
        Map<String, @Nullable Object> before =
                marts.lastPublication(from).first().orElse(Map.of());
        Map<String, @Nullable Object> after = marts.lastPublication(to).first().orElse(Map.of());
        Rows changes = marts.changes().ofVerdicts(period, moment(before, "judged_at"), moment(after, "judged_at"));
        Map<String, List<Map<String, @Nullable Object>>> byTarget = new LinkedHashMap<>();
        changes.rows().forEach(row -> byTarget.computeIfAbsent(
                        row.get("target_id") + "/" + row.get("area_code"), key -> new ArrayList<>())
                .add(row));
        List<String> versions = versions(before, after);
        List<ChangedTarget> targets = new ArrayList<>();
        for (List<Map<String, @Nullable Object>> rows : byTarget.values()) {
            Map<String, @Nullable Object> first = rows.get(0);
            String target = String.valueOf(first.get("target_id"));
            targets.add(new ChangedTarget(
                    target,
                    String.valueOf(first.get("indicator_zh")),
                    String.valueOf(first.get("area_code")),
                    rows,
                    submissions(marts, target, period, before, after),
                    isNew(rows) && versions.isEmpty() ? List.of(FIRST) : versions));
        }
        return new ScorecardDiff(before, after, targets);
    }

    private static boolean isNew(List<Map<String, @Nullable Object>> changes) {
        return changes.stream()
                .anyMatch(change -> "verdict".equals(change.get("changed")) && change.get("was") == null);
    }

    private static List<Map<String, @Nullable Object>> submissions(
            Marts marts,
            String target,
            Period period,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        Map<String, @Nullable Object> row = lastKnown(marts, target, period, after, before);
        Set<String> indicators = TargetOrigin.indicators(row);
        if (indicators.isEmpty()) {
            return List.of();
        }
        return marts.changes()
                .ofFigures(
                        indicators,
                        TargetOrigin.periods(row, period),
                        moment(before, "facts_closed_at"),
                        moment(after, "facts_closed_at"))
                .rows();
    }

    /** The target as it stood after, or before if it is gone. */
    private static Map<String, @Nullable Object> lastKnown(
            Marts marts,
            String target,
            Period period,
            Map<String, @Nullable Object> after,
            Map<String, @Nullable Object> before) {
        for (Map<String, @Nullable Object> publication : List.of(after, before)) {
            if (!publication.isEmpty()) {
                Instant then = Instant.parse(moment(publication, "judged_at"));
                Rows found = marts.origins(then).ofTarget(target, period);
                if (!found.isEmpty()) {
                    return found.rows().get(0);
                }
            }
        }
        throw new IllegalStateException("A target that changed stood before or after: " + target);
    }

    private static List<String> versions(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return List.of("catalogue_version", "form_version", "rule_book_version", "program_version").stream()
                .filter(version -> !before.isEmpty())
                .filter(version -> !String.valueOf(before.get(version)).equals(String.valueOf(after.get(version))))
                .toList();
    }

    private static String moment(Map<String, @Nullable Object> publication, String column) {
        Object moment = publication.get(column);
        return moment == null
                ? BEFORE_ALL
                : OffsetDateTime.parse(String.valueOf(moment)).toInstant().toString();
    }
}
