package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mengshi.model.Period;
import mengshi.model.Reading;
import mengshi.sample.CleanSubmissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check step costs, by counters: clocks differ from machine to machine. */
class CheckCostIT {

    private static final List<Reading.Submitted> SOUND =
            new CleanSubmissions(3).owed(Period.of("2024-01"), Period.of("2024-03"));

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

    /** @return how often each statement was executed */
    private static Map<String, Integer> statements(int submissions) {
        warehouse.clear();
        Night night = warehouse.night();
        for (Reading.Submitted submitted : SOUND.subList(0, submissions)) {
            String sha256 = UUID.randomUUID().toString();
            warehouse.store().put(sha256, submitted);
            night.receive(sha256);
        }
        night.read();
        ListeningSource listening = new ListeningSource(warehouse.loader());
        night.check(listening);
        assertThat(warehouse.whole("select count(distinct submission_id) from mart.edit_outcome"))
                .isEqualTo(submissions);
        return listening.counts();
    }

    @Test
    void forty_submissions_take_the_same_statements_as_ten() {
        Map<String, Integer> ofTen = statements(10);
        Map<String, Integer> ofForty = statements(40);

        assertThat(ofTen).isNotEmpty();
        assertThat(ofForty).isEqualTo(ofTen);
        // Eight to a type of edits, and what is done once.
        int types = warehouse.editTypes().size();
        assertThat(ofTen.values().stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(8 * types + 30);
    }

    /** Most cells pass most edits: were each written down, it would be ten times the figures. */
    @Test
    void of_the_cells_that_edits_look_at_only_those_that_do_not_pass_are_written_down() {
        statements(40);

        int figures = counted("select count(*) from staging.observation");
        assertThat(figures).isGreaterThan(1000);
        assertThat(counted("select sum(passed) from ops.edit_outcome")).isGreaterThan(2 * figures);
        assertThat(counted("select count(*) from staging.edit_result"))
                .isEqualTo(counted("select sum(failed + not_checkable) from ops.edit_outcome"));
    }

    private static int counted(String sql) {
        return warehouse.owner().sql(sql).query(Integer.class).single();
    }
}
