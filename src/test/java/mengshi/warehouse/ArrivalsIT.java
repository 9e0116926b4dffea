package mengshi.warehouse;

import static mengshi.warehouse.Arrivals.Registration.DUPLICATE;
import static mengshi.warehouse.Arrivals.Registration.KNOWN;
import static mengshi.warehouse.Arrivals.Registration.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a file that arrives, by what is known of its bytes. */
class ArrivalsIT {

    private static final Instant MODIFIED = TestWarehouse.START;
    private static final String AREA = "150100";
    private static final String PERIOD = "2025-06";

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

    private static Draft roads(String kilometres) {
        return Draft.of("NM-M02", AREA, PERIOD).in("公里", "1", 0).put("RURAL_ROADS", Measure.YTD, kilometres);
    }

    /** A file with these bytes has gone through a night. */
    private static long night(String sha256, Draft draft) {
        warehouse.store().put(sha256, draft.reading());
        Night night = warehouse.night();
        long submission = night.receive(sha256);
        night.go();
        return submission;
    }

    @Test
    void a_file_never_seen_is_taken() {
        Arrivals.Registration registration = warehouse.night().register("/inbox/a.xlsx", "a", MODIFIED);

        assertThat(registration).isEqualTo(TAKEN);
        assertThat(warehouse.texts("select file_name || ' ' || state from mart.submission"))
                .containsExactly("a.xlsx RECEIVED");
    }

    @Test
    void the_same_arrival_seen_again_is_known_and_makes_no_second_submission() {
        Night night = warehouse.night();
        night.register("/inbox/a.xlsx", "a", MODIFIED);

        assertThat(night.register("/inbox/a.xlsx", "a", MODIFIED)).isEqualTo(KNOWN);
        assertThat(warehouse.night().register("/inbox/a.xlsx", "a", MODIFIED)).isEqualTo(KNOWN);
        assertThat(warehouse.whole("select count(*) from mart.submission")).isEqualTo(1);
        Arrivals arrivals = new Arrivals(warehouse.loader(), warehouse.clock());
        assertThat(arrivals.known(List.of(
                        new Arrivals.Lying("/inbox/a.xlsx", 1, MODIFIED),
                        new Arrivals.Lying("/inbox/b.xlsx", 1, MODIFIED))))
                .isEqualTo(Map.of("/inbox/a.xlsx", "a"));
        assertThat(arrivals.known(List.of(new Arrivals.Lying("/inbox/a.xlsx", 2, MODIFIED))))
                .isEmpty();
    }

    @Test
    void of_files_that_come_together_with_the_same_bytes_the_first_is_taken_and_the_others_are_its_duplicates() {
        Night night = warehouse.night();
        List<Arrivals.SeenFile> together = List.of("a 1", "b 2", "c 1", "d 1").stream()
                .map(file -> new Arrivals.SeenFile(
                        new Arrivals.Lying("/inbox/" + file + ".xlsx", 1, MODIFIED), file + ".xlsx", file.substring(2)))
                .toList();

        List<Arrivals.Registration> outcomes = new Arrivals(warehouse.loader(), warehouse.clock())
                .register(together, night.runId(), night.run().readWith());

        assertThat(outcomes).containsExactly(TAKEN, TAKEN, DUPLICATE, DUPLICATE);
        assertThat(warehouse.texts("""
                        select submission.file_name || ' ' || submission.state || coalesce(' of ' || twin.file_name, '')
                        from mart.submission as submission
                        left join mart.submission as twin on twin.submission_id = submission.duplicate_of
                        order by submission.file_name"""))
                .containsExactly(
                        "a 1.xlsx RECEIVED",
                        "b 2.xlsx RECEIVED",
                        "c 1.xlsx DUPLICATE of a 1.xlsx",
                        "d 1.xlsx DUPLICATE of a 1.xlsx");
    }

    @Test
    void the_same_path_with_other_bytes_or_another_time_is_another_arrival() {
        Night night = warehouse.night();
        night.register("/inbox/a.xlsx", "a", MODIFIED);

        assertThat(night.register("/inbox/a.xlsx", "b", MODIFIED)).isEqualTo(TAKEN);
        assertThat(night.register("/inbox/a.xlsx", "a", MODIFIED.plusSeconds(1)))
                .isEqualTo(DUPLICATE);
    }

    @Test
    void bytes_that_wait_to_be_read_are_a_duplicate() {
        Night night = warehouse.night();
        long first = night.receive("a");

        long second = night.receive("a");

        assertThat(warehouse.state(second)).isEqualTo("DUPLICATE");
        assertThat(warehouse.whole("select duplicate_of from mart.submission where submission_id = " + second))
                .isEqualTo((int) first);
    }

