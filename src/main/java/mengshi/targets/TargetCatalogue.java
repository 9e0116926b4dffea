package mengshi.targets;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one year's report.
 *
 * @param targets the headline targets first, then section by section, in each by id
 * @param titles what the sections are called in Chinese, as far as {@code section_YEAR.csv} names them
 */
public record TargetCatalogue(int year, List<Target> targets, Map<String, String> titles) {

    private static final String HEADLINE = "headline";

    public TargetCatalogue {
        targets = List.copyOf(targets);
        titles = Map.copyOf(titles);
    }

    /**
     * Reads {@code target_YEAR.csv}.
     *
     * @throws IllegalStateException if there is none or a row is wrong; the message names the row
     */
    public static TargetCatalogue from(Seeds seeds, int year) {
        List<Target> targets = seeds.rows("target_" + year).stream()
                .map(TargetCatalogue::target)
                .sorted((one, other) -> {
                    int bySection = Integer.compare(order(one), order(other));
                    return bySection != 0 ? bySection : one.id().compareTo(other.id());
                })
                .toList();
        Set<String> seen = new HashSet<>();
        targets.forEach(target -> {
            if (!seen.add(target.id())) {
                throw new IllegalStateException("seeds/target_" + year + ".csv: " + target.id()
                        + " stands there twice; give each target an id of its own.");
            }
        });
        return new TargetCatalogue(year, targets, titles(seeds, "section_" + year));
    }

    /** The targets of one section: {@code headline} or 1 to 11. */
    public List<Target> section(String section) {
        return targets.stream()
                .filter(target -> target.origin().section().equals(section))
                .toList();
    }

    private static Map<String, String> titles(Seeds seeds, String file) {
        return seeds.has(file)
                ? seeds.rows(file).stream()
                        .collect(Collectors.toMap(row -> row.text("section"), row -> row.text("title_zh")))
                : Map.of();
    }

    /** A section's name for people. */
    public String title(String section) {
        return titles.getOrDefault(section, counted(section));
    }

    /** What a section without a name is called. */
    public static String counted(String section) {
        return section.equals(HEADLINE) ? "主要预期目标" : "第" + section + "部分";
    }

    /** The sections that have targets, in order. */
    public List<String> sections() {
        return targets.stream()
                .map(target -> target.origin().section())
                .distinct()
                .toList();
    }

    private static int order(Target target) {
        String section = target.origin().section();
        return section.equals(HEADLINE) ? 0 : Integer.parseInt(section);
    }

    private static Target target(SeedRow row) {
        if (!row.text("section").equals(HEADLINE)) {
            row.whole("section");
        }
        return new Target(
                row.text("target_id"),
                new Target.Origin(
                        row.text("section"),
                        new Passage(row.whole("paragraph"), row.text("phrase")),
                        row.list("also_at").stream().map(Passage::of).toList()),
                new Target.Subject(row.text("indicator_code"), row.text("indicator_zh"), row.text("indicator_en")),
                new Target.Aim(
                        SeedWords.word(row, "modality", Modality.class),
                        row.yes("aspiration"),
                        quantity(row, "value", "unit"),
                        quantity(row, "base_value", "base_unit"),
                        SeedWords.word(row, "direction", Target.Direction.class),
                        row.optional("stage").orElse("")),
                new Target.Scope(SeedWords.word(row, "scope_kind", Target.Scope.Kind.class), row.text("scope")),
                new Target.Judging(
                        SeedWords.word(row, "kind", Target.Kind.class),
                        SeedWords.word(row, "pace", Target.Pace.class),
                        row.optional("tolerance").isPresent() ? row.number("tolerance") : null,
                        row.optional("tolerance_reason").orElse(""),
                        row.text("reported_by"),
                        row.optional("cannot_judge_reason")
                                .map(code -> reason(row, code))
                                .orElse("")),
                row.optional("note").orElse(""));
    }

    private static Target.@Nullable Quantity quantity(SeedRow row, String value, String unit) {
        return row.optional(value).isEmpty() ? null : new Target.Quantity(row.number(value), row.text(unit));
    }

    /** A reason must be one that can be told in words. */
    private static String reason(SeedRow row, String code) {
        if (Arrays.stream(Reason.values()).noneMatch(reason -> reason.name().equals(code))) {
            throw new IllegalStateException("seeds/" + row.file() + ".csv, record " + row.line()
                    + ": column cannot_judge_reason holds \"" + code + "\"; one of "
                    + List.of(Reason.values()) + " belongs there.");
        }
        return code;
    }
}
