package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import mengshi.files.Failpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails before or after a commit, or around the writing, moving or deleting of a file; then one command leads to what
 * an undisturbed night leaves behind. The points lie evenly over the whole night, at least one in each step; the profile
 * {@code faults} takes 300 of them, goes on where it was interrupted and lets power fail during the recovery too.
 */
class FaultsIT {

    private static final int POINTS = Integer.getInteger("mengshi.failpoints", 11);
    private static final int RECOVERIES = POINTS < 40 ? 1 : POINTS / 5;

    @TempDir
    private static Path folder;

    private static LittleNight night;
    private static List<World.Point> points;
    private static Left undisturbed;
    private static Results results;

    @BeforeAll
    static void an_undisturbed_night() throws Exception {
        night = LittleNight.prepare(TestDatabase.fresh(), TestDatabase.folder(), folder.resolve("first"));
        World calm = World.calm();
        try (Bureau bureau = copy("calm")) {
            Shell.Ended ended = bureau.run(calm, "nightly");

            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.FOUND.code());
            undisturbed = Left.in(bureau);
            points = calm.points();
        }
        results = new Results(Path.of("target/faults"), "night-of-" + points.size());
    }

    @AfterAll
    static void counted() throws Exception {
        results.table().forEach(System.out::println);
    }

    @Test
    void the_night_holds_every_kind_of_file_and_every_step_has_points() {
        Map<String, Long> steps = new TreeMap<>();
        points.forEach(point -> steps.merge(point.step(), 1L, Long::sum));

        assertThat(steps)
                .containsOnlyKeys(
                        "receive", "plan", "read", "check", "publish", "respond", "judge", "report", "tidy", "end");
        assertThat(undisturbed.count("store/")).isGreaterThan(10);
        assertThat(undisturbed.things())
                .containsEntry("inbox", "[]")
                .containsEntry("drafts", "[]")
                .containsEntry("runs unfinished", "0");
        System.out.println(points.size() + " points " + steps);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("places")
    void halted_there_one_rerun_leaves_what_an_undisturbed_night_leaves(int place) throws Exception {
        String name = "halt in " + points.get(place - 1).step();
        long begun = System.nanoTime();
        try (Bureau bureau = copy("halt" + place)) {
            Shell.Ended halted = bureau.run(World.haltedAt(place), "nightly");
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(undisturbed);
            results.add(name, place + " " + points.get(place - 1).name(), difference, millis(begun));
            assertThat(halted.code()).as(halted.out() + halted.err()).isEqualTo(Failpoint.HALTED);
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    static Stream<Integer> places() {
        return spread(points.size(), POINTS)
                .filter(place -> !results.has(
                        "halt in " + points.get(place - 1).step(),
                        place + " " + points.get(place - 1).name()));
    }

    /** Evenly, and the first of each step. */
    private static Stream<Integer> spread(int all, int wanted) {
        Stream<Integer> even = IntStream.rangeClosed(1, wanted)
                .mapToObj(number -> Math.max(1, Math.toIntExact((long) all * number / (wanted + 1))));
        Stream<Integer> firstOfSteps = points.stream()
                .map(World.Point::step)
                .distinct()
                .map(step -> 1 + IntStream.range(0, all)
                        .filter(index -> points.get(index).step().equals(step))
                        .findFirst()
                        .orElseThrow());
        return Stream.concat(even, firstOfSteps).distinct().sorted();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recoveries")
    void halted_again_during_the_recovery_a_second_rerun_does(int place) throws Exception {
        long begun = System.nanoTime();
        try (Bureau bureau = copy("again" + place)) {
            bureau.run(World.haltedAt(place), "nightly");
            // Spread over the recovery as far as it has points: it is shorter the later the first halt came.
            World second = World.haltedAt(1 + place * 37L % (points.size() - place + 10));
            bureau.run(second, "rerun");
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(undisturbed);
            results.add("halt, halt in the recovery", String.valueOf(place), difference, millis(begun));
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    static Stream<Integer> recoveries() {
        return spread(points.size(), RECOVERIES)
                .filter(place -> !results.has("halt, halt in the recovery", String.valueOf(place)));
    }

    private static Bureau copy(String name) throws Exception {
        return Bureau.copyOf(night, name, folder.resolve(name), LittleNight.clock());
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
