package mengshi.workbook;

import java.io.IOException;
import java.util.Set;

/** The workbook's part with the answer's two sheets: one before all others, the hidden one behind them. */
final class WorkbookEdit {

    private static final Set<String> VOCABULARY = Set.of(Markup.MAIN);

    /** What stands between the sheets and the names. */
    private static final Set<String> BEFORE_NAMES = Set.of("functionGroups", "externalReferences");

    private final PartEdit part;
    private final PartReader xml;
    private final Added added;

    /**
     * The sheets added.
     *
     * @param name of the one in front
     * @param front the relation that leads to it
     * @param hidden the relation that leads to the other
     * @param titles what of the one in front is printed on every page, as a formula; empty if nothing
     */
    record Added(String name, String front, String hidden, String titles) {}

    private WorkbookEdit(PartEdit part, Added added) {
        this.part = part;
        this.xml = part.xml();
        this.added = added;
    }

    static byte[] edited(String name, byte[] content, Added added) throws IOException, UnusualPackage, WorkbookRefused {
        WorkbookEdit edit = new WorkbookEdit(PartEdit.of(name, content, "workbook", VOCABULARY), added);
        edit.walk();
        return edit.part.edited();
    }

    private void walk() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent root = part.parent();
        boolean sheetsSeen = false;
        boolean named = false;
        int namesAt = -1;
        while (xml.nextChild(1)) {
            String child = xml.name();
            switch (child) {
                case "bookViews" -> views();
                case "sheets" -> {
                    sheets();
                    sheetsSeen = true;
                }
                case "definedNames" -> {
                    names();
                    named = true;
                }
                default -> {
                    if (sheetsSeen && namesAt < 0 && !BEFORE_NAMES.contains(child)) {
                        namesAt = part.here();
                    }
                }
            }
        }
        if (!named && !added.titles().isEmpty()) {
            String names = "<definedNames>" + titles() + "</definedNames>";
            if (namesAt < 0) {
                part.append(root, names);
            } else {
                part.insert(namesAt, names);
            }
        }
    }

    /** It opens on the answer. */
    private void views() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(2)) {
            part.replace(part.value("activeTab"), "0");
            part.replace(part.value("firstSheet"), "0");
        }
    }

    private void sheets() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent sheets = part.parent();
        int first = -1;
        int highest = 0;
        while (xml.nextChild(2)) {
            first = first < 0 ? part.here() : first;
            highest = Math.max(highest, xml.whole("sheetId", 0));
        }
        part.insert(first, sheet(added.name(), highest + 1, added.front(), ""));
        part.append(sheets, sheet(Reply.METADATA_SHEET, highest + 2, added.hidden(), " state=\"hidden\""));
    }

    private static String sheet(String name, int number, String relation, String state) {
        return "<sheet xmlns:r=\"" + XlsxPackage.OFFICE + "\" name=\"" + Markup.escape(name) + "\" sheetId=\"" + number
                + "\"" + state + " r:id=\"" + relation + "\"/>";
    }

    /** A name that belongs to one sheet tells which by its place, and all places have moved by one. */
    private void names() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent names = part.parent();
        while (xml.nextChild(2)) {
            PartEdit.Value place = part.value("localSheetId");
            if (place != null) {
                part.replace(place, String.valueOf(xml.whole("localSheetId", 0) + 1));
            }
        }
        if (!added.titles().isEmpty()) {
            part.append(names, titles());
        }
    }

    private String titles() {
        return "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">" + Markup.escape(added.titles())
                + "</definedName>";
    }
}
