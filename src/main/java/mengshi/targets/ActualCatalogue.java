package mengshi.targets;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/**
 * The results of one year, as the report of the year after gives them.
 *
 * @param actuals in the order of the text
 */
public record ActualCatalogue(int year, List<Actual> actuals) {

    public ActualCatalogue {
        actuals = List.copyOf(actuals);
    }

    /**
     * Reads {@code actual_YEAR.csv}.
     *
     * @throws IllegalStateException if there is none, a row is wrong, or two rows are the base of one target; the message
     *     names the row
     */
    public static ActualCatalogue from(Seeds seeds, int year) {
        List<Actual> actuals = seeds.rows("actual_" + year).stream()
                .map(ActualCatalogue::actual)
                .toList();
        Set<String> bases = new HashSet<>();
        for (Actual actual : actuals) {
            actual.targetId().filter(target -> !bases.add(target)).ifPresent(target -> {
                throw new IllegalStateException("seeds/actual_" + year + ".csv: " + actual.id()
                        + " is a second base of " + target + "; leave target_id blank in one of the two.");
            });
        }
        return new ActualCatalogue(year, actuals);
    }

    /** What a target starts from. */
    public Optional<Actual> baseOf(Target target) {
        return actuals.stream()
                .filter(actual -> actual.targetId().filter(target.id()::equals).isPresent())
                .findFirst();
    }

    private static Actual actual(SeedRow row) {
        return new Actual(
                row.text("actual_id"),
                new Passage(row.whole("paragraph"), row.text("phrase")),
                new Actual.Subject(row.optional("indicator_code"), row.text("indicator_zh")),
                new Actual.Figure(
                        SeedWords.word(row, "qualifier", Modality.class),
                        row.yes("preliminary"),
                        new Target.Quantity(row.number("value"), row.text("unit"))),
                SeedWords.word(row, "kind", Target.Kind.class),
                new Target.Scope(SeedWords.word(row, "scope_kind", Target.Scope.Kind.class), row.text("scope")),
                row.optional("target_id"),
                row.optional("note").orElse(""));
    }
}