    @Test
    void bytes_that_are_published_are_a_duplicate_and_nothing_is_published_again() {
        long first = night("a", roads("100"));

        Night night = warehouse.night();
        long second = night.receive("a");
        night.go();

        assertThat(warehouse.state(first)).isEqualTo("PUBLISHED");
        assertThat(warehouse.state(second)).isEqualTo("DUPLICATE");
        assertThat(warehouse.text("select area_code || period || form_code || coalesce(version, -1)"
                        + " from mart.submission where submission_id = " + second))
                .isEqualTo("1501002025-06NM-M02-1");
        assertThat(warehouse.whole("select count(*) from mart.run where publication_id is not null"))
                .isEqualTo(1);
    }

    @Test
    void bytes_of_an_older_version_are_a_new_version() {
        long first = night("a", roads("100"));
        long second = night("b", roads("90").frame("correction_reason", "剔除重复里程"));

        long third = night("a", roads("100"));

        assertThat(warehouse.state(first)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(second)).isEqualTo("PUBLISHED");
        assertThat(warehouse.version(third)).isEqualTo(3);
        assertThat(warehouse.state(third)).isEqualTo("HELD");
        assertThat(warehouse.reason(third)).isEqualTo("REVISED_WITHOUT_REASON");
    }

    @Test
    void published_bytes_are_no_duplicate_while_a_newer_version_is_held_and_take_its_place() {
        long published = night("a", roads("100"));
        long held = night("b", roads("90"));

        long again = night("a", roads("100"));

        assertThat(warehouse.state(held)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.version(again)).isEqualTo(3);
        assertThat(warehouse.state(again)).isEqualTo("PUBLISHED");
        assertThat(warehouse.state(published)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.texts("select value::text from mart.observation")).containsExactly("100");
    }

    @Test
    void held_bytes_are_a_duplicate_until_forms_rules_or_program_change() {
        long held = night("a", roads("-1"));
        long same = warehouse.night().receive("a");

        Night changed = warehouse.night("1.1");
        long looked = changed.receive("a");

        assertThat(warehouse.reason(held)).isEqualTo("VALUE_OUT_OF_RANGE");
        assertThat(warehouse.state(same)).isEqualTo("DUPLICATE");
        assertThat(warehouse.state(looked)).isEqualTo("RECEIVED");
    }

    @Test
    void rejected_bytes_are_a_duplicate_until_forms_rules_or_program_change() {
        warehouse
                .store()
                .put(
                        "a",
                        new Reading.Refused(new Finding(
                                FindingCode.FILE_ENCRYPTED, new Place.InFile("a.xlsx"), Subject.WHOLE, Map.of())));
        Night first = warehouse.night();
        long rejected = first.receive("a");
        first.go();
        long same = warehouse.night().receive("a");

        Night changed = warehouse.night("1.1");
        long looked = changed.receive("a");

        assertThat(warehouse.state(rejected)).isEqualTo("REJECTED");
        assertThat(warehouse.reason(rejected)).isEqualTo("FILE_ENCRYPTED");
        assertThat(warehouse.codes(rejected)).containsExactly("FILE_ENCRYPTED");
        assertThat(warehouse.state(same)).isEqualTo("DUPLICATE");
        assertThat(warehouse.state(looked)).isEqualTo("RECEIVED");
    }

    @Test
    void held_bytes_sent_again_under_changed_rules_take_the_place_of_the_first_and_do_not_rival_it() {
        long held = night("a", roads("-1"));

        Night changed = warehouse.night("1.1");
        long again = changed.receive("a");
        changed.go();

        assertThat(warehouse.state(held)).isEqualTo("SUPERSEDED");
        assertThat(warehouse.state(again)).isEqualTo("HELD");
        assertThat(warehouse.reason(again)).isEqualTo("VALUE_OUT_OF_RANGE");
        assertThat(warehouse.codes(again)).containsExactly("VALUE_OUT_OF_RANGE");
    }

    @Test
    void a_held_submission_is_looked_at_again_only_when_forms_rules_or_program_change() {
        night("a", roads("-1"));
        Manifest manifest = new Manifest(warehouse.loader());

        assertThat(manifest.waiting(warehouse.versions().readWith("1.0"))).isZero();
        assertThat(manifest.waiting(warehouse.versions().readWith("1.1"))).isEqualTo(1);
    }
}
