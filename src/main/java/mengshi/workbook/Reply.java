package mengshi.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is laid into a submitter's workbook: a sheet in front, and remarks on single cells.
 *
 * @param metadata key and value pairs for the hidden sheet, in the order of their writing
 */
public record Reply(Opening opening, List<Column> columns, List<Row> rows, List<Remark> remarks, Metadata metadata) {

    /** What the sheet in front is called, unless the workbook has a sheet of that name already. */
    public static final String SHEET = "审核结果";

    /** The text of the first cell; by it the sheet is known again, whatever it is called then. */
    public static final String TITLE = "【审核】审核结果";

    /** Our part of a comment begins with this; office programs lose a comment's author, but never its text. */
    public static final String MARK = "【审核】";

    /** The hidden sheet that says which answer this is. */
    public static final String METADATA_SHEET = "_mengshi_answer";

    public Reply {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** How urgently something is said; decides its colour. */
    public enum Tone {
        STOP,
        ASK,
        NOTE,
        GOOD
    }

    /**
     * The lines above the table; the verdict stands out.
     *
     * @param questions what is asked of the whole submission: each a line with room for an answer
     */
    public record Opening(String verdict, Tone tone, List<String> lines, List<String> questions) {
        public Opening {
            lines = List.copyOf(lines);
            questions = List.copyOf(questions);
        }
    }

    /** What a column of the table is for. */
    public enum Use {
        TEXT,
        /** Shows the row's tone. */
        TONE,
        /** Leads to the cell the row is about. */
        LINK,
        /** Left empty for the submitter: unlocked and highlighted. */
        ANSWER
    }

    /** @param width in digits of the standard font; a Chinese character takes two */
    public record Column(String header, int width, Use use) {}

    /** A cell of the submitted workbook. */
    public record Spot(String sheet, String cell) {}

    /**
     * A row of the table.
     *
     * @param texts one for each column
     * @param target where the row's link leads
     */
    public record Row(Tone tone, List<String> texts, Optional<Spot> target) {
        public Row {
            texts = List.copyOf(texts);
        }
    }

    /** All that is said on one cell; at most one remark for each. */
    public record Remark(Spot at, Tone tone, String text) {}

    /** Entries of the hidden sheet. */
    public record Metadata(List<Map.Entry<String, String>> entries) {
        public Metadata {
            entries = List.copyOf(entries);
        }
    }
}
