package mengshi.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A worksheet's part in which highlights are put, and comments pointed to; its cells are only looked at. */
final class SheetEdit {

    private static final Set<String> VOCABULARY = Set.of(Markup.MAIN);
    private static final int AT_ROW = 3;
    private static final int AT_CELL = 4;

    /** By it an earlier answer's sheet is known. */
    private static final String FIRST = "A1";

    /** What may stand before conditions, in the order in which a sheet's parts must stand. */
    private static final List<String> BEFORE_CONDITIONS = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting");

    private static final List<String> BEFORE_COMMENTS = List.of(
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing");

    private final PartEdit part;
    private final PartReader xml;
    private final PartEdit.Parent root;
    private final SharedStrings texts;
    private final Set<String> wanted;
    private final BitSet wantedRows = new BitSet();
    private final Map<String, Held> held = new HashMap<>();
    private int rules;
    private int conditionsAt = -1;
    private int commentsAt = -1;
    private boolean rowsSeen;
    private @Nullable String drawing;

    private SheetEdit(PartEdit part, Set<String> wanted, SharedStrings texts) throws UnusualPackage {
        this.part = part;
        this.xml = part.xml();
        this.root = part.parent();
        this.texts = texts;
        this.wanted = wanted;
        wantedRows.set(0);
        wanted.forEach(cell -> wantedRows.set(Reference.row(Reference.of(cell))));
    }

    /**
     * Walks through a sheet, and takes it from the sheets selected.
     *
     * @param wanted addresses of the cells to be marked
     * @throws UnusualPackage if it is written another way, or bears an earlier answer
     */
    static SheetEdit of(String name, byte[] content, Set<String> wanted, SharedStrings texts)
            throws IOException, UnusualPackage, WorkbookRefused {
        SheetEdit edit = new SheetEdit(PartEdit.of(name, content, "worksheet", VOCABULARY), wanted, texts);
        edit.walk();
        return edit;
    }

    /** The id by which the sheet points to the shapes of its comments; nothing if it has none. */
    @Nullable
    String drawing() {
        return drawing;
    }

    /** Puts highlights behind the sheet's own conditions. */
    void highlight(List<Reply.Remark> remarks, StyleEdit styles) {
        StringBuilder markup = new StringBuilder();
        for (Reply.Remark remark : remarks) {
            String cell = remark.at().cell();
            long at = Reference.of(cell);
            rules++;
            markup.append("<conditionalFormatting sqref=\"")
                    .append(cell)
                    .append("\"><cfRule type=\"expression\" dxfId=\"")
                    .append(styles.number(remark.tone()))
                    .append("\" priority=\"")
                    .append(rules)
                    .append("\"><formula>")
                    .append(Markup.escape(Highlight.condition(
                            held.getOrDefault(cell, Held.NOTHING), Reference.row(at), Reference.column(at))))
                    .append("</formula></cfRule></conditionalFormatting>");
        }
        put(conditionsAt, markup.toString());
    }

    /** @param id of the relation that leads to the comments' shapes */
    void pointTo(String id) {
        put(commentsAt, "<legacyDrawing xmlns:r=\"" + XlsxPackage.OFFICE + "\" r:id=\"" + id + "\"/>");
    }

    boolean isChanged() {
        return part.isChanged();
    }

    byte[] edited() throws IOException, UnusualPackage, WorkbookRefused {
        return part.edited();
    }

    private void put(int at, String markup) {
        if (at < 0) {
            part.append(root, markup);
        } else {
            part.insert(at, markup);
        }
    }

    private void walk() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(1)) {
            String name = xml.name();
            boolean before = BEFORE_CONDITIONS.contains(name);
            if (rowsSeen && !before && conditionsAt < 0) {
                conditionsAt = part.here();
            }
            if (rowsSeen && !before && commentsAt < 0 && !BEFORE_COMMENTS.contains(name)) {
                commentsAt = part.here();
            }
            child(name, before);
        }
        if (!rowsSeen) {
            throw xml.unusual("a sheet without rows");
        }
    }

    private void child(String name, boolean before) throws IOException, UnusualPackage, WorkbookRefused {
        switch (name) {
            case "sheetViews" -> views();
            case "sheetData" -> rows();
            case "conditionalFormatting" -> conditions();
            case "legacyDrawing" -> {
                drawing = xml.attribute(Relations.OFFICE, "id");
            }
            default -> {
                if (!rowsSeen && !before) {
                    throw xml.unusual("another element before the rows");
                }
            }
        }
    }

    /** Were it left selected beside the answer, typing would go into both. */
    private void views() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(2)) {
            if (xml.flag("tabSelected")) {
                part.replace(part.value("tabSelected"), "0");
            }
        }
    }

    private void rows() throws IOException, UnusualPackage, WorkbookRefused {
        if (rowsSeen) {
            throw xml.unusual("rows in two places");
        }
        rowsSeen = true;
        int last = -1;
        while (xml.nextChild(2)) {
            int row = xml.whole("r", last + 2) - 1;
            if (row <= last || row >= SheetScan.ROWS) {
                throw xml.unusual("row " + (row + 1) + " after row " + (last + 1));
            }
            last = row;
            if (wantedRows.get(row)) {
                cells(row);
            }
        }
    }

    private void cells(int row) throws IOException, UnusualPackage, WorkbookRefused {
        int column = -1;
        while (xml.nextChild(AT_ROW)) {
            if (xml.name().equals("c")) {
                column++;
                String address = xml.attribute("r");
                String cell = address == null ? CellAddress.of(row, column) : address;
                if (wanted.contains(cell) || cell.equals(FIRST)) {
                    held.put(cell, Held.of(xml, AT_CELL, texts));
                }
                column = Math.max(column, Reference.column(Reference.of(cell)));
            }
        }
        Held first = held.getOrDefault(FIRST, Held.NOTHING);
        if (row == 0 && first.text().equals(Reply.TITLE)) {
            throw xml.unusual("the sheet of an earlier answer");
        }
    }

    private void conditions() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(2)) {
            if (xml.name().equals("cfRule")) {
                rules++;
                while (xml.nextChild(AT_ROW)) {
                    if (xml.name().equals("formula") && xml.text().contains(Highlight.MARK)) {
                        throw xml.unusual("a highlight of an earlier answer");
                    }
                }
            }
        }
    }
}
