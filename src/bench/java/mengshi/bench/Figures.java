package mengshi.bench;

/** Figures that keep the rule book's identities, so that a clean workload is found to be clean. */
final class Figures {

    /** Lines come in groups: one total and its parts. */
    static final int GROUP = 5;

    static final int LINES = 200;

    private Figures() {}

    /** Whole yuan of one area, line and month; a total is the sum of its four parts. */
    static long month(int area, int line, int month) {
        return isTotal(line) ? ofParts(line, part -> month(area, part, month)) : seed(area, line, month);
    }

    /** January to this month. */
    static long cumulative(int area, int line, int month) {
        long sum = 0;
        for (int each = 1; each <= month; each++) {
            sum += month(area, line, each);
        }
        return sum;
    }

    /** The same, a year ago. */
    static long lastYear(int area, int line, int month) {
        return isTotal(line)
                ? ofParts(line, part -> lastYear(area, part, month))
                : cumulative(area, line, month) * (90 + (area * 7 + line * 3) % 9) / 100;
    }

    /** Growth in tenths of a per cent, rounded half up: what a statistician would write. */
    static String growth(long now, long lastYear) {
        long tenths = Math.floorDiv(2000 * now + lastYear, 2 * lastYear) - 1000;
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    static boolean isTotal(int line) {
        return line % GROUP == 0;
    }

    private static long seed(int area, int line, int month) {
        long mixed = (area * 73_856_093L ^ line * 19_349_663L ^ 83_492_791L) & 0xFFFFF;
        // A series moves a little from month to month, as real ones do.
        return 1_000_000 + mixed * 10 + (month * 37L + line) % 100 * 1_000;
    }

    private static long ofParts(int total, java.util.function.IntToLongFunction figure) {
        long sum = 0;
        for (int part = total + 1; part < total + GROUP; part++) {
            sum += figure.applyAsLong(part);
        }
        return sum;
    }
}
