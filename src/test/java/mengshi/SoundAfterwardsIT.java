package mengshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import javax.sql.DataSource;
import mengshi.database.Database;
import mengshi.database.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That databases are looked at after every class proves something only if a broken one is found. */
@Unsound(rules = "unit_without_code", because = "it breaks the database on purpose")
class SoundAfterwardsIT {

    @Test
    void a_database_that_does_not_hold_together_is_found(@TempDir Path home) throws Exception {
        try (Night night = Night.in(home)) {
            night.falls();
        }
        DataSource loader = TestDatabase.unchecked().get(0);
        assertThat(SoundAfterwards.offenders(loader, Set.of())).isEmpty();

        Database database = TestDatabase.fresh();
        JdbcClient.create(database.as(Login.OWNER)).sql("""
                        insert into warehouse.dim_indicator (indicator_code, indicator_name, indicator_name_en, base_unit,
                            nature, regional_figure)
                        values ('X', '某', 'some', '斗', 'flow', 'sum')""").update();
        database.close();

        assertThat(SoundAfterwards.offenders(TestDatabase.unchecked().get(0), Set.of()))
                .containsOnlyKeys("unit_without_code");
    }

    @Test
    void facts_that_no_longer_refuse_to_be_truncated_are_found() {
        Database database = TestDatabase.fresh();
        JdbcClient.create(database.as(Login.OWNER))
                .sql("alter table warehouse.fact_observation_2025 disable trigger refuse_truncation")
                .update();
        DataSource loader = TestDatabase.unchecked().get(0);

        assertThat(SoundAfterwards.offenders(loader, Set.of()))
                .containsOnlyKeys("kept_table_open_to_change")
                .containsEntry(
                        "kept_table_open_to_change", "[{table_name=fact_observation_2025, missing=refuse_truncation}]");
        database.close();
    }
}
