package mengshi.sample;

import java.util.SplittableRandom;

/** Chance that is the same for the same seed and the same question, in whatever order questions are asked. */
final class Dice {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    /** A number from {@code -limit} to {@code limit}, all equally likely. */
    long spread(long limit, Object... question) {
        return limit == 0 ? 0 : throwing(question).nextLong(-limit, limit + 1);
    }

    /** A number from 0 to below {@code bound}. */
    long below(long bound, Object... question) {
        return throwing(question).nextLong(bound);
    }

    private SplittableRandom throwing(Object... question) {
        long key = seed;
        for (Object part : question) {
            // A string's hash is laid down by the language, so it is the same on every machine.
            key = (key ^ part.toString().hashCode()) * MIX;
            key ^= key >>> 29;
        }
        return new SplittableRandom(key);
    }
}
