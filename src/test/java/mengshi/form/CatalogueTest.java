package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import mengshi.model.Area;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final Path SEEDS = Path.of("src/test/resources/seeds-form");

    @Test
    void a_form_says_when_it_is_collected_and_due() {
        Schedule monthly = TestForms.form("NM-M01").schedule();

        assertThat(monthly.collects(Period.of("2025-06"))).isTrue();
        assertThat(monthly.collects(Period.of("2025-01"))).isFalse();
        assertThat(monthly.collects(Period.of("2025-Q2"))).isFalse();
        assertThat(monthly.collects(Period.of("2027-02"))).isFalse();
        assertThat(monthly.dueOn(Period.of("2025-12"))).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(TestForms.form("NM-Q01").schedule().dueOn(Period.of("2025-Q2")))
                .isEqualTo(LocalDate.of(2025, 7, 20));
    }

    @Test
    void leagues_send_their_forms_and_the_region_its_own() {
        assertThat(TestForms.AREAS.submitters(TestForms.form("NM-M01")))
                .extracting(Area::code)
                .containsExactly("150100", "150700", "152500");
        assertThat(TestForms.AREAS.submitters(TestForms.form("NM-R01")))
                .extracting(Area::code)
                .containsExactly("150000");
    }

    @Test
    void an_old_name_means_its_area_in_its_time_only() {
        assertThat(TestForms.AREAS.byName("呼伦贝尔盟", LocalDate.of(2000, 6, 30))).contains(new Area("150700", "呼伦贝尔市"));
        assertThat(TestForms.AREAS.byName("呼伦贝尔盟", LocalDate.of(2025, 6, 30))).isEmpty();
    }

    @Test
    void an_old_code_means_its_area_in_its_time_and_no_other() {
        AreaCatalogue areas = AreaCatalogue.from(Seeds.builtIn());

        assertThat(areas.byCode("152300", LocalDate.of(1998, 6, 30))).contains(new Area("150500", "通辽市"));
        assertThat(areas.byCode("152300", LocalDate.of(2025, 6, 30))).isEmpty();
        assertThat(areas.byCode("152600", LocalDate.of(1990, 6, 30))).contains(new Area("150900", "乌兰察布市"));
        assertThat(areas.byCode("152600", LocalDate.of(1981, 6, 30)))
                .as("then it was the code of 锡林郭勒盟")
                .isEmpty();
        assertThat(areas.areas()).hasSize(13);
    }

    @Test
    void a_unit_is_found_in_every_width() {
        assertThat(TestForms.UNITS.find("（亿 元）").map(Unit::base)).contains("元");
        assertThat(TestForms.UNITS.find("％").map(Unit::base)).contains("%");
        assertThat(TestForms.UNITS.find("")).isEmpty();
    }

    @Test
    void a_line_that_takes_a_measure_without_a_column_is_refused(@TempDir Path folder) throws IOException {
        String lines = Files.readString(SEEDS.resolve("form_line.csv")).replace("YTD|YOY_YTD,\n", "YTD|MOM,\n");
        copySeeds(folder);
        Files.writeString(folder.resolve("form_line.csv"), lines);

        assertThatThrownBy(() -> FormCatalogue.from(Seeds.overriddenBy(folder)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seeds/form_line.csv: line 601 of NM-Q01 takes " + Measure.MOM
                        + ", for which seeds/form_column.csv gives the form no column.");
    }

    @Test
    void one_unit_with_two_meanings_is_refused(@TempDir Path folder) throws IOException {
        copySeeds(folder);
        Files.writeString(folder.resolve("unit.csv"), "unit,base_unit,factor,note\n万元,元,10000,\n万 元,元,1000,\n");

        assertThatThrownBy(() -> UnitCatalogue.from(Seeds.overriddenBy(folder)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("record 3: 万 元 stands twice with different meanings");
    }

    private static void copySeeds(Path folder) throws IOException {
        try (var files = Files.list(SEEDS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
