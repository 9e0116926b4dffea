package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server stops at once, three times in each step, or the disk of its data is full. Both need a server that nobody else
 * uses, so all of this is part of the profile {@code faults}.
 */
@EnabledIfSystemProperty(named = "mengshi.failpoints", matches = "\\d+")
class ServerFaultsIT {

    private static final String STOPPED = "server stopped at once in ";
    private static final String FULL = "disk full: pg";
    private static final int TIMES = 3;
    private static final int MEGABYTES = 1000;
    private static final Path FOLDER = Path.of(
                    "target", "faults", "server-" + ProcessHandle.current().pid())
            .toAbsolutePath();

    private static Calm calm;
    private static LittleNight night;
    private static @Nullable OwnServer server;
    private static @Nullable SmallDisk disk;

    @BeforeAll
    static void an_undisturbed_night_on_a_server_of_its_own() throws Exception {
        disk = SmallDisk.ifAllowed(FOLDER.resolve("pg"), MEGABYTES).orElse(null);
        OwnServer own = new OwnServer(FOLDER.resolve("pg"));
        server = own;
        night = LittleNight.prepare(own.fresh("bureau"), FOLDER.resolve("pg"), FOLDER.resolve("first"));
        calm = Calm.after(night);
    }

    @AfterAll
    static void counted() throws Exception {
        if (server != null) {
            server.close();
        }
        if (disk != null) {
            disk.close();
        }
        Bureau.remove(FOLDER);
        calm.results().table().forEach(System.out::println);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("stops")
    void a_server_stopped_at_once_ends_the_run_with_6_and_a_rerun_finishes_it(int place) throws Exception {
        OwnServer own = Objects.requireNonNull(server);
        struck(kind(place), String.valueOf(place), World.struckAt(place, (world, point) -> own.stopAtOnce()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rooms")
    void a_full_disk_under_the_database_ends_the_run_with_6_and_a_rerun_with_space_finishes_it(int kilobytes)
            throws Exception {
        SmallDisk small = disk;
        Assumptions.assumeTrue(small != null, "only root may mount a small disk");
        struck(FULL, String.valueOf(kilobytes), World.struckAt(1, (world, point) -> small.fillUpTo(kilobytes * 1024L)));
    }

    private static void struck(String kind, String place, World world) throws Exception {
        calm.requireStillToDo(kind, place);
        long begun = System.nanoTime();
        OwnServer own = Objects.requireNonNull(server);
        LittleNight here = new LittleNight(own.serve(), night.template(), night.home());
        String name = "case" + place;
        try (Bureau bureau = Bureau.copyOf(here, name, FOLDER.resolve(name), LittleNight.clock())) {
            bureau.with("MENGSHI_DB_CONNECT_SECONDS", "2");
            Shell.Ended ended = bureau.run(world, "nightly");
            if (disk != null) {
                disk.makeRoom();
            }
            bureau.follow(own.serve());
            bureau.giveNumbersBack();
            Shell.Ended rerun = bureau.goOn();

            String difference = Left.in(bureau).differenceFrom(calm.left());
            calm.results().add(kind, place, difference, begun);
            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(Exit.NOT_NOW.code());
            assertThat(ended.out() + ended.err()).contains("Next: mengshi rerun 2");
            assertThat(rerun.code()).as(rerun.out() + rerun.err()).isIn(Exit.DONE.code(), Exit.FOUND.code());
            assertThat(difference).isEmpty();
        }
    }

    private static String kind(int place) {
        return STOPPED + calm.point(place).step();
    }

    static Stream<Integer> stops() throws IOException {
        return calm.stillToDo(ServerFaultsIT::kind, calm.inEachStep(TIMES));
    }

    /** Not a byte, room for the first tables to grow, room for some more; with 2 MB this night ends well. */
    static Stream<Integer> rooms() throws IOException {
        return calm.stillToDo(FULL, List.of(0, 64, 256));
    }
}
