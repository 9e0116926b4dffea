package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder in turn lies on a disk that is full: to the last byte, but for a block, but for about half of what the night
 * writes there. The database's own is another class. Part of the profile {@code faults}.
 */
@EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
class FullDiskIT {

    private static final int MEGABYTES = 16;
    private static final int BLOCK = 4096;

    /** @param room in bytes */
    private record Place(String folder, int room) {

        String kind() {
            return "disk full: " + folder;
        }

        @Override
        public String toString() {
            return folder + room;
        }
    }

    private static Calm calm;

    @BeforeAll
    static void an_undisturbed_night() throws Exception {
        calm = Calm.once();
    }

    @AfterAll
    static void counted() throws Exception {
        calm.results().table().forEach(System.out::println);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("written")
    void where_answers_originals_or_reports_cannot_be_written_the_run_ends_with_6_and_a_rerun_finishes_it(Place place)
            throws Exception {
        calm.requireStillToDo(place.kind(), place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy(place.toString());
                SmallDisk disk = SmallDisk.at(bureau.home().resolve(place.folder()), MEGABYTES)) {
            disk.fillUpTo(place.room());
            Shell.Ended ended = bureau.run(World.calm(), "nightly");
            List<Path> damaged = damaged(bureau);
            disk.makeRoom();
            bureau.giveNumbersBack();
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(place.kind(), place.toString(), difference, begun);
            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.NOT_NOW.code());
            assertThat(ended.out())
                    .contains("The disk is full: " + bureau.home().resolve(place.folder()), "Next: mengshi rerun 2");
            assertThat(damaged).isEmpty();
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    /** What is taken away, or what is written by the way, must not keep a night from its end. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("byTheWay")
    void where_only_the_inbox_or_the_log_is_full_the_night_goes_on(Place place) throws Exception {
        calm.requireStillToDo(place.kind(), place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy(place.toString());
                SmallDisk disk = SmallDisk.at(bureau.home().resolve(place.folder()), MEGABYTES)) {
            disk.fillUpTo(place.room());
            List<String> options = new ArrayList<>();
            bureau.settings().forEach((name, value) -> options.add("-D" + name + "=" + value));
            Forked.Said said = Forked.run(bureau.home(), options, "nightly");
            disk.makeRoom();

            String difference = Left.timeless(bureau).differenceFrom(calm.timeless());
            calm.results().add(place.kind(), place.toString(), difference, begun);
            assertThat(said.code()).as(said.text()).isEqualTo(Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    /** Files whose name says what their content has to be. */
    private static List<Path> damaged(Bureau bureau) throws Exception {
        List<Path> damaged = new ArrayList<>();
        try (Stream<Path> all = Files.walk(bureau.home().resolve("store"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.length() == 64 && !Left.hash(file).equals(name)) {
                    damaged.add(file);
                }
            }
        }
        return damaged;
    }

    static Stream<Place> written() throws IOException {
        return places("store", "outbox", "reports");
    }

    static Stream<Place> byTheWay() throws IOException {
        return places("inbox", "logs");
    }

    private static Stream<Place> places(String... folders) throws IOException {
        List<Place> places = new ArrayList<>();
        for (String folder : folders) {
            for (int room : List.of(0, BLOCK, 16 * BLOCK)) {
                places.add(new Place(folder, room));
            }
        }
        return calm.stillToDo(Place::kind, places);
    }
}
