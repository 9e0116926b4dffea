package mengshi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mengshi.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * An undisturbed night, lived through once in this JVM, and copies of the bureau before it for whoever disturbs theirs.
 *
 * @param points everything that the night did to the disk and the database, in that order
 * @param left what it left behind
 * @param timeless the same without what depends on the hour
 * @param results of all cases, also of those that an earlier run of the campaign came to
 */
record Calm(LittleNight night, List<World.Point> points, Left left, Left timeless, Results results) {

    /** How many points the campaign takes beside the first of each step. */
    static final int POINTS = Integer.getInteger("mengshi.failpoints", 1);

    private static final Path FOLDER = Path.of("target", "faults").toAbsolutePath();
    private static final Path COPIES =
            FOLDER.resolve("night-" + ProcessHandle.current().pid());

    private static @Nullable Calm lived;

    /** Whether there is time for all cases of a kind, not only for one that shows the kind. */
    static boolean isCampaign() {
        return System.getProperty("mengshi.failpoints") != null;
    }

    static synchronized Calm once() throws Exception {
        if (lived == null) {
            lived = after(LittleNight.prepare(TestDatabase.fresh(), TestDatabase.folder(), COPIES.resolve("first")));
        }
        return Objects.requireNonNull(lived);
    }

    /** The same on another server: what a database numbers or names by chance is no difference to what it did itself. */
    static Calm after(LittleNight night) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(Calm::tidy));
        World world = World.calm();
        try (Bureau bureau = copy(night, "calm", LittleNight.clock())) {
            Shell.Ended ended = bureau.run(world, "nightly");
            if (ended.code() != Exit.FOUND.code()) {
                throw new AssertionError(ended.out() + ended.err());
            }
            List<World.Point> points = world.points();
            Results results = new Results(FOLDER, "night-of-" + points.size());
            return new Calm(night, points, Left.in(bureau), Left.timeless(bureau), results);
        }
    }

    private static void tidy() {
        try {
            Bureau.remove(COPIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bureau before the night. */
    Bureau copy(String name) throws Exception {
        return copy(name, LittleNight.clock());
    }

    Bureau copy(String name, Clock clock) throws Exception {
        return copy(night, name, clock);
    }

    private static Bureau copy(LittleNight night, String name, Clock clock) throws Exception {
        return Bureau.copyOf(night, name, COPIES.resolve(name), clock);
    }

    /** A point, counted from one. */
    World.Point point(int place) {
        return points.get(place - 1);
    }

    /** Places of points, evenly over all that are meant. */
    List<Integer> spread(int wanted, Predicate<World.Point> meant) {
        List<Integer> places = IntStream.rangeClosed(1, points.size())
                .boxed()
                .filter(place -> meant.test(point(place)))
                .toList();
        return IntStream.rangeClosed(1, wanted)
                .mapToObj(number -> places.get((int) ((long) places.size() * number / (wanted + 1))))
                .distinct()
                .toList();
    }

    /** The first point of each step. */
    Stream<Integer> firstOfSteps() {
        return IntStream.rangeClosed(1, points.size())
                .boxed()
                .filter(place -> place == 1
                        || !point(place).step().equals(point(place - 1).step()));
    }

    /** Places in each step, evenly over its length, beside the end, at which there is no run any more. */
    List<Integer> inEachStep(int wanted) {
        return points.stream()
                .map(World.Point::step)
                .distinct()
                .filter(step -> !step.equals("end"))
                .flatMap(step -> spread(wanted, point -> point.step().equals(step)).stream())
                .toList();
    }

    /** Those of a kind's cases that have not ended well before, in another order each time: several JVMs may take part. */
    <T> Stream<T> stillToDo(String kind, Collection<T> cases) throws IOException {
        return stillToDo(one -> kind, cases);
    }

    <T> Stream<T> stillToDo(Function<T, String> kind, Collection<T> cases) throws IOException {
        List<T> left = new ArrayList<>();
        for (T one : cases) {
            if (!isDone(kind.apply(one), one)) {
                left.add(one);
            }
        }
        Collections.shuffle(left);
        return left.stream();
    }

    /** The suite proves its few cases anew each time. */
    boolean isDone(String kind, Object place) throws IOException {
        return isCampaign() && results.has(kind, String.valueOf(place));
    }

    /** Another JVM may have been quicker. */
    void requireStillToDo(String kind, Object place) throws IOException {
        Assumptions.assumeFalse(isDone(kind, place), "done by another program");
    }
}
