package mengshi.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActualCatalogueTest {

    private static final String HEADER = "actual_id,paragraph,phrase,indicator_code,indicator_zh,qualifier,preliminary,"
            + "value,unit,kind,scope_kind,scope,target_id,note\n";
    private static final String TRADE =
            "A1,4,总额超2000亿元,TRADE,进出口总额,exceed,yes,2000,亿元,volume,region,150000,T2025-0803,预计数\n";
    private static final String PAGES = "A2,5,规章12件,,规章,equal,no,12,件,volume,region,150000,,\n";

    @TempDir
    private Path folder;

    @Test
    void a_row_becomes_a_result_with_its_words() throws IOException {
        ActualCatalogue catalogue = catalogue(TRADE + PAGES);

        assertThat(catalogue.actuals()).hasSize(2);
        Actual trade = catalogue.actuals().get(0);
        assertThat(trade.place()).isEqualTo(new Passage(4, "总额超2000亿元"));
        assertThat(trade.figure())
                .isEqualTo(new Actual.Figure(Modality.EXCEED, true, new Target.Quantity(new BigDecimal("2000"), "亿元")));
        assertThat(trade.figure().written()).isEqualTo(">2000亿元");
        assertThat(trade.targetId()).contains("T2025-0803");
        assertThat(catalogue.actuals().get(1).subject()).isEqualTo(new Actual.Subject(Optional.empty(), "规章"));
    }

    @Test
    void two_results_cannot_be_the_base_of_one_target() {
        assertThatThrownBy(() -> catalogue(TRADE + TRADE.replace("A1", "A3")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A3 is a second base of T2025-0803");
    }

    @Test
    void the_results_of_2024_are_the_bases_of_the_targets_of_2025() {
        ActualCatalogue actuals = ActualCatalogue.from(Seeds.builtIn(), 2024);
        TargetCatalogue targets = TargetCatalogue.from(Seeds.builtIn(), 2025);

        assertThat(actuals.actuals()).hasSizeGreaterThanOrEqualTo(120);
        for (Target target : targets.targets()) {
            assertThat(actuals.baseOf(target).map(base -> base.figure().quantity()))
                    .as(target.id())
                    .isEqualTo(Optional.ofNullable(target.aim().base()));
        }
    }

    private ActualCatalogue catalogue(String rows) throws IOException {
        Files.writeString(folder.resolve("actual_2029.csv"), HEADER + rows);
        return ActualCatalogue.from(Seeds.overriddenBy(folder), 2029);
    }
}
