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
        // Nine to a type of edits, and what is done once.
        int types = warehouse.editTypes().size();
        assertThat(ofTen.values().stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(9 * types + 30);
    }

    /** Ten types of edits laid out side by side would be ten times the series. */
    @Test
    void only_the_cells_of_one_type_of_edits_are_laid_out_at_a_time() {
        statements(40);

        int series = warehouse
                .owner()
                .sql("select count(*) from staging.series")
                .query(Integer.class)
                .single();
        assertThat(series).isGreaterThan(1000);
        for (var type : warehouse.editTypes()) {
            new Checking(warehouse.loader(), warehouse.clock()).run(1, type.name());
            List<String> types = warehouse.owner().sql("""
                            select distinct dim_edit.edit_type
                            from staging.comparison
                            inner join warehouse.dim_edit using (edit_id)""").query(String.class).list();
            assertThat(types).isSubsetOf(type.name());
            assertThat(warehouse
                            .owner()
                            .sql("select count(*) from staging.comparison")
                            .query(Integer.class)
                            .single())
                    .isLessThanOrEqualTo(2 * series);
        }
    }
}
