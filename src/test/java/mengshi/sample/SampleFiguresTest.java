package mengshi.sample;

import static mengshi.sample.ReadSamples.READINGS;
import static mengshi.sample.ReadSamples.SEEDS;
import static mengshi.sample.ReadSamples.SPOILT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.seeds.SeedRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The invented figures agree with each other to the last digit, and with every edit of the rule book that applies. */
class SampleFiguresTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Key(String form, String area, Period period, String indicator, Measure measure) {
        Key of(Measure other) {
            return new Key(form, area, period, indicator, other);
        }

        Key of(String other) {
            return new Key(form, area, period, other, measure);
        }

        Key in(Period other) {
            return new Key(form, area, other, indicator, measure);
        }
    }

    private static final Map<Key, BigDecimal> FIGURES = new HashMap<>();

    static {
        READINGS.forEach((file, reading) -> {
            if (!SPOILT.contains(file)) {
                reading.submitted().ifPresent(SampleFiguresTest::take);
            }
        });
    }

    private static void take(Reading.Submitted submitted) {
        for (Observation observation : submitted.observations()) {
            BigDecimal value = observation.figure().value();
            if (value != null) {
                Key key = new Key(
                        submitted.key().form(),
                        submitted.key().area().code(),
                        submitted.key().period(),
                        observation.indicator(),
                        observation.measure());
                FIGURES.put(key, value);
            }
        }
    }

    @Test
    void totals_are_exactly_the_sum_of_their_parts() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (SeedRow edit : edits("balance")) {
            for (Key key : keys(edit)) {
                BigDecimal sum = Arrays.stream(edit.text("operands").split(" "))
                        .map(part -> figure(key.of(part.substring(1))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                checked++;
                note(wrong, key, figure(key), sum);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(1000);
    }

    @Test
    void last_month_to_date_and_this_month_are_exactly_this_month_to_date() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Key key : all(Measure.MONTH)) {
            BigDecimal now = FIGURES.get(key.of(Measure.YTD));
            BigDecimal before = FIGURES.get(key.of(Measure.YTD).in(key.period().previous()));
            if (now != null && before != null && key.period().endMonth() > 1) {
                checked++;
                note(wrong, key, now, before.add(figure(key)));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(9000);
    }

    @Test
    void last_year_s_figure_is_exactly_the_one_reported_last_year() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Key key : all(Measure.YTD_LY)) {
            BigDecimal then = FIGURES.get(key.of(Measure.YTD).in(key.period().lastYear()));
            if (then != null) {
                checked++;
                note(wrong, key, figure(key), then);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(3000);
    }

    @Test
    void growth_is_that_of_the_levels_on_the_comparable_basis_where_one_is_given() {
        List<String> wrong = new ArrayList<>();
        int comparable = 0;
        for (Key key : all(Measure.YOY_YTD)) {
            BigDecimal now = FIGURES.get(key.of(Measure.YTD));
            BigDecimal adjusted = FIGURES.get(key.of(Measure.YTD_LY_COMP));
            BigDecimal base = adjusted == null ? FIGURES.get(key.of(Measure.YTD_LY)) : adjusted;
            if (now != null && base != null && !key.indicator().startsWith("GDP")) {
                comparable += adjusted == null ? 0 : 1;
                note(wrong, key, figure(key), growth(now, base));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(comparable).isGreaterThan(100);
    }

    @Test
    void no_part_is_larger_than_its_total_and_no_figure_out_of_range() {
        List<String> wrong = new ArrayList<>();
        for (SeedRow edit : edits("part")) {
            for (Key key : keys(edit)) {
                for (String part : edit.list("operands")) {
                    BigDecimal value = FIGURES.get(key.of(part));
                    if (value != null && value.compareTo(figure(key)) > 0) {
                        wrong.add(part + " in " + key);
                    }
                }
            }
        }
        for (SeedRow edit : edits("range")) {
            for (Key key : keys(edit)) {
                BigDecimal value = figure(key);
                boolean low = edit.optional("minimum").isPresent() && value.compareTo(edit.number("minimum")) < 0;
                boolean high = edit.optional("maximum").isPresent() && value.compareTo(edit.number("maximum")) > 0;
                if (low || high) {
                    wrong.add(value + " at " + key);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void cumulative_figures_never_fall_where_the_rule_book_forbids_it() {
        List<String> wrong = new ArrayList<>();
        for (SeedRow edit : edits("monotone")) {
            for (Key key : keys(edit)) {
                BigDecimal before = FIGURES.get(key.in(key.period().previous()));
                boolean sameYear =
                        key.period().previous().calendarYear() == key.period().calendarYear();
                if (sameYear && before != null && before.compareTo(figure(key)) > 0 && isFlow(key.indicator())) {
                    wrong.add(key.toString());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void the_region_s_own_figure_lies_within_the_gap_the_rule_book_allows() {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> checked = new TreeMap<>();
        for (SeedRow edit : edits("hierarchy")) {
            for (Key key : keys(edit)) {
                String form = authoritative(key.indicator());
                BigDecimal sum = FIGURES.entrySet().stream()
                        .filter(entry -> entry.getKey().form().equals(form)
                                && entry.getKey().period().equals(key.period())
                                && entry.getKey().indicator().equals(key.indicator())
                                && entry.getKey().measure() == key.measure())
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (isWhole(form, key.period())) {
                    checked.merge(key.indicator(), 1, Integer::sum);
                    BigDecimal gap = figure(key).subtract(sum).abs().multiply(HUNDRED);
                    if (gap.compareTo(edit.number("tolerance").multiply(figure(key))) > 0) {
                        wrong.add(key + ": " + figure(key) + ", sum " + sum);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(checked).hasSize(12).allSatisfy((indicator, months) -> assertThat(months)
                .isGreaterThanOrEqualTo(12));
    }

    @Test
    void every_line_that_must_be_filled_has_its_invented_figures() {
        List<String> lines = FormCatalogue.from(SEEDS).forms().stream()
                .map(Form::lines)
                .flatMap(List::stream)
                .map(line -> line.indicator())
                .distinct()
                .sorted()
                .toList();

        assertThat(SEEDS.rows("sample_indicator").stream().map(row -> row.text("indicator_code")))
                .containsExactlyElementsOf(lines);
    }

    private static List<SeedRow> edits(String type) {
        return SEEDS.rows("edit").stream()
                .filter(edit -> edit.text("type").equals(type))
                .toList();
    }

    private static List<Key> keys(SeedRow edit) {
        return FIGURES.keySet().stream()
                .filter(key -> key.form().equals(edit.text("form_code"))
                        && edit.list("measure").contains(key.measure().name())
                        && (edit.text("indicator_code").equals("*")
                                || edit.list("indicator_code").contains(key.indicator())))
                .toList();
    }

    private static List<Key> all(Measure measure) {
        return FIGURES.keySet().stream().filter(key -> key.measure() == measure).toList();
    }

    private static String authoritative(String indicator) {
        return SEEDS.rows("indicator").stream()
                .filter(row -> row.text("indicator_code").equals(indicator))
                .findFirst()
                .orElseThrow()
                .text("authoritative_form");
    }

    /** Months in which every area's report is sound. */
    private static boolean isWhole(String form, Period period) {
        return READINGS.keySet().stream()
                .filter(file -> file.contains("_" + form + "_" + period + "."))
                .noneMatch(SPOILT::contains);
    }

    private static boolean isFlow(String indicator) {
        return SEEDS.rows("indicator").stream()
                .anyMatch(row -> row.text("indicator_code").equals(indicator)
                        && row.text("nature").equals("flow"));
    }

    private static BigDecimal growth(BigDecimal now, BigDecimal base) {
        return now.multiply(HUNDRED)
                .divide(base, 12, RoundingMode.HALF_UP)
                .subtract(HUNDRED)
                .setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal figure(Key key) {
        return Objects.requireNonNull(FIGURES.get(key), key::toString);
    }

    private static void note(List<String> wrong, Key key, @Nullable BigDecimal actual, BigDecimal expected) {
        if (actual == null || actual.compareTo(expected) != 0) {
            wrong.add(key + ": " + actual + ", expected " + expected);
        }
    }
}
