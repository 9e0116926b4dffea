package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mengshi.model.Period;
import mengshi.sample.CleanSubmissions;
import mengshi.warehouse.Campaign.Score;
import mengshi.warehouse.Campaign.Told;
import org.junit.jupiter.api.Test;

/** How much of what people get wrong the rule book finds, and how often it cries wolf: the short version of the campaign. */
class RuleBookIT {

    @Test
    void sound_submissions_have_no_hard_finding_and_hardly_a_soft_one() {
        try (TestWarehouse warehouse = new TestWarehouse()) {
            Campaign campaign =
                    new Campaign(warehouse, new CleanSubmissions(7), Period.of("2024-03"), Period.of("2025-06"));

            List<Told> told = campaign.checkAll();

            assertThat(campaign.submissions()).isGreaterThan(400);
            assertThat(told)
                    .filteredOn(finding -> finding.severity().equals("ERROR"))
                    .isEmpty();
            assertThat(told).hasSizeLessThan(campaign.submissions() / 50);
        }
    }

    /** Every eighth kind in one month; the campaign plants them all in six. */
    @Test
    void planted_faults_are_found() {
        List<PlantedFault> all = PlantedFault.all();
        List<PlantedFault> some = IntStream.range(0, all.size())
                .filter(number -> number % 8 == 0)
                .mapToObj(all::get)
                .toList();

        Map<PlantedFault, Score> scores = CampaignIT.found(some, List.of(Period.of("2025-06")));

        CampaignIT.print(scores);
        assertThat(scores.values())
                .allSatisfy(score -> assertThat(score.planted).isPositive());
        assertThat(CampaignIT.recall(scores, true)).isGreaterThanOrEqualTo(0.99);
        assertThat(CampaignIT.recall(scores, false)).isGreaterThanOrEqualTo(0.95);
    }
}
