package mengshi.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCatalogueTest {

    private static final String HEADER = "target_id,section,paragraph,phrase,indicator_code,indicator_zh,indicator_en,"
            + "modality,aspiration,value,unit,base_value,base_unit,kind,direction,scope_kind,scope,pace,tolerance,"
            + "tolerance_reason,reported_by,cannot_judge_reason,note,also_at,stage\n";
    private static final String JOBS = "T1,headline,3,新增就业18万人以上,JOBS,新增就业,Jobs,"
            + "at_least,no,18,万人,17,万人,volume,up,region,150000,time,,,NM-R01,,,,\n";
    private static final String RAILWAY = "T2,2,9,建成高铁,RAIL,高铁,Railway,"
            + "milestone,yes,,,,,milestone,up,area,150100,none,,,none,NOT_REPORTED,铺轨在即,,完工\n";
    private static final String GDP = "T3,10,3,增长6%左右,GDP,地区生产总值,GDP,"
            + "about,no,6,%,,,growth,up,region,150000,none,0.2,±0.2,NM-R01,,,16:增长6%|17:增速6%左右,\n";

    @TempDir
    private Path folder;

    @Test
    void rows_become_targets_headline_first_then_by_number_of_section() throws IOException {
        TargetCatalogue catalogue = catalogue(GDP + RAILWAY + JOBS);

        assertThat(catalogue.targets()).extracting(Target::id).containsExactly("T1", "T2", "T3");
        assertThat(catalogue.sections()).containsExactly("headline", "2", "10");
        assertThat(catalogue.section("10")).extracting(Target::id).containsExactly("T3");
        Target jobs = catalogue.targets().get(0);
        assertThat(jobs.origin()).isEqualTo(new Target.Origin("headline", new Passage(3, "新增就业18万人以上"), List.of()));
        assertThat(jobs.aim())
                .isEqualTo(new Target.Aim(
                        Modality.AT_LEAST,
                        false,
                        new Target.Quantity(new BigDecimal("18"), "万人"),
                        new Target.Quantity(new BigDecimal("17"), "万人"),
                        Target.Direction.UP,
                        ""));
        assertThat(jobs.judging())
                .isEqualTo(new Target.Judging(Target.Kind.VOLUME, Target.Pace.TIME, null, "", "NM-R01", ""));
    }

    @Test
    void a_target_said_again_is_one_target_with_further_places() throws IOException {
        TargetCatalogue catalogue = catalogue(GDP);

        assertThat(catalogue.targets()).singleElement().satisfies(gdp -> assertThat(
                        gdp.origin().repeated())
                .containsExactly(new Passage(16, "增长6%"), new Passage(17, "增速6%左右")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"增长6%", "16:", ":增长6%", "x:增长6%"})
    void what_is_no_place_is_refused(String text) {
        assertThatThrownBy(() -> Passage.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paragraph:phrase");
    }

    @Test
    void a_target_is_written_with_its_modality() throws IOException {
        TargetCatalogue catalogue = catalogue(GDP + RAILWAY + JOBS);

        assertThat(catalogue.targets())
                .extracting(target -> target.aim().written())
                .containsExactly("≥18万人", "完工", "6%左右");
        assertThat(Modality.EXCEED.with("3000", "亿元")).isEqualTo(">3000亿元");
        assertThat(Modality.HOLD.with("1", "位")).isEqualTo("保持第1位");
        assertThat(Modality.NEAR.with("90", "%")).isEqualTo("近90%");
        assertThat(Modality.IN_STEP.with("0", "百分点")).isEqualTo("同步");
    }

    @Test
    void a_word_that_is_none_is_refused_with_its_place() {
        assertThatThrownBy(() -> catalogue(GDP.replace("growth", "groth")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seeds/target_2030.csv, record 2: column kind holds \"groth\"");
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> catalogue(GDP + GDP)).hasMessageContaining("T3 stands there twice");
    }

    @Test
    void the_built_in_catalogue_is_well_formed() {
        TargetCatalogue catalogue = TargetCatalogue.from(Seeds.builtIn(), 2025);

        assertThat(catalogue.section("headline")).isNotEmpty();
        assertThat(catalogue.targets())
                .allSatisfy(target -> assertThat(target.aim().written()).isNotBlank());
    }

    @Test
    void reasons_are_told_in_words() {
        assertThat(Reason.inChinese("NO_DATA")).isEqualTo("本期无数据");
        assertThat(Reason.inChinese("ABOUT_DECIDES;SOURCES_DIFFER 5.8")).isEqualTo("“左右”容差内；与盟市汇总不一 5.8");
        assertThat(Reason.inChinese("5.9 : 6.1")).isEqualTo("5.9 : 6.1");
    }

    @Test
    void every_verdict_has_a_sign_of_its_own() {
        assertThat(Verdict.values()).extracting(Verdict::sign).doesNotHaveDuplicates();
    }

    private TargetCatalogue catalogue(String rows) throws IOException {
        Files.writeString(folder.resolve("target_2030.csv"), HEADER + rows);
        return TargetCatalogue.from(Seeds.overriddenBy(folder), 2030);
    }
}
