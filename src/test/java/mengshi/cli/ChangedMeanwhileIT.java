package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import mengshi.EditedWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A night is killed, and before it goes on something has changed: a file in the inbox, the rule book, what was sent. */
class ChangedMeanwhileIT {

    private static final String STRANGE = "不是表格.xlsx";
    private static final String SENT = "150400_赤峰市_NM-M01_2025-05.xlsx";
    private static final String EDITS_OF_RUN = "select string_agg(distinct edit_id, ' ' order by edit_id)"
            + " from mart.edit_outcome where run_id = 2 and edit_id not like 'L0-FRAME%'";

    private static Calm calm;

    @BeforeAll
    static void an_undisturbed_night() throws Exception {
        calm = Calm.once();
    }

    @Test
    void what_took_the_place_of_a_registered_file_is_taken_too_though_size_and_time_are_the_same() throws Exception {
        try (Bureau bureau = calm.copy("swapped")) {
            Path file = bureau.home().resolve("inbox").resolve(STRANGE);
            byte[] other = "那不是工作簿".getBytes(StandardCharsets.UTF_8);
            assertThat(Files.size(file)).isEqualTo(other.length);

            bureau.run(World.haltedAt(first("receive", "before deletion")), "nightly");
            FileTime time = Files.getLastModifiedTime(file);
            Files.write(file, other);
            Files.setLastModifiedTime(file, time);
            Shell.Ended rerun = bureau.goOn();

            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isEqualTo(Exit.FOUND.code());
            assertThat(file).doesNotExist();
            assertThat(ask(bureau, "select count(*) from mart.submission where file_name = '" + STRANGE + "'"))
                    .isEqualTo("2");
            String sha256 = ask(bureau, "select file_sha256 from mart.submission order by submission_id desc limit 1");
            assertThat(bureau.home().resolve("store/" + sha256.substring(0, 2) + "/" + sha256))
                    .hasBinaryContent(other);
        }
    }

    @Test
    void under_another_rule_book_the_check_begins_again() throws Exception {
        try (Bureau killed = calm.copy("ruled");
                Bureau undisturbed = calm.copy("rules")) {
            List<Integer> commits = calm.spread(
                    1, point -> point.step().equals("check") && point.name().equals("after commit"));
            killed.run(World.haltedAt(commits.get(0)), "nightly");
            withoutFirstEdits(killed);
            withoutFirstEdits(undisturbed);
            undisturbed.run(World.calm(), "nightly");
            Shell.Ended rerun = killed.goOn();

            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isEqualTo(Exit.FOUND.code());
            assertThat(ask(killed, EDITS_OF_RUN))
                    .isEqualTo(ask(undisturbed, EDITS_OF_RUN))
                    .contains("L1-PART-NM-M01-");
        }
    }

    @Test
    void a_correction_sent_meanwhile_is_taken_by_a_run_of_its_own_and_replaces_what_the_killed_one_publishes()
            throws Exception {
        try (Bureau bureau = calm.copy("corrected")) {
            Path inbox = bureau.home().resolve("inbox");
            byte[] correction = EditedWorkbook.of(Files.readAllBytes(inbox.resolve(SENT)), book -> book.put("D29", 2977)
                    .put("B34", "漏报一人"));
            bureau.run(World.haltedAt(first("publish", "before commit")), "nightly");
            Files.write(inbox.resolve("更正_" + SENT), correction);
            Shell.Ended nightly = bureau.run(World.calm(), "nightly");

            assertThat(nightly.code()).as(nightly.out() + nightly.err()).isLessThanOrEqualTo(Exit.FOUND.code());
            assertThat(nightly.out()).contains("run 2  COMPLETED  (resumed)", "run 3  COMPLETED");
            assertThat(ask(
                            bureau,
                            "select string_agg(concat_ws(' ', received_run, version, state), ', ' order by version)"
                                    + " from ops.submission where file_name like '%" + SENT + "'"))
                    .isEqualTo("2 1 SUPERSEDED, 3 2 PUBLISHED");
        }
    }

    private static String ask(Bureau bureau, String sql) throws Exception {
        return bureau.server().ask(bureau.database(), sql);
    }

    private static int first(String step, String name) {
        for (int place = 1; place <= calm.points().size(); place++) {
            World.Point point = calm.point(place);
            if (point.step().equals(step) && point.name().equals(name)) {
                return place;
            }
        }
        throw new AssertionError(step + " has no point " + name);
    }

    /** The rule book without the edits that come first, so that all others have another place in the order. */
    private static void withoutFirstEdits(Bureau bureau) throws IOException {
        Path seeds = Files.createDirectories(bureau.home().resolveSibling("seeds"));
        List<String> edits = Files.readAllLines(Path.of("seeds/edit.csv"));
        Files.write(
                seeds.resolve("edit.csv"),
                edits.stream().filter(line -> !line.startsWith("L0-FRAME")).toList());
        bureau.with("MENGSHI_SEEDS", seeds.toString());
    }
}
