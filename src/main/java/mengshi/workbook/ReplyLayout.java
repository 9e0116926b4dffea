package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where everything of an answer stands on its sheet, whatever the sheet is then written with.
 *
 * @param header the row of the table's headers, 0-based: printed on every page, and all down to it stays in sight; nothing
 *     if there is no table
 */
record ReplyLayout(List<Line> lines, List<SheetLayout.Merge> merges, OptionalInt header) {

    /** @param height in points */
    record Line(int row, float height, List<Item> items) {}

    /**
     * A cell; those of a line stand side by side from the first column on.
     *
     * @param text empty if nothing is written into it
     * @param link the cell it leads to
     */
    record Item(String text, ReplyStyle style, Optional<Reply.Spot> link) {}

    private static final float LINE_POINTS = 15;
    private static final float TITLE_POINTS = 28;
    private static final float MOST_POINTS = 400;
    private static final int FIRST_WIDE = 0x2000;

    /** What a question's name takes of its line, and how many lines its answer has room for. */
    private static final int QUESTION_COLUMNS = 2;

    private static final int QUESTION_LINES = 2;

    /** @param sheets of the workbook; a link may lead to no other */
    static ReplyLayout of(Reply reply, List<String> sheets) {
        return new Laying(reply, sheets).layout();
    }

    /** Lays line under line. */
    private static final class Laying {

        private final Reply reply;
        private final Set<String> sheets;
        private final List<Line> lines = new ArrayList<>();
        private final List<SheetLayout.Merge> merges = new ArrayList<>();
        private final int last;
        private int next;

        Laying(Reply reply, List<String> sheets) {
            this.reply = reply;
            this.sheets = sheets.stream().map(Laying::caseless).collect(Collectors.toSet());
            this.last = reply.columns().size() - 1;
        }

        ReplyLayout layout() {
            Reply.Opening opening = reply.opening();
            opening(Reply.TITLE, ReplyStyle.of(ReplyStyle.Look.TITLE), TITLE_POINTS);
            over(opening.verdict(), ReplyStyle.of(ReplyStyle.Look.VERDICT, opening.tone()));
            opening.lines().forEach(line -> over(line, ReplyStyle.of(ReplyStyle.Look.PLAIN)));
            opening.questions().forEach(this::question);
            if (reply.rows().isEmpty()) {
                return new ReplyLayout(lines, merges, OptionalInt.empty());
            }
            next++;
            int header = next;
            line(
                    ReplyLayout.height(1),
                    reply.columns().stream()
                            .map(column -> plain(column.header(), ReplyStyle.Look.HEADER))
                            .toList());
            reply.rows().forEach(this::row);
            return new ReplyLayout(lines, merges, OptionalInt.of(header));
        }

        private void over(String text, ReplyStyle style) {
            int width = reply.columns().stream().mapToInt(Reply.Column::width).sum();
            opening(text, style, ReplyLayout.height(linesOf(text, width)));
        }

        /** A line over all columns. */
        private void opening(String text, ReplyStyle style, float height) {
            List<Item> items = new ArrayList<>();
            for (int column = 0; column <= last; column++) {
                items.add(new Item(column == 0 ? text : "", style, Optional.empty()));
            }
            merges.add(new SheetLayout.Merge(next, 0, next, last));
            line(height, items);
        }

        /** A name, and beside it an open cell over the rest of the line. */
        private void question(String text) {
            List<Item> items = new ArrayList<>();
            for (int column = 0; column <= last; column++) {
                items.add(plain(
                        column == 0 ? text : "",
                        column < QUESTION_COLUMNS ? ReplyStyle.Look.HEADER : ReplyStyle.Look.ANSWER));
            }
            merges.add(new SheetLayout.Merge(next, 0, next, QUESTION_COLUMNS - 1));
            merges.add(new SheetLayout.Merge(next, QUESTION_COLUMNS, next, last));
            line(ReplyLayout.height(QUESTION_LINES), items);
        }

        private void row(Reply.Row content) {
            List<Item> items = new ArrayList<>();
            int most = 1;
            for (int column = 0; column <= last; column++) {
                Reply.Column kind = reply.columns().get(column);
                String text = content.texts().get(column);
                most = Math.max(most, linesOf(text, kind.width()));
                items.add(item(kind.use(), text, content));
            }
            line(ReplyLayout.height(most), items);
        }

        private Item item(Reply.Use use, String text, Reply.Row content) {
            return switch (use) {
                case TEXT -> plain(text, ReplyStyle.Look.CELL);
                case TONE -> new Item(text, ReplyStyle.of(ReplyStyle.Look.CELL, content.tone()), Optional.empty());
                case ANSWER -> plain(text, ReplyStyle.Look.ANSWER);
                case LINK -> {
                    Optional<Reply.Spot> target =
                            content.target().filter(spot -> sheets.contains(caseless(spot.sheet())));
                    ReplyStyle.Look look = target.isPresent() ? ReplyStyle.Look.LINK : ReplyStyle.Look.CELL;
                    yield new Item(text, ReplyStyle.of(look), target);
                }
            };
        }

        private static Item plain(String text, ReplyStyle.Look look) {
            return new Item(text, ReplyStyle.of(look), Optional.empty());
        }

        private void line(float height, List<Item> items) {
            lines.add(new Line(next++, height, items));
        }

        /** Excel knows its sheets by name, whatever the case. */
        private static String caseless(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** The formula by which a link leads to a cell. */
    static String leadingTo(Reply.Spot spot) {
        return quoted(spot.sheet()) + "!" + spot.cell();
    }

    private static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    /** The formula of a whole row. */
    static String row(String sheet, int row) {
        return quoted(sheet) + "!$" + (row + 1) + ":$" + (row + 1);
    }

    /** A name for the answer's sheet that none of the workbook's has. */
    static String freeName(List<String> sheets) {
        String name = Reply.SHEET;
        for (int number = 2; sheets.contains(name); number++) {
            name = Reply.SHEET + "(" + number + ")";
        }
        return name;
    }

    private static float height(int lines) {
        return Math.min(MOST_POINTS, lines * LINE_POINTS + 6);
    }

    /** How many lines a text takes in a column: office programs do not stretch rows of merged cells by themselves. */
    private static int linesOf(String text, int width) {
        int usable = Math.max(1, width - 1);
        return text.lines()
                .mapToInt(line -> Math.max(1, (widthOf(line) + usable - 1) / usable))
                .sum();
    }

    private static int widthOf(String line) {
        return line.codePoints().map(point -> point >= FIRST_WIDE ? 2 : 1).sum();
    }
}
