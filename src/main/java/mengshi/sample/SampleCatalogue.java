package mengshi.sample;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;
import mengshi.form.FormLine;
import mengshi.form.UnitCatalogue;
import mengshi.model.Area;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/** What the samples are made from: magnitudes, how they are spread over areas and months, and the smallest steps. */
final class SampleCatalogue {

    private static final int MONTHS = 12;

    private final Map<String, SampleIndicator> indicators = new HashMap<>();
    private final Map<String, SortedMap<String, Long>> weights = new HashMap<>();
    private final Map<String, long[]> profiles = new HashMap<>();

    /** One step of an indicator's finest form, in base units. */
    private final Map<String, BigDecimal> steps = new HashMap<>();

    private final UnitCatalogue units;

    SampleCatalogue(Seeds seeds, FormCatalogue forms, UnitCatalogue units) {
        this.units = units;
        for (SeedRow row : seeds.rows("sample_indicator")) {
            SampleIndicator indicator = SampleIndicator.of(row, units);
            indicators.put(indicator.code(), indicator);
        }
        for (SeedRow row : seeds.rows("sample_weight")) {
            weights.computeIfAbsent(row.text("weights"), group -> new TreeMap<>())
                    .put(row.text("area_code"), (long) row.whole("share"));
        }
        for (SeedRow row : seeds.rows("sample_profile")) {
            profiles.put(row.text("profile"), months(row));
        }
        for (Form form : forms.forms()) {
            form.lines().forEach(line -> steps.merge(line.indicator(), step(line), BigDecimal::min));
        }
    }

    private static long[] months(SeedRow row) {
        long[] months = new long[MONTHS];
        for (int month = 1; month <= MONTHS; month++) {
            months[month - 1] = row.whole(month < 10 ? "m0" + month : "m" + month);
        }
        return months;
    }

    /** How an indicator's figures come about; empty where nothing is said about it. */
    Optional<SampleIndicator> find(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    SampleIndicator indicator(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalStateException(
                        "seeds/sample_indicator.csv has no row for " + code + "; samples need one."));
    }

    /** The shares of the areas, sorted by area; parts have those of what they are part of. */
    SortedMap<String, Long> weights(SampleIndicator indicator) {
        if (indicator.weights().isEmpty()) {
            return weights(indicator(indicator.parents().get(0)));
        }
        return Optional.ofNullable(weights.get(indicator.weights())).orElseThrow(() -> unknown(indicator));
    }

    /** Whether the region has figures of its own that are not its areas' sum. */
    boolean isOwn(SampleIndicator indicator) {
        return weights(indicator).containsKey(Area.REGION);
    }

    List<Long> profile(SampleIndicator indicator) {
        long[] months = profiles.get(indicator.profile());
        if (months == null) {
            throw unknown(indicator);
        }
        return Arrays.stream(months).boxed().toList();
    }

    private static IllegalStateException unknown(SampleIndicator indicator) {
        return new IllegalStateException("seeds/sample_indicator.csv: " + indicator.code() + " names the weights \""
                + indicator.weights() + "\" and the profile \"" + indicator.profile()
                + "\"; seeds/sample_weight.csv and seeds/sample_profile.csv must have them.");
    }

    /** The smallest step of the indicator's figures, in base units. */
    BigDecimal step(String indicator) {
        return Optional.ofNullable(steps.get(indicator)).orElse(BigDecimal.ONE);
    }

    /** The smallest step a line can hold, in base units. */
    BigDecimal step(FormLine line) {
        BigDecimal factor = line.unit().isEmpty()
                ? BigDecimal.ONE
                : units.find(line.unit()).orElseThrow().factor();
        return factor.scaleByPowerOfTen(-line.decimals());
    }
}
