package mengshi.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the workbook part says about its sheets.
 *
 * @param since1904 whether days are counted from 1904 instead of 1900
 */
record WorkbookPart(List<Sheet> sheets, boolean since1904) {

    /** @param relation the id by which the workbook's relations know the sheet's part */
    record Sheet(String name, boolean hidden, String relation) {}

    private static final Set<String> TYPES = Set.of("http://schemas.openxmlformats.org/package/2006/content-types");
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final Set<String> PLAIN_TYPES = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml");

    static WorkbookPart of(PackageFile file, String part) throws IOException, UnusualPackage, WorkbookRefused {
        requirePlainType(file, part);
        List<Sheet> sheets = new ArrayList<>();
        boolean since1904 = false;
        try (PartStream content = file.open(part)) {
            PartReader xml = PartReader.of(part, content, PartReader.SPREADSHEET);
            xml.root("workbook");
            while (xml.nextChild(1)) {
                switch (xml.name()) {
                    case "workbookPr" -> since1904 = xml.flag("date1904");
                    case "sheets" -> {
                        while (xml.nextChild(2)) {
                            sheets.add(sheet(xml));
                        }
                    }
                    default -> {}
                }
            }
            xml.finish();
        }
        if (sheets.isEmpty()) {
            throw new UnusualPackage("no sheets");
        }
        return new WorkbookPart(sheets, since1904);
    }

    private static Sheet sheet(PartReader xml) throws UnusualPackage {
        String name = xml.attribute("name");
        String relation = xml.attribute(Relations.OFFICE, "id");
        String state = xml.attribute("state");
        boolean hidden = "hidden".equals(state) || "veryHidden".equals(state);
        boolean known = state == null || hidden || state.equals("visible");
        if (!xml.name().equals("sheet") || name == null || relation == null || !known) {
            throw xml.unusual("a sheet without name, part or known state");
        }
        return new Sheet(name, hidden, relation);
    }

    /** Anything but a plain workbook (macros, another program's) is for POI to name. */
    private static void requirePlainType(PackageFile file, String part)
            throws IOException, UnusualPackage, WorkbookRefused {
        boolean plain = false;
        try (PartStream content = file.open(CONTENT_TYPES)) {
            PartReader xml = PartReader.of(CONTENT_TYPES, content, TYPES);
            xml.root("Types");
            while (xml.nextChild(1)) {
                String name = xml.attribute("PartName");
                String type = xml.attribute("ContentType");
                boolean own = xml.name().equals("Override") && ("/" + part).equalsIgnoreCase(name);
                plain |= own && type != null && PLAIN_TYPES.contains(type);
            }
            xml.finish();
        }
        if (!plain) {
            throw new UnusualPackage("another content type than a plain workbook's");
        }
    }
}
