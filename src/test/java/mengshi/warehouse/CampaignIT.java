package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.sample.CleanSubmissions;
import mengshi.warehouse.Campaign.Score;
import mengshi.warehouse.Campaign.Told;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The long version: {@code mvn verify -Pcampaign -Dit.test=CampaignIT}. */
@Tag("campaign")
class CampaignIT {

    @Test
    void over_two_thousand_sound_submissions_have_no_hard_finding() {
        int submissions = 0;
        List<Told> hard = new ArrayList<>();
        int soft = 0;
        for (long seed = 1; seed <= 4; seed++) {
            try (TestWarehouse warehouse = new TestWarehouse()) {
                Campaign campaign =
                        new Campaign(warehouse, new CleanSubmissions(seed), Period.of("2024-01"), Period.of("2025-12"));
                List<Told> told = campaign.checkAll();
                submissions += campaign.submissions();
                told.stream()
                        .filter(finding -> finding.severity().equals("ERROR"))
                        .forEach(hard::add);
                soft += (int) told.stream()
                        .filter(finding -> finding.severity().equals("WARNING"))
                        .count();
            }
        }
        System.out.printf("%d sound submissions: %d hard findings, %d soft%n", submissions, hard.size(), soft);

        assertThat(submissions).isGreaterThanOrEqualTo(2000);
        assertThat(hard).isEmpty();
    }

    /** Of a round no month is the month, the quarter or the year before another, so that all can be checked at once. */
    @Test
    void planted_faults_are_found_in_six_periods_of_twelve_areas() {
        List<PlantedFault> monthly = PlantedFault.all(false);
        List<PlantedFault> quarterly = PlantedFault.all(true);
        Map<PlantedFault, Score> scores =
                found(monthly, months("2024-12", "2025-03", "2025-05", "2025-07", "2025-09", "2025-11"));
        scores.putAll(found(quarterly, months("2024-12", "2025-03", "2025-09")));
        found(quarterly, months("2024-09", "2025-06", "2025-12"))
                .forEach((fault, score) -> scores.merge(fault, score, Score::plus));

        print(scores);
        assertThat(scores).hasSizeGreaterThanOrEqualTo(60);
        assertThat(scores.keySet().stream().map(PlantedFault::name).distinct()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(scores).allSatisfy((fault, score) -> {
            assertThat(score.recall())
                    .as(fault.kind() + score.missed)
                    .isGreaterThanOrEqualTo(fault.isHard() ? 0.99 : 0.95);
            assertThat(score.precision()).as(fault.kind() + score.beside).isGreaterThanOrEqualTo(0.95);
        });
    }

    @Test
    void how_small_a_fault_may_be_and_still_be_found() {
        for (boolean isQuarterly : List.of(false, true)) {
            List<FaultSizes> all = FaultSizes.all(isQuarterly);
            Map<PlantedFault, Score> scores = found(
                    all.stream().flatMap(sizes -> sizes.faults().stream()).toList(), months("2025-03", "2025-09"));
            all.forEach(sizes -> System.out.println(sizes.told(scores)));

            assertThat(all).isNotEmpty().allSatisfy(sizes -> assertThat(sizes.smallestFound(scores))
                    .as(sizes.told(scores))
                    .isPresent());
        }
    }

    static Map<PlantedFault, Score> found(List<PlantedFault> faults, List<Period> months) {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            return Campaign.around(warehouse, new CleanSubmissions(7), months).plant(faults, months);
        }
    }

    private static List<Period> months(String... months) {
        return Stream.of(months).map(Period::of).toList();
    }

    /** Both on the same machine at the same time, so their ratio means something where seconds do not. */
    @Test
    void checking_a_thousand_submissions_takes_about_as_long_as_staging_them() {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            Night night = warehouse.night();
            List<Reading.Submitted> thousand = new CleanSubmissions(3)
                    .owed(Period.of("2024-01"), Period.of("2026-12")).stream()
                            .limit(1000)
                            .toList();
            for (Reading.Submitted submitted : thousand) {
                String sha256 = UUID.randomUUID().toString();
                warehouse.store().put(sha256, submitted);
                night.receive(sha256);
            }
            long start = System.nanoTime();
            night.read();
            long staged = System.nanoTime();
            ListeningSource listening = new ListeningSource(warehouse.loader());
            night.check(listening);
            long checked = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%d submissions: staged by COPY in %.1f s, all edits in %.1f s, ratio %.2f%n",
                    thousand.size(),
                    (staged - start) / 1e9,
                    (checked - staged) / 1e9,
                    (double) (checked - staged) / (staged - start));
            System.out.println(listening.slowest(60));

            assertThat(thousand).hasSize(1000);
            assertThat((double) (checked - staged) / (staged - start)).isLessThan(8);
        }
    }

    static double recall(Map<PlantedFault, Score> scores, boolean hard) {
        long comparable = 0;
        int found = 0;
        for (Map.Entry<PlantedFault, Score> entry : scores.entrySet()) {
            if (entry.getKey().isHard() == hard) {
                comparable += entry.getValue().planted - entry.getValue().blind();
                found += entry.getValue().found;
            }
        }
        assertThat(comparable).isPositive();
        return (double) found / comparable;
    }

    static void print(Map<PlantedFault, Score> scores) {
        scores.forEach((fault, score) -> System.out.println(String.format(
                Locale.ROOT,
                "%-4s recall %5.1f %%  precision %5.1f %%  of %3d%s%s  %s%s%s",
                fault.isHard() ? "hard" : "soft",
                100 * score.recall(),
                100 * score.precision(),
                score.planted - score.blind(),
                score.foundAmongSound == 0 ? "" : ", " + score.foundAmongSound + " only when ten areas were sound",
                score.blind() == 0 ? "" : ", and " + score.blind() + " with nothing on record to compare with",
                fault.kind(),
                score.beside.isEmpty() ? "" : "  beside it " + score.beside,
                score.missed.isEmpty() ? "" : "  missed in " + score.missed)));
        System.out.println(String.format(
                Locale.ROOT,
                "%d kinds, %d faults: %d found only when ten areas were sound, %d with nothing on record to compare with;"
                        + " recall hard %.2f %%, soft %.2f %%",
                scores.size(),
                sum(scores, score -> score.planted),
                sum(scores, score -> score.foundAmongSound),
                sum(scores, Score::blind),
                100 * recall(scores, true),
                100 * recall(scores, false)));
    }

    private static long sum(Map<PlantedFault, Score> scores, ToLongFunction<Score> of) {
        return scores.values().stream().mapToLong(of).sum();
    }
}
