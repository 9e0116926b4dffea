package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mengshi.files.Failpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power fails before or after a commit, or around the writing, moving or deleting of a file; then one command leads to what
 * an undisturbed night leaves behind. The suite takes the first point of each step that moves files or
 * facts, and what comes after the last step; the profile {@code faults} takes 300 over the whole night, goes on where it was interrupted and lets power fail during the recovery too.
 */
class FaultsIT {

    private static final int RECOVERIES = Calm.isCampaign() ? Calm.POINTS / 10 : 1;
    private static final int BEGINNINGS = Calm.isCampaign() ? Calm.POINTS / 15 : 1;
    private static final String AGAIN = "halt, halt in the recovery";
    private static final String OVER = "halt, then over from the start";
    private static final Set<String> UNTOLD = Set.of("before statement", "before synchronising");
    private static final Set<String> HARD_TO_UNDO = Set.of("receive", "read", "publish", "respond", "report");
    private static final Set<String> BEFORE_FACTS = Set.of("receive", "plan", "read", "check", "publish");

    private static Calm calm;

    @BeforeAll
    static void an_undisturbed_night() throws Exception {
        calm = Calm.once();
    }

    @AfterAll
    static void counted() throws Exception {
        calm.results().table().forEach(System.out::println);
    }

    @Test
    void the_night_holds_every_kind_of_file_and_every_step_has_points() {
        Map<String, Long> steps = new TreeMap<>();
        calm.points().forEach(point -> steps.merge(point.step(), 1L, Long::sum));

        assertThat(steps)
                .containsOnlyKeys(
                        "receive", "plan", "read", "check", "publish", "respond", "judge", "report", "tidy", "end");
        assertThat(calm.left().count("store/")).isGreaterThan(10);
        assertThat(calm.left().things())
                .containsEntry("inbox", "[]")
                .containsEntry("drafts", "[]")
                .containsEntry("runs unfinished", "0");
        System.out.println(calm.points().size() + " points " + steps);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("places")
    void halted_there_one_rerun_leaves_what_an_undisturbed_night_leaves(int place) throws Exception {
        calm.requireStillToDo(kind(place), name(place));
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("halt" + place)) {
            Shell.Ended halted = bureau.run(World.haltedAt(place), "nightly");
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(kind(place), name(place), difference, begun);
            assertThat(halted.code()).as(halted.out() + halted.err()).isEqualTo(Failpoint.HALTED);
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    static Stream<Integer> places() throws IOException {
        List<Integer> places = new ArrayList<>();
        for (int place : Calm.isCampaign() ? everywhere() : inBrief()) {
            if (!calm.isDone(kind(place), name(place))) {
                places.add(place);
            }
        }
        // Several JVMs may take part.
        Collections.shuffle(places);
        return places.stream();
    }

    private static Set<Integer> everywhere() {
        Set<Integer> places = new TreeSet<>(calm.spread(Calm.POINTS, point -> true));
        calm.firstOfSteps().forEach(places::add);
        afterTheLastStep().forEach(places::add);
        return places;
    }

    private static Set<Integer> inBrief() {
        Set<Integer> places = new TreeSet<>();
        calm.firstOfSteps()
                .filter(place -> HARD_TO_UNDO.contains(calm.point(place).step()))
                .forEach(places::add);
        afterTheLastStep().forEach(places::add);
        return places;
    }

    /** All is done, and the ledger does not know it yet; or it does, and the summary or the metrics are half written. */
    private static Stream<Integer> afterTheLastStep() {
        return IntStream.rangeClosed(1, calm.points().size())
                .boxed()
                .filter(place -> calm.point(place).step().equals("end"))
                .filter(place -> UNTOLD.contains(calm.point(place).name()));
    }

    private static String kind(int place) {
        return "halt in " + calm.point(place).step();
    }

    private static String name(int place) {
        return place + " " + calm.point(place).name();
    }

    /** Refused once the facts are published, where the plain rerun goes on; a part of them may be published before that. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("beginnings")
    void halted_there_a_rerun_from_the_start_leaves_the_same(int place) throws Exception {
        calm.requireStillToDo(OVER, place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("over" + place)) {
            bureau.run(World.haltedAt(place), "nightly");
            Shell.Ended over = bureau.run(World.calm(), "rerun", "--from-start");
            boolean isOver = over.out().contains("(resumed)");
            Shell.Ended last = isOver ? over : bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(OVER, String.valueOf(place), difference, begun);
            assertThat(over.code()).as(over.out() + over.err()).isNotEqualTo(Exit.UNEXPECTED.code());
            assertThat(last.code()).as(last.out() + last.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    static Stream<Integer> beginnings() throws IOException {
        return calm.stillToDo(OVER, calm.spread(BEGINNINGS, point -> BEFORE_FACTS.contains(point.step())));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recoveries")
    void halted_again_during_the_recovery_a_second_rerun_does(int place) throws Exception {
        calm.requireStillToDo(AGAIN, place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("again" + place)) {
            bureau.run(World.haltedAt(place), "nightly");
            // Spread over the recovery as far as it has points: it is shorter the later the first halt came.
            World second = World.haltedAt(1 + place * 37L % (calm.points().size() - place + 10));
            bureau.run(second, "rerun");
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(AGAIN, String.valueOf(place), difference, begun);
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    static Stream<Integer> recoveries() throws IOException {
        return calm.stillToDo(AGAIN, calm.spread(RECOVERIES, point -> true));
    }
}
