package mengshi.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows under a header, in straight columns also where Chinese and Latin characters stand together. */
final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private final List<String> header;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
        this.right = new boolean[header.length];
    }

    /** Sets these columns, counted from 0, against the right edge: numbers. */
    Table right(int... columns) {
        for (int column : columns) {
            right[column] = true;
        }
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

    /** The lines, each at most {@code width} columns: the last column is cut first, then the widest. */
    List<String> lines(int width) {
        int[] widths = widths();
        fit(widths, width);
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        StringBuilder rule = new StringBuilder();
        for (int column : widths) {
            rule.append("-".repeat(column)).append(" ".repeat(GAP));
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

    private static void fit(int[] widths, int width) {
        long total = GAP * (widths.length - 1L);
        for (int column : widths) {
            total += column;
        }
        int next = widths.length - 1;
        while (total > width) {
            int least = Math.min(widths[next], NARROWEST);
            long cut = Math.min(total - width, widths[next] - least);
            widths[next] -= (int) cut;
            total -= cut;
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                return;
            }
            next = widest;
        }
    }

    /** A table of one column needs no headings. */
    private boolean isHeading(List<String> row) {
        return row.size() < header.size();
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
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
