package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.warehouse.TestWarehouse.Found;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several workbooks for one form, area and period: which one holds, and what becomes of the others. */
class VersionsIT {

    private static final String AREA = "150100";
    private static final String PERIOD = "2025-06";
    private static final String REASON = "correction_reason";

    private static TestWarehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void forget() {
        warehouse.clear();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static Draft form() {
        return Draft.of("NM-M02", AREA, PERIOD).in("公里", "1", 0);
    }

    private static Draft roads(String kilometres) {
        return form().put("RURAL_ROADS", Measure.YTD, kilometres);
    }

    private static long night(Draft draft) {
        Night night = warehouse.night();
        long submission = night.receive(draft);
        night.go();
        return submission;
    }

    private static List<String> current() {
        return warehouse.texts(
                "select indicator_code || ' ' || measure || ' ' || coalesce(value::text, value_text, '-')"
                        + " from mart.observation order by 1");
    }

    @Test
    void a_correction_with_a_reason_supersedes_what_was_published() {
        long first = night(roads("100"));
        long second = night(roads("90").frame(REASON, "剔除重复里程"));

        assertThat(warehouse.state(first)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(second)).isEqualTo("PUBLISHED");
        assertThat(warehouse.version(first)).isEqualTo(1);
        assertThat(warehouse.version(second)).isEqualTo(2);
        assertThat(current()).containsExactly("RURAL_ROADS YTD 90");
        assertThat(warehouse.owner().sql("""
                        select concat_ws(' ', value, submission_id = ?, superseded_by = (
                            select max(publication_id) from ops.publication))
                        from warehouse.fact_observation
                        order by publication_id""").param(first).query(String.class).list())
                .containsExactly("100 t t", "90 f");
    }

    @Test
    void a_correction_without_a_reason_is_held_and_what_is_published_stays() {
        long first = night(roads("100"));
        Draft changed = roads("90").put("DESERT_ROADS", Measure.YTD, "7");
        long second = night(changed);

        assertThat(warehouse.state(first)).isEqualTo("PUBLISHED");
        assertThat(warehouse.state(second)).isEqualTo("HELD");
        assertThat(warehouse.reason(second)).isEqualTo("REVISED_WITHOUT_REASON");
        assertThat(current()).containsExactly("RURAL_ROADS YTD 100");
        assertThat(warehouse.findings(second, "REVISED_WITHOUT_REASON"))
                .containsExactly(
                        new Found("REVISED_WITHOUT_REASON", 2, "ERROR", "OPEN", Draft.SHEET, "E5", "90 公里", "100 公里"));
    }

    @Test
    void the_same_figures_again_need_no_reason() {
        night(roads("100"));
        long second = night(roads("100"));

        assertThat(warehouse.state(second)).isEqualTo("PUBLISHED");
        assertThat(warehouse.version(second)).isEqualTo(2);
        assertThat(warehouse.codes(second)).isEmpty();
    }

    @Test
    void a_figure_withdrawn_by_a_correction_is_no_longer_current() {
        night(roads("100").put("DESERT_ROADS", Measure.YTD, "7"));
        long second = night(roads("100").frame(REASON, "穿沙公路由交通厅统一报送"));

        assertThat(warehouse.state(second)).isEqualTo("PUBLISHED");
        assertThat(current()).containsExactly("RURAL_ROADS YTD 100");
    }

    @Test
    void a_figure_withdrawn_without_a_reason_holds_the_correction() {
        night(roads("100").put("DESERT_ROADS", Measure.YTD, "7"));
        long second = night(roads("100"));

        assertThat(warehouse.reason(second)).isEqualTo("REVISED_WITHOUT_REASON");
        assertThat(current()).containsExactly("DESERT_ROADS YTD 7", "RURAL_ROADS YTD 100");
        assertThat(warehouse.findings(second, "REVISED_WITHOUT_REASON"))
                .containsExactly(new Found("REVISED_WITHOUT_REASON", 2, "ERROR", "OPEN", null, null, "—", "7 公里"));
    }

    @Test
    void a_stage_or_a_mark_changed_without_a_reason_holds_the_correction() {
        night(form().stage("MILESTONE_HOHHOT_AIRPORT", "完工").missing("RURAL_ROADS", Measure.YTD, ObservationStatus.L));
        long second = night(form().stage("MILESTONE_HOHHOT_AIRPORT", "在建")
                .missing("RURAL_ROADS", Measure.YTD, ObservationStatus.M));

        assertThat(warehouse.reason(second)).isEqualTo("REVISED_WITHOUT_REASON");
        assertThat(warehouse.findings(second, "REVISED_WITHOUT_REASON"))
                .extracting(Found::cell, Found::observed, Found::expected)
                .containsExactly(tuple("E6", "…", "…"), tuple("N5", "在建", "完工"));
        assertThat(warehouse.messages(second)).noneMatch(message -> message.contains("由改为"));
    }

    @Test
    void a_finding_that_a_correction_mends_is_fixed_and_one_that_recurs_persists() {
        Draft faulty = form().put("INDUSTRIAL_FIRMS", Measure.YTD, "10")
                .put("INDUSTRIAL_FIRMS_WITH_RD", Measure.YTD, "12")
                .put("VILLAGES", Measure.YTD, "10")
                .put("VILLAGES_WITH_EXPRESS", Measure.YTD, "13");
        long first = night(faulty);
        Draft halfMended = form().put("VILLAGES", Measure.YTD, "10")
                .put("VILLAGES_WITH_EXPRESS", Measure.YTD, "13")
                .put("INDUSTRIAL_FIRMS", Measure.YTD, "12")
                .put("INDUSTRIAL_FIRMS_WITH_RD", Measure.YTD, "12");
        long second = night(halfMended);

        assertThat(warehouse.state(first)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(second)).isEqualTo("HELD");
        assertThat(warehouse.texts("select state || ' ' || cell || ' v' || version from mart.finding"
                        + " where code = 'PART_EXCEEDS_TOTAL' order by 1"))
                .containsExactly("FIXED E6 v1", "OPEN E8 v1", "PERSISTING E6 v2");
        assertThat(warehouse.whole("select count(distinct finding_id) from mart.finding"
                        + " where indicator_code = 'VILLAGES_WITH_EXPRESS'"))
                .isEqualTo(1);
    }

    @Test
    void a_held_submission_gives_way_to_a_corrected_one_which_needs_no_reason() {
        long first = night(roads("-1"));
        long second = night(roads("1"));

        assertThat(warehouse.state(first)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(second)).isEqualTo("PUBLISHED");
        assertThat(warehouse.findings(first, "VALUE_OUT_OF_RANGE"))
                .extracting(Found::state)
                .containsExactly("FIXED");
        assertThat(current()).containsExactly("RURAL_ROADS YTD 1");
    }

    @Test
    void a_held_submission_is_published_once_its_hard_finding_is_waived() {
        long held = night(roads("-1"));
        warehouse
                .owner()
                .sql("update warehouse.fact_finding set state = 'WAIVED'")
                .update();

        warehouse.night().go();

        assertThat(warehouse.state(held)).isEqualTo("PUBLISHED");
        assertThat(current()).containsExactly("RURAL_ROADS YTD -1");
        assertThat(warehouse.findings(held, "VALUE_OUT_OF_RANGE"))
                .extracting(Found::state)
                .containsExactly("WAIVED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_waived_stays_so_in_the_next_version_with_the_same_figure(boolean isPublishedBetween) {
        long held = night(roads("-1"));
        String finding = warehouse.text("select finding_id from mart.finding where code = 'VALUE_OUT_OF_RANGE'");
        new Answers(warehouse.loader(), warehouse.clock()).waive(finding, "与盟市电话核对，确有退出里程", "张三");
        if (isPublishedBetween) {
            warehouse.night().go();
        }

        long same = night(roads("-1").put("VILLAGES", Measure.YTD, "10").frame(REASON, "补报"));

        assertThat(warehouse.state(held)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.findings(same, "VALUE_OUT_OF_RANGE"))
                .extracting(Found::state)
                .containsExactly("WAIVED");
        assertThat(warehouse.state(same)).isEqualTo("PUBLISHED");
        assertThat(current()).containsExactly("RURAL_ROADS YTD -1", "VILLAGES YTD 10");

        long other = night(roads("-2").frame(REASON, "更正"));

        assertThat(warehouse.findings(other, "VALUE_OUT_OF_RANGE"))
                .extracting(Found::state)
                .containsExactly("PERSISTING");
        assertThat(warehouse.state(other)).isEqualTo("HELD");
    }

    /** That nobody can see a fault any more does not mend it. */
    @Test
    void a_finding_whose_edit_cannot_be_checked_in_the_next_version_stays_open_until_it_can() {
        Draft more = form().put("VILLAGES", Measure.YTD, "10").put("VILLAGES_WITH_EXPRESS", Measure.YTD, "13");
        long first = night(more);

        night(form().missing("VILLAGES", Measure.YTD, ObservationStatus.L)
                .put("VILLAGES_WITH_EXPRESS", Measure.YTD, "13"));

        assertThat(warehouse.findings(first, "PART_EXCEEDS_TOTAL"))
                .extracting(Found::state)
                .containsExactly("OPEN");

        night(form().put("VILLAGES", Measure.YTD, "13")
                .put("VILLAGES_WITH_EXPRESS", Measure.YTD, "13")
                .frame(REASON, "补报"));

        assertThat(warehouse.findings(first, "PART_EXCEEDS_TOTAL"))
                .extracting(Found::state)
                .containsExactly("FIXED");
    }

    @Test
    void a_waived_revision_stays_waived_when_the_published_figures_are_checked_again() {
        night(roads("100"));
        long revised = night(roads("90"));
        warehouse
                .owner()
                .sql("update warehouse.fact_finding set state = 'WAIVED'")
                .update();
        warehouse.night().go();

        night(Draft.of("NM-M02", AREA, "2025-05").in("公里", "1", 0).put("RURAL_ROADS", Measure.YTD, "80"));

        assertThat(warehouse.state(revised)).isEqualTo("PUBLISHED");
        assertThat(warehouse.findings(revised, "REVISED_WITHOUT_REASON"))
                .extracting(Found::state)
                .containsExactly("WAIVED");
    }

    @Test
    void of_two_that_come_together_the_later_reporting_date_wins_whichever_was_first() {
        Night night = warehouse.night();
        long later = night.receive(roads("2").frame("reported_on", "2025-07-06"));
        long earlier = night.receive(roads("1").frame("reported_on", "2025-07-05"));
        night.go();

        assertThat(warehouse.state(later)).isEqualTo("PUBLISHED");
        assertThat(warehouse.state(earlier)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.version(later)).isEqualTo(2);
        assertThat(current()).containsExactly("RURAL_ROADS YTD 2");
    }

    @Test
    void two_that_come_together_with_one_reporting_date_are_both_held() {
        Night night = warehouse.night();
        long one = night.receive(roads("1"));
        long other = night.receive(roads("2"));
        night.go();

        assertThat(List.of(warehouse.state(one), warehouse.state(other))).containsOnly("HELD");
        assertThat(List.of(String.valueOf(warehouse.reason(one)), String.valueOf(warehouse.reason(other))))
                .containsOnly("VERSION_AMBIGUOUS");
        assertThat(current()).isEmpty();
        assertThat(warehouse.messages(one)).hasSize(1).noneMatch(message -> message.contains("{"));
    }

    @Test
    void two_that_come_together_with_a_reporting_date_missing_are_both_held() {
        Night night = warehouse.night();
        long dated = night.receive(roads("1"));
        long undated = night.receive(roads("2").without("reported_on"));
        night.go();

        assertThat(warehouse.reason(dated)).isEqualTo("VERSION_AMBIGUOUS");
        assertThat(warehouse.reason(undated)).isEqualTo("VERSION_AMBIGUOUS");
    }

    @Test
    void two_held_as_ambiguous_stay_so_when_looked_at_again_and_make_way_for_a_third() {
        Night first = warehouse.night();
        long one = first.receive(roads("1"));
        long other = first.receive(roads("2"));
        first.go();

        warehouse.night("1.1").go();

        assertThat(List.of(warehouse.state(one), warehouse.state(other))).containsOnly("HELD");

        long third = night(roads("2").frame("reported_on", "2025-07-06"));

        assertThat(List.of(warehouse.state(one), warehouse.state(other))).containsOnly("SUPERSEDED");
        assertThat(warehouse.state(third)).isEqualTo("PUBLISHED");
        assertThat(warehouse.version(third)).isEqualTo(3);
        assertThat(warehouse.texts("select distinct state from mart.finding where code = 'VERSION_AMBIGUOUS'"))
                .containsExactly("FIXED");
    }

    @Test
    void waiving_the_doubt_between_two_frees_the_newer_and_retires_the_other() {
        Night first = warehouse.night();
        long one = first.receive(roads("1"));
        long other = first.receive(roads("2"));
        first.go();
        String doubt = warehouse.text("select min(finding_id) from mart.finding where code = 'VERSION_AMBIGUOUS'");

        new Answers(warehouse.loader(), warehouse.clock()).waive(doubt, "与盟市电话核对，以后一份为准", "张三");
        warehouse.night().go();

        assertThat(warehouse.state(one)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(other)).isEqualTo("PUBLISHED");
        assertThat(current()).containsExactly("RURAL_ROADS YTD 2");
        assertThat(warehouse.texts("select finding_id from mart.finding where closed_at is null"))
                .isEmpty();
    }

    @Test
    void a_finding_that_is_mended_and_comes_back_counts_on_every_page_as_it_stood_then() {
        Draft april = Draft.of("NM-M02", AREA, "2025-04").in("亩", "1", 0).put("DESERT_CONTROL", Measure.YTD, "90");
        List<Integer> falls = new ArrayList<>();
        for (Draft next : List.of(march("100"), april, march("80"), march("100"))) {
            warehouse
                    .clock()
                    .set(warehouse.clock().instant().plus(Duration.ofDays(1)).toString());
            night(next);
        }

        for (int publication = 1; publication <= 4; publication++) {
            falls.add(warehouse.whole("select coalesce(sum(findings), 0)::integer"
                    + " from mart.publication cross join lateral mart.finding_count_on(publication_id)"
                    + " where code = 'CUMULATIVE_FALLS' and publication_id = (select publication_id"
                    + " from mart.publication order by publication_id offset " + (publication - 1) + " limit 1)"));
        }

        assertThat(falls).containsExactly(0, 1, 0, 1);
        assertThat(warehouse.texts("select state from mart.finding where code = 'CUMULATIVE_FALLS'"))
                .containsExactly("OPEN");
    }

    private static Draft march(String mu) {
        return Draft.of("NM-M02", AREA, "2025-03")
                .in("亩", "1", 0)
                .put("DESERT_CONTROL", Measure.YTD, mu)
                .frame(REASON, "核对后更正");
    }

    @Test
    void a_correction_that_comes_when_the_held_one_is_looked_at_again_is_not_its_rival() {
        long held = night(roads("-1"));

        Night changed = warehouse.night("1.1");
        long corrected = changed.receive(roads("1"));
        changed.go();

        assertThat(warehouse.state(held)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(corrected)).isEqualTo("PUBLISHED");
        assertThat(warehouse.version(corrected)).isEqualTo(2);
    }

    @Test
    void a_cell_that_cannot_be_read_in_a_correction_is_one_error_and_not_also_a_revision() {
        night(roads("100"));
        long second = night(form().fault(FindingCode.NOT_A_NUMBER, "RURAL_ROADS", Measure.YTD));

        assertThat(warehouse.codes(second)).containsExactly("NOT_A_NUMBER");
        assertThat(warehouse.results(second, "L2-REVISION-NM-M02-001", "RURAL_ROADS/YTD"))
                .containsExactly(new TestWarehouse.Result("not_checkable", "NOT_A_NUMBER"));
        assertThat(current()).containsExactly("RURAL_ROADS YTD 100");
    }
}
