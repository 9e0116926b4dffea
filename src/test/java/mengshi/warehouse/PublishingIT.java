package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mengshi.model.Measure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes a fact, when it is seen, and what was known when. */
class PublishingIT {

    private static TestWarehouse warehouse;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @BeforeEach
    void forget() {
        warehouse.clear();
        warehouse.clock().set("2025-07-20T18:00:00Z");
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static Draft roads(String area, String kilometres) {
        return Draft.of("NM-M02", area, "2025-06").in("公里", "1", 0).put("RURAL_ROADS", Measure.YTD, kilometres);
    }

    private static List<String> seen() {
        return warehouse.texts("select area_code || ' ' || value from mart.observation order by 1");
    }

    private static List<String> known(String moment) {
        return warehouse.texts(
                "select area_code || ' ' || value from mart.observation_as_known('" + moment + "') order by 1");
    }

    @Test
    void groups_are_published_one_after_the_other_until_none_is_left() {
        Night night = warehouse.night();
        TestWarehouse.AREAS.subList(0, 5).forEach(area -> night.receive(roads(area, "1")));
        night.read().check();
        Publishing publishing = night.publishing();

        assertThat(publishing.open(night.run())).isTrue();
        assertThat(publishing.publishGroup(night.runId(), 2)).isTrue();
        assertThat(warehouse.whole("select count(*) from mart.submission where state = 'PUBLISHED'"))
                .isEqualTo(2);
        assertThat(publishing.publishGroup(night.runId(), 2)).isTrue();
        assertThat(publishing.publishGroup(night.runId(), 2)).isTrue();
        assertThat(publishing.publishGroup(night.runId(), 2)).isFalse();
        assertThat(warehouse.whole("select count(*) from mart.submission where state = 'PUBLISHED'"))
                .isEqualTo(5);
    }

    @Test
    void nothing_is_seen_before_the_publication_is_closed() {
        Night night = warehouse.night();
        night.receive(roads("150100", "1"));
        night.read().check();
        Publishing publishing = night.publishing();
        publishing.open(night.run());
        publishing.publishGroup(night.runId(), 100);

        assertThat(seen()).isEmpty();

        publishing.close(night.runId());

        assertThat(seen()).containsExactly("150100 1");
    }

    @Test
    void the_old_figure_is_seen_until_the_publication_of_its_correction_is_closed() {
        warehouse.night().receive(roads("150100", "1"));
        warehouse.night().go();
        Night night = warehouse.night();
        night.receive(roads("150100", "2").frame("correction_reason", "里程复核"));
        night.read().check();
        Publishing publishing = night.publishing();
        publishing.open(night.run());
        publishing.publishGroup(night.runId(), 100);

        assertThat(seen()).containsExactly("150100 1");

        publishing.close(night.runId());

        assertThat(seen()).containsExactly("150100 2");
    }

    @Test
    void a_run_with_nothing_to_publish_opens_no_publication() {
        Night night = warehouse.night().read().check();

        assertThat(night.publishing().open(night.run())).isFalse();
        assertThat(night.publishing().publicationOf(night.runId())).isEmpty();
    }

    @Test
    void nothing_of_a_held_submission_is_published() {
        Night night = warehouse.night();
        long held = night.receive(roads("150100", "-1").put("DESERT_ROADS", Measure.YTD, "7"));
        night.receive(roads("150200", "2"));
        night.go();

        assertThat(warehouse.state(held)).isEqualTo("HELD");
        assertThat(seen()).containsExactly("150200 2");
        assertThat(warehouse
                        .owner()
                        .sql("select count(*) from warehouse.fact_observation where submission_id = ?")
                        .param(held)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void closing_times_strictly_increase_even_when_the_clock_goes_back() {
        for (String now : List.of("2025-07-20T18:00:00Z", "2025-07-20T17:00:00Z", "2025-07-20T17:00:00Z")) {
            warehouse.clock().set(now);
            Night night = warehouse.night();
            night.receive(roads(TestWarehouse.AREAS.get((int) (night.runId() % 12)), "1"));
            night.go();
        }

        assertThat(warehouse.owner().sql("""
                        select to_char(facts_closed_at at time zone 'UTC', 'HH24:MI:SS.US')
                        from ops.publication
                        order by publication_id""").query(String.class).list())
                .containsExactly("18:00:00.000000", "18:00:00.000001", "18:00:00.000002");
    }

    @Test
    void what_was_known_is_the_last_publication_closed_at_or_before_the_moment() {
        warehouse.night().receive(roads("150100", "1"));
        warehouse.night().go();
        warehouse.clock().set("2025-07-21T18:00:00Z");
        warehouse.night().receive(roads("150100", "2").frame("correction_reason", "里程复核"));
        warehouse.night().go();

        assertThat(known("2025-07-20T17:59:59Z")).isEmpty();
        assertThat(known("2025-07-20T18:00:00Z")).containsExactly("150100 1");
        assertThat(known("2025-07-21T17:59:59Z")).containsExactly("150100 1");
        assertThat(known("2025-07-21T18:00:00Z")).containsExactly("150100 2");
        assertThat(seen()).containsExactly("150100 2");
    }

    @Test
    void what_will_be_known_is_not_told() {
        assertThatThrownBy(() -> known("2999-01-01T00:00:00Z"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("that moment has not come yet");
        assertThatThrownBy(() ->
                        warehouse.texts("select target_id from mart.target_progress_as_known('2999-01-01T00:00:00Z')"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("that moment has not come yet");
    }

    @Test
    void publishing_again_inserts_nothing_twice() {
        Night night = warehouse.night();
        long submission = night.receive(roads("150100", "1"));
        night.read().check().publish();
        warehouse
                .owner()
                .sql("update ops.submission set state = 'READ' where submission_id = ?")
                .param(submission)
                .update();

        night.publish();

        assertThat(seen()).containsExactly("150100 1");
        assertThat(warehouse
                        .owner()
                        .sql("select count(*) from warehouse.fact_observation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_observation_that_would_not_become_a_fact_stops_the_group() {
        Night night = warehouse.night();
        night.receive(roads("150100", "1").put("NOT_IN_THE_CATALOGUE", Measure.YTD, "1"));
        night.read().check();
        Publishing publishing = night.publishing();
        publishing.open(night.run());

        assertThatThrownBy(() -> publishing.publishGroup(night.runId(), 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 staged observations did not become facts");
    }

    @Test
    void the_loader_cannot_alter_or_delete_a_fact() {
        warehouse.night().receive(roads("150100", "1"));
        warehouse.night().go();
        JdbcClient loader = JdbcClient.create(warehouse.loader());

        for (String statement : List.of(
                "update warehouse.fact_observation set value = 2",
                "delete from warehouse.fact_observation",
                "truncate warehouse.fact_observation")) {
            assertThatThrownBy(() -> loader.sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void facts_do_not_depend_on_the_order_in_which_submissions_come() {
        List<String> inOrder = seenAfter(TestWarehouse.AREAS);

        Random random = new Random(20250720);
        for (int round = 0; round < 3; round++) {
            List<String> shuffled = new ArrayList<>(TestWarehouse.AREAS);
            Collections.shuffle(shuffled, random);

            assertThat(seenAfter(shuffled)).as(shuffled.toString()).isEqualTo(inOrder);
        }
    }

    private List<String> seenAfter(List<String> order) {
        forget();
        Night night = warehouse.night();
        order.forEach(area -> night.receive(roads(area, area.substring(2))));
        night.go();
        return seen();
    }
}
