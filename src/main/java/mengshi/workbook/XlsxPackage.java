package mengshi.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An .xlsx written part by part. POI would take ten times as long for a small workbook, and stamps each part with the
 * time of writing.
 */
final class XlsxPackage {

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String CORE = PACKAGE + "/metadata/core-properties";
    private static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final WorkbookDraft draft;
    private final DrawingParts drawings;
    private final StyleMarkup styles = new StyleMarkup();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private XlsxPackage(WorkbookDraft draft) {
        this.draft = draft;
        this.drawings = new DrawingParts(draft);
    }

    static byte[] of(WorkbookDraft draft) throws IOException {
        return new XlsxPackage(draft).bytes();
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            add(zip, "[Content_Types].xml", contentTypes());
            add(zip, "_rels/.rels", rootRelations());
            add(zip, "docProps/core.xml", coreProperties());
            add(zip, "xl/workbook.xml", workbook());
            add(zip, "xl/_rels/workbook.xml.rels", workbookRelations());
            List<SheetDraft> sheets = draft.sheets();
            for (int i = 0; i < sheets.size(); i++) {
                String part = new SheetMarkup(styles, texts).part(sheets.get(i), i == draft.shown());
                add(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", part);
            }
            for (Map.Entry<String, String> part : drawings.parts().entrySet()) {
                add(zip, part.getKey(), part.getValue());
            }
            add(zip, "xl/styles.xml", styles.part());
            add(zip, "xl/sharedStrings.xml", sharedStrings());
        }
        return content.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String part) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Local time is what a zip holds: no zone can shift it.
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(part.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String contentTypes() {
        StringBuilder part = new StringBuilder(Markup.DECLARATION)
                .append("<Types xmlns=\"" + PACKAGE + "/content-types\"><Default Extension=\"rels\" ContentType=\"")
                .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append("<Override PartName=\"/docProps/core.xml\" ContentType=\"")
                .append("application/vnd.openxmlformats-package.core-properties+xml\"/>");
        override(part, "workbook", "sheet.main+xml");
        for (int i = 1; i <= draft.sheets().size(); i++) {
            override(part, "worksheets/sheet" + i, "worksheet+xml");
        }
        override(part, "styles", "styles+xml");
        override(part, "sharedStrings", "sharedStrings+xml");
        drawings.types()
                .forEach((name, type) ->
                        part.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>"));
        return part.append("</Types>").toString();
    }

    private static void override(StringBuilder part, String name, String type) {
        part.append("<Override PartName=\"/xl/")
                .append(name)
                .append(".xml\" ContentType=\"")
                .append(WORKBOOK_TYPE)
                .append(type)
                .append("\"/>");
    }

    private static String rootRelations() {
        return Markup.DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">"
                + relation(1, OFFICE + "/officeDocument", "xl/workbook.xml")
                + relation(2, PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml")
                + "</Relationships>";
    }

    private String workbookRelations() {
        StringBuilder part =
                new StringBuilder(Markup.DECLARATION).append("<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        int sheets = draft.sheets().size();
        for (int i = 1; i <= sheets; i++) {
            part.append(relation(i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        return part.append(relation(sheets + 1, OFFICE + "/styles", "styles.xml"))
                .append(relation(sheets + 2, OFFICE + "/sharedStrings", "sharedStrings.xml"))
                .append("</Relationships>")
                .toString();
    }

    static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String coreProperties() {
        return Markup.DECLARATION + "<cp:coreProperties xmlns:cp=\"" + CORE
                + "\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>" + WorkbookWriter.AUTHOR
                + "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + TIME + ":00Z</dcterms:created>"
                + "</cp:coreProperties>";
    }

    private String workbook() {
        StringBuilder part = new StringBuilder(Markup.DECLARATION)
                .append("<workbook xmlns=\"" + Markup.MAIN + "\" xmlns:r=\"" + OFFICE + "\">")
                .append("<bookViews><workbookView activeTab=\"")
                .append(draft.shown())
                .append("\"/></bookViews><sheets>");
        int id = 1;
        for (SheetDraft sheet : draft.sheets()) {
            part.append("<sheet name=\"")
                    .append(Markup.escape(sheet.name()))
                    .append("\" sheetId=\"")
                    .append(id)
                    .append(sheet.hidden() ? "\" state=\"hidden" : "")
                    .append("\" r:id=\"rId")
                    .append(id)
                    .append("\"/>");
            id++;
        }
        part.append("</sheets>").append(names());
        if (draft.sheets().stream().anyMatch(SheetDraft::hasFormulaWithoutValue)) {
            // Excel and WPS then calculate on opening.
            part.append("<calcPr calcId=\"0\" fullCalcOnLoad=\"1\"/>");
        }
        return part.append("</workbook>").toString();
    }

    /** What the names of cells stand for, with Excel's own name for the rows that are printed on every page. */
    private String names() {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < draft.sheets().size(); i++) {
            SheetDraft sheet = draft.sheets().get(i);
            String quoted = "'" + sheet.name().replace("'", "''") + "'!";
            SheetDraft.Page page = sheet.page();
            if (page != null) {
                int row = page.repeatedRow() + 1;
                name(part, "_xlnm.Print_Titles\" localSheetId=\"" + i, quoted + "$" + row + ":$" + row);
            }
            sheet.names().forEach((name, address) -> name(part, name, quoted + address));
        }
        return part.isEmpty() ? "" : "<definedNames>" + part + "</definedNames>";
    }

    private static void name(StringBuilder part, String name, String meaning) {
        part.append("<definedName name=\"")
                .append(name)
                .append("\">")
                .append(Markup.escape(meaning))
                .append("</definedName>");
    }

    private String sharedStrings() {
        StringBuilder part = new StringBuilder(Markup.DECLARATION)
                .append("<sst xmlns=\"" + Markup.MAIN + "\" uniqueCount=\"")
                .append(texts.size())
                .append("\">");
        texts.keySet().forEach(text -> part.append("<si><t xml:space=\"preserve\">")
                .append(Markup.escape(text))
                .append("</t></si>"));
        return part.append("</sst>").toString();
    }
}
