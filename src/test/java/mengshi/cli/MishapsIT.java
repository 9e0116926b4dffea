package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mengshi.warehouse.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What befalls a night beside a power failure: a full disk, cut connections, a lock that is lost, a clock that jumps, two
 * operators at once, files in another order. The suite shows one case of what no
 * other class shows; the profile {@code faults} takes them all.
 */
class MishapsIT {

    private static final int MANY = Calm.isCampaign() ? 20 : 1;
    private static final String FULL_ONCE = "disk full, once";
    private static final String FULL = "disk full until the rerun";
    private static final String CUT = "all connections cut";
    private static final String LOCK = "lock's connection cut";
    private static final String STOP = "asked to stop";
    private static final String CLOCK = "halt, then another clock";
    private static final String PAIR = "two nights at once";
    private static final String SHUFFLED = "files in another order";
    private static final String NEWCOMER = "newcomer";

    private static final Set<String> NEEDS_SPACE = Set.of("before synchronising", "file written");
    private static final Set<String> FILE_CHANGED = Set.of("file moved", "after deletion");
    private static final int FILES_OF_AN_ANSWER = 3;
    private static final Pattern COMMAND = Pattern.compile("mengshi( [a-z][a-z-]*)( [0-9]+)?");

    /** Midnight in the bureau, a day later, a day earlier, the year's end, the leap day. */
    private static final Map<String, String> CLOCKS = new TreeMap<>(Map.of(
            "midnight", "2025-07-21T16:00:00Z",
            "a day later", "2025-07-21T18:30:00Z",
            "a day earlier", "2025-07-19T18:30:00Z",
            "the year's end", "2025-12-31T16:00:00Z",
            "the leap day", "2028-02-28T16:00:00Z"));

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
    @MethodSource("placesNeedingSpace")
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void a_full_disk_ends_the_run_and_a_rerun_with_space_finishes_it(int place) throws Exception {
        struck(FULL, place, World.struckFrom(place, MishapsIT::full));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("placesNeedingSpaceOnce")
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void one_file_for_which_there_is_no_space_ends_the_run_and_a_rerun_finishes_it(int place) throws Exception {
        struck(FULL_ONCE, place, World.struckAt(place, MishapsIT::full));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("placesOfCuts")
    void cut_connections_are_survived_or_a_rerun_finishes_the_run(int place) throws Exception {
        try (Bureau bureau = calm.copy("cut" + place)) {
            struck(CUT, place, bureau, World.struckAt(place, (world, point) -> {
                bureau.cut();
                bureau.giveNumbersBack();
            }));
        }
    }

    /** Of the answer it was writing it may still write the other files. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("placesOfLostLocks")
    void a_run_that_lost_its_lock_does_no_more_and_a_rerun_finishes_it(int place) throws Exception {
        try (Bureau bureau = calm.copy("lock" + place)) {
            World world = World.struckAt(place, (there, point) -> bureau.cutLock());
            struck(LOCK, place, bureau, world);

            assertThat(world.points().stream()
                            .skip(place)
                            .takeWhile(point -> !point.step().equals("end"))
                            .filter(point -> FILE_CHANGED.contains(point.name())))
                    .hasSizeLessThanOrEqualTo(FILES_OF_AN_ANSWER);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("placesOfStops")
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void a_run_asked_to_stop_does_so_or_ends_and_a_rerun_finishes_it(int place) throws Exception {
        try (Bureau bureau = calm.copy("stop" + place)) {
            struck(STOP, place, bureau, World.struckAt(place, (world, point) -> bureau.run(World.calm(), "stop", "2")));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("clocks")
    void a_run_halted_on_one_day_is_finished_on_another_with_the_same_facts(String jump) throws Exception {
        SettableClock clock = new SettableClock(LittleNight.NOW);
        calm.requireStillToDo(CLOCK, jump);
        long begun = System.nanoTime();
        String[] parts = jump.split(" after ");
        try (Bureau bureau = calm.copy("clock" + Integer.toHexString(jump.hashCode()), clock)) {
            bureau.run(World.haltedAt(Integer.parseInt(parts[1])), "nightly");
            clock.set(CLOCKS.get(parts[0]));
            Shell.Ended rerun = bureau.goOn();

            judge(CLOCK, jump, begun, Left.timeless(bureau).differenceFrom(calm.timeless()), rerun);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pairs")
    @EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
    void of_two_nights_at_once_one_does_all_and_the_other_gives_way(int offset) throws Exception {
        calm.requireStillToDo(PAIR, offset);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("pair" + offset)) {
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> {
                try {
                    Thread.sleep(offset);
                    return bureau.run(World.calm(), "nightly").code();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Shell.Ended one = bureau.run(World.calm(), "nightly");
            List<Integer> codes = Stream.of(one.code(), other.join()).sorted().toList();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(PAIR, String.valueOf(offset), difference, begun);
            assertThat(codes)
                    .isIn(List.of(Exit.FOUND.code(), Exit.LOCKED.code()), List.of(Exit.DONE.code(), Exit.FOUND.code()));
            assertThat(difference).isEmpty();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("seeds")
    void the_order_of_files_and_readers_makes_no_difference(int seed) throws Exception {
        calm.requireStillToDo(SHUFFLED, seed);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("order" + seed).with("MENGSHI_THREADS", "3")) {
            shuffle(bureau.home().resolve("inbox"), new Random(seed));
            Shell.Ended ended = bureau.run(World.calm(), "nightly");

            judge(SHUFFLED, String.valueOf(seed), begun, Left.timeless(bureau).differenceFrom(calm.timeless()), ended);
        }
    }

    /** They know nothing but what the notice, and then the program, tells them to type. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("newcomers")
    void from_the_notice_a_newcomer_finds_the_way_in_five_commands(int place) throws Exception {
        calm.requireStillToDo(NEWCOMER, place);
        long begun = System.nanoTime();
        try (Bureau bureau = calm.copy("newcomer" + place)) {
            Path notice = bureau.home().resolve("notice.json");
            Path jobs = Files.createDirectories(bureau.home().resolve("jobs"));
            String job = Files.readString(Path.of("jobs/nightly.yaml"));
            Files.writeString(
                    jobs.resolve("nightly.yaml"),
                    job.replace("on-failure: \"-\"", "on-failure: cat > '" + notice + "'"));
            bureau.with("MENGSHI_JOBS", jobs.toString());
            bureau.run(World.struckFrom(place, MishapsIT::full), "nightly");
            bureau.giveNumbersBack();
            Shell.Ended last = new Shell.Ended(Exit.STEP_FAILED.code(), Files.readString(notice), "");
            List<String> typed = new ArrayList<>();
            while (last.code() != Exit.DONE.code() && last.code() != Exit.FOUND.code() && typed.size() < 5) {
                Matcher told = COMMAND.matcher(last.out() + last.err());
                assertThat(told.find()).as(last.out() + last.err()).isTrue();
                typed.add(told.group());
                last = bureau.run(
                        World.calm(),
                        told.group().substring("mengshi ".length()).split(" "));
            }
            System.out.println("a newcomer typed " + typed);

            judge(NEWCOMER, String.valueOf(place), begun, Left.in(bureau).differenceFrom(calm.left()), last);
        }
    }

    static Stream<Integer> placesNeedingSpace() throws IOException {
        return calm.stillToDo(FULL, calm.spread(MANY, MishapsIT::needsSpace));
    }

    static Stream<Integer> placesNeedingSpaceOnce() throws IOException {
        return calm.stillToDo(FULL_ONCE, calm.spread(MANY, MishapsIT::needsSpace));
    }

    static Stream<Integer> placesOfCuts() throws IOException {
        return calm.stillToDo(CUT, calm.spread(MANY, point -> true));
    }

    static Stream<Integer> placesOfLostLocks() throws IOException {
        return calm.stillToDo(
                LOCK,
                Calm.isCampaign()
                        ? calm.spread(MANY, point -> !point.step().equals("end"))
                        : calm.spread(1, point -> point.step().equals("report")));
    }

    static Stream<Integer> placesOfStops() throws IOException {
        return calm.stillToDo(STOP, calm.spread(MANY, point -> true));
    }

    static Stream<String> clocks() throws IOException {
        List<Integer> places = calm.spread(Calm.isCampaign() ? 4 : 1, point -> true);
        return calm.stillToDo(
                        CLOCK,
                        CLOCKS.keySet().stream()
                                .flatMap(clock -> places.stream().map(place -> clock + " after " + place))
                                .toList())
                .limit(places.size() * (long) CLOCKS.size() / (Calm.isCampaign() ? 1 : CLOCKS.size()));
    }

    static Stream<Integer> pairs() throws IOException {
        return calm.stillToDo(
                PAIR, IntStream.range(0, MANY).mapToObj(number -> number * 100).toList());
    }

    static Stream<Integer> seeds() throws IOException {
        return calm.stillToDo(SHUFFLED, IntStream.rangeClosed(1, MANY).boxed().toList());
    }

    static Stream<Integer> newcomers() throws IOException {
        return calm.stillToDo(NEWCOMER, calm.spread(Calm.isCampaign() ? 5 : 1, MishapsIT::needsSpace));
    }

    private static void struck(String kind, int place, World world) throws Exception {
        try (Bureau bureau = calm.copy("struck" + place)) {
            struck(kind, place, bureau, world);
        }
    }

    private static void struck(String kind, int place, Bureau bureau, World world) throws Exception {
        calm.requireStillToDo(kind, place);
        long begun = System.nanoTime();
        Shell.Ended ended = bureau.run(world, "nightly");
        assertThat(world.points()).as("struck somewhere").hasSizeGreaterThanOrEqualTo(place);
        if (ended.code() != Exit.FOUND.code()) {
            bureau.giveNumbersBack();
            ended = bureau.goOn();
        }
        judge(kind, String.valueOf(place), begun, Left.in(bureau).differenceFrom(calm.left()), ended);
    }

    private static void judge(String kind, String place, long begun, String difference, Shell.Ended last)
            throws IOException {
        calm.results().add(kind, place, difference, begun);
        assertThat(last.code()).as(last.out() + last.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
        assertThat(difference).isEmpty();
    }

    /** The summary that is written at the very end holds no more than what was printed. */
    private static boolean needsSpace(World.Point point) {
        return NEEDS_SPACE.contains(point.name()) && !point.step().equals("end");
    }

    private static void full(World world, World.Point point) throws IOException {
        if (NEEDS_SPACE.contains(point.name())) {
            throw new IOException("No space left on device");
        }
    }

    /** Files are taken in the order of their paths. */
    private static void shuffle(Path inbox, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(inbox)) {
            files = new ArrayList<>(all.sorted().toList());
        }
        Collections.shuffle(files, random);
        for (int number = 0; number < files.size(); number++) {
            Path folder = Files.createDirectories(inbox.resolve("%02d".formatted(number)));
            Files.move(files.get(number), folder.resolve(files.get(number).getFileName()));
        }
    }
}
