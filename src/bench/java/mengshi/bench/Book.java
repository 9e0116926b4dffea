package mengshi.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One workbook in the shape in which Excel writes it: shared strings, styles, a sheet. Rows go straight into the package,
 * however many there are.
 */
final class Book implements AutoCloseable {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final int STYLES = 60;
    private static final int ENOUGH = 1 << 16;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final StringBuilder rows = new StringBuilder();
    private final ZipOutputStream zip;
    private int row;

    Book(OutputStream file, String sheetName) throws IOException {
        zip = new ZipOutputStream(file);
        part("[Content_Types].xml", contentTypes());
        part("_rels/.rels", relations(List.of("officeDocument xl/workbook.xml")));
        part(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets><sheet name=\""
                        + sheetName + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relations(List.of(
                        "worksheet worksheets/sheet1.xml", "styles styles.xml", "sharedStrings sharedStrings.xml")));
        part("xl/styles.xml", styles());
        begin("xl/worksheets/sheet1.xml");
        rows.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    }

    /** Appends one row; texts become shared strings, numbers stay as they are written, null is no cell. */
    Book row(Object... values) throws IOException {
        row++;
        rows.append("<row r=\"").append(row).append("\" spans=\"1:8\">");
        for (int column = 0; column < values.length; column++) {
            Object value = values[column];
            if (value == null) {
                continue;
            }
            rows.append("<c r=\"").append(address(column)).append(row).append("\" s=\"1\"");
            if (value instanceof String text) {
                Integer index = strings.computeIfAbsent(text, unseen -> strings.size());
                rows.append(" t=\"s\"><v>").append(index).append("</v></c>");
            } else {
                rows.append("><v>").append(value).append("</v></c>");
            }
        }
        rows.append("</row>");
        if (rows.length() > ENOUGH) {
            flush();
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        rows.append("</sheetData></worksheet>");
        flush();
        zip.closeEntry();
        part("xl/sharedStrings.xml", sharedStrings());
        zip.close();
    }

    private void flush() throws IOException {
        zip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        rows.setLength(0);
    }

    private String sharedStrings() {
        StringBuilder text =
                new StringBuilder(HEAD + "<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + strings.size() + "\">");
        strings.keySet().forEach(one -> text.append("<si><t>").append(one).append("</t></si>"));
        return text.append("</sst>").toString();
    }

    private static String styles() {
        StringBuilder text = new StringBuilder(HEAD + "<styleSheet xmlns=\"" + MAIN
                + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellXfs count=\"" + STYLES + "\">");
        for (int style = 0; style < STYLES; style++) {
            text.append("<xf numFmtId=\"")
                    .append(style == 1 ? 0 : 4)
                    .append("\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
        }
        return text.append("</cellXfs></styleSheet>").toString();
    }

    private static String contentTypes() {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", sheet + "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", sheet + "worksheet+xml")
                + override("/xl/styles.xml", sheet + "styles+xml")
                + override("/xl/sharedStrings.xml", sheet + "sharedStrings+xml") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relations(List<String> typesAndTargets) {
        List<String> all = new ArrayList<>();
        for (String one : typesAndTargets) {
            String[] both = one.split(" ");
            all.add("<Relationship Id=\"rId" + (all.size() + 1) + "\" Type=\"" + RELATIONS + "/" + both[0]
                    + "\" Target=\"" + both[1] + "\"/>");
        }
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + String.join("", all)
                + "</Relationships>";
    }

    private void part(String name, String text) throws IOException {
        begin(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // 1980-01-01, the first moment a zip can tell: the bytes must not depend on the clock.
        entry.setTime(315532800000L);
        zip.putNextEntry(entry);
    }

    private static char address(int column) {
        return (char) ('A' + column);
    }
}
