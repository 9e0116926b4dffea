package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The line between the program and its server, in each step: cut, silent for good, silent for a while. Silence has to last
 * before it is taken for what it is, so all of this is part of the profile {@code faults}.
 */
@EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
class LineFaultsIT {

    private static final String CUT = "line cut in ";
    private static final String SILENT = "line silent in ";
    private static final String PAUSED = "line silent for 2 s in ";
    private static final Duration LONGEST = Duration.ofSeconds(60);

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
    @MethodSource("cuts")
    void a_line_that_is_cut_ends_the_run_soon_and_a_rerun_finishes_it(int place) throws Exception {
        ends(CUT, place, Wire::close);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("silences")
    void a_line_that_falls_silent_ends_the_run_within_a_minute_and_a_rerun_finishes_it(int place) throws Exception {
        ends(SILENT, place, Wire::hang);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pauses")
    void a_line_that_is_silent_for_a_while_is_waited_for(int place) throws Exception {
        String kind = kind(PAUSED, place);
        calm.requireStillToDo(kind, place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("pause" + place);
                Wire wire = new Wire(bureau.server().port())) {
            bureau.reachThrough(bureau.server().through(wire.port()));
            Shell.Ended ended = bureau.run(
                    World.struckAt(place, (world, point) -> {
                        wire.hang();
                        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(wire::goOn);
                    }),
                    "nightly");

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(kind, String.valueOf(place), difference, begun);
            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    @FunctionalInterface
    private interface Harm {
        void to(Wire wire) throws IOException;
    }

    private static void ends(String where, int place, Harm harm) throws Exception {
        String kind = kind(where, place);
        calm.requireStillToDo(kind, place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("line" + place)) {
            long[] since = new long[1];
            Shell.Ended ended;
            Duration took;
            try (Wire wire = new Wire(bureau.server().port())) {
                bureau.reachThrough(bureau.server().through(wire.port()));
                bureau.with("MENGSHI_DB_CONNECT_SECONDS", "2").with("MENGSHI_DB_STATEMENT_SECONDS", "2");
                ended = bureau.run(
                        World.struckAt(place, (world, point) -> {
                            since[0] = System.nanoTime();
                            harm.to(wire);
                        }),
                        "nightly");
                took = Duration.ofNanos(System.nanoTime() - since[0]);
            }
            bureau.cut();
            bureau.giveNumbersBack();
            bureau.reachThrough(bureau.server());
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(kind, String.valueOf(place), difference, begun);
            assertThat(ended.code()).as(ended.out() + ended.err()).isIn(Exit.NOT_NOW.code(), Exit.STEP_FAILED.code());
            assertThat(ended.out() + ended.err()).contains("Next: mengshi rerun 2");
            assertThat(took).isLessThan(LONGEST);
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    private static String kind(String where, int place) {
        return where + calm.point(place).step();
    }

    static Stream<Integer> cuts() throws IOException {
        return calm.stillToDo(place -> kind(CUT, place), calm.inEachStep(1));
    }

    static Stream<Integer> silences() throws IOException {
        return calm.stillToDo(place -> kind(SILENT, place), calm.inEachStep(1));
    }

    static Stream<Integer> pauses() throws IOException {
        return calm.stillToDo(place -> kind(PAUSED, place), calm.inEachStep(1));
    }
}
