package mengshi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignedTasksTest {

    @TempDir
    Path folder;

    private AssignedTasks tasks(String row) throws IOException {
        Files.writeString(
                folder.resolve("assignment_2025.csv"), "target_id,area_code,value,unit,document,note\n" + row + "\n");
        return new AssignedTasks(Seeds.overriddenBy(folder), 2025);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "T2025-9999,150100,1200,人,某文件,; target_id T2025-9999 is no target of seeds/target_2025.csv",
                "T2025-0406,150100,1,位,某文件,; target_id T2025-0406 is a target of kind rank, which cannot be shared out",
                "T2025-H05,159999,1200,人,某文件,; area_code 159999 is no league or city",
                "T2025-H05,150000,1200,人,某文件,; area_code 150000 is no league or city",
                "T2025-H05,150100,1200,亩,某文件,; unit 亩 does not measure what the target's 万人 does",
                "T2025-H05,150100,1200,什么,某文件,; unit 什么 does not measure what the target's 万人 does",
                "T2025-H05,150100,许多,人,某文件,; column value holds \"许多\"",
                "T2025-H05,150100,1200,人,,; column document is empty"
            })
    void a_row_that_no_verdict_would_come_of_is_refused_with_its_record(String row, String what) throws IOException {
        AssignedTasks tasks = tasks(row);

        assertThatThrownBy(tasks::require)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("seeds/assignment_2025.csv, record 2: " + what.strip());
    }

    @Test
    void what_an_area_can_be_judged_by_is_taken() throws IOException {
        assertThatCode(tasks("T2025-H05,150100,1200,人,某文件,")::require).doesNotThrowAnyException();
        assertThatCode(tasks("T2025-H03,150100,10,%,某文件,")::require).doesNotThrowAnyException();
    }

    @Test
    void nothing_of_the_catalogue_is_loaded_where_a_task_is_wrong() throws IOException {
        tasks("T2025-9999,150100,1200,人,某文件,");
        try (TestWarehouse warehouse = new TestWarehouse()) {
            String before = catalogue(warehouse);
            ReferenceData seeds = new ReferenceData(warehouse.loader(), Seeds.overriddenBy(folder), 2025);

            assertThatThrownBy(seeds::load).hasMessageContaining("T2025-9999 is no target");

            assertThat(catalogue(warehouse)).isEqualTo(before);
        }
    }

    private static String catalogue(TestWarehouse warehouse) {
        return warehouse
                .owner()
                .sql("select string_agg(distinct catalogue_version, ',') || count(*) from warehouse.dim_target"
                        + " where superseded_at is null")
                .query(String.class)
                .single();
    }
}
