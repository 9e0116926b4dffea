package mengshi.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under a header, in straight columns also where Chinese and Latin characters stand together. */
final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;
    private static final int LEFT_OUT = -1;

    private final List<String> header;
    private final boolean[] right;
    private final int[] least;
    private final List<Integer> spare = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
        this.right = new boolean[header.length];
        this.least = new int[header.length];
        Arrays.fill(least, NARROWEST);
    }

    /** Sets these columns, counted from 0, against the right edge, and never cuts them: numbers. */
    Table right(int... columns) {
        for (int column : columns) {
            right[column] = true;
        }
        return whole(columns);
    }

    /** Never cuts these columns: what is cut off a number or a name to be typed is missed. */
    Table whole(int... columns) {
        for (int column : columns) {
            least[column] = Integer.MAX_VALUE;
        }
        return this;
    }

    /** Cuts this column down to so much and no further. */
    Table atLeast(int column, int width) {
        least[column] = width;
        return this;
    }

    /** Leaves these columns out, in this order, where the line is too short for all. */
    Table spare(int... columns) {
        Arrays.stream(columns).forEach(spare::add);
        return this;
    }

    /** Adds a row; null is an empty cell. */
    Table row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "" : printable(cell.toString()));
        }
        if (row.size() != header.size()) {
            throw new IllegalArgumentException(row.size() + " cells under " + header);
        }
        rows.add(row);
        return this;
    }

    /** Adds a line of its own between the rows; it spans all columns. */
    Table heading(String text) {
        rows.add(List.of(printable(text)));
        return this;
    }

    /** The lines, each at most {@code width} columns: what can be spared is left out, then the last column is cut, then the widest. */
    List<String> lines(int width) {
        int[] widths = widths();
        leaveOut(widths, width);
        fit(widths, width);
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        StringBuilder rule = new StringBuilder();
        for (int column : widths) {
            rule.append("-".repeat(Math.max(0, column))).append(" ".repeat(column < 0 ? 0 : GAP));
        }
        lines.add(rule.toString().stripTrailing());
        for (List<String> row : rows) {
            lines.add(isHeading(row) ? DisplayWidth.cut(row.get(0), width) : line(row, widths));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(header.get(i));
            for (List<String> row : rows) {
                widths[i] = isHeading(row) ? widths[i] : Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private void leaveOut(int[] widths, int width) {
        for (int column : spare) {
            long needed = -GAP;
            for (int i = 0; i < widths.length; i++) {
                needed += widths[i] < 0 ? 0 : Math.min(widths[i], least[i]) + GAP;
            }
            if (needed <= width) {
                return;
            }
            widths[column] = LEFT_OUT;
        }
    }

    private void fit(int[] widths, int width) {
        long total = -GAP;
        int next = -1;
        for (int i = 0; i < widths.length; i++) {
            total += widths[i] < 0 ? 0 : widths[i] + GAP;
            next = canGive(widths, i) > 0 ? i : next;
        }
        while (total > width && next >= 0) {
            long cut = Math.min(total - width, canGive(widths, next));
            widths[next] -= (int) cut;
            total -= cut;
            next = widest(widths);
        }
    }

    private int canGive(int[] widths, int column) {
        return Math.max(0, widths[column] - least[column]);
    }

    /** A table of one column needs no headings. */
    private boolean isHeading(List<String> row) {
        return row.size() < header.size();
    }

    /** The widest of those that can give, or -1. */
    private int widest(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean isWider = widest < 0 || widths[i] > widths[widest];
            widest = canGive(widths, i) > 0 && isWider ? i : widest;
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] < 0) {
                continue;
            }
            String cell = DisplayWidth.cut(cells.get(i), widths[i]);
            String blanks = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
            line.append(right[i] ? blanks + cell : cell + blanks).append(" ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }

    /** What came out of a workbook must not steer the terminal, nor break the line. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> clean.appendCodePoint(Character.isISOControl(character) ? ' ' : character));
        return clean.toString();
    }
}
