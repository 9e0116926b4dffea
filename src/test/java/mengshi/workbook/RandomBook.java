package mengshi.workbook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mengshi.RawPackage;

/** A valid workbook in one of the many ways programs write them, the same for the same seed. */
final class RandomBook {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String[] WORDS = {
        "地区生产总值",
        "  其中：税收收入",
        "企业数_x000D_\n(个)",
        "a &lt; b &amp; c",
        "&#20013;国",
        "<![CDATA[<甲>]]>",
        "\u00A0",
        "",
        "𠀀😀",
        "_x005F_x000D_",
        "1,234.5",
        "—"
    };
    private static final String[] NUMBERS = {
        "0",
        "12.5",
        "-17",
        "1.7999999999999998E-2",
        "100000000000",
        "45809",
        "45809.5",
        "1E-9",
        "00012.50",
        "123456789012.345",
        "0.1",
        " 7 ",
        "-0",
        ".5",
        "12345678901234567",
        "4.9E-324",
        "60",
        "2958465"
    };
    private static final String[] ERRORS = {"#DIV/0!", "#N/A", "#REF!", "#SPILL!", "#VALUE!"};

    private final Random random;
    private final String prefix;
    private final boolean strict;
    private final boolean shared;
    private final boolean styled;
    private final Charset charset;
    private final List<String> texts = new ArrayList<>();

    private RandomBook(long seed) {
        random = new Random(seed);
        prefix = random.nextInt(4) == 0 ? "x:" : "";
        strict = random.nextInt(5) == 0;
        shared = random.nextInt(4) > 0;
        styled = random.nextInt(4) > 0;
        // Strict packages are renamed as UTF-8 on POI's way.
        charset = !strict && random.nextInt(5) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    static RawPackage of(long seed) {
        return new RandomBook(seed).book();
    }

    /** The parts around one long sheet: 40 shared texts, plain styles. */
    static RawPackage withStrings() {
        StringBuilder texts = new StringBuilder("<sst xmlns=\"" + RawPackage.MAIN + "\">");
        for (int i = 0; i < 40; i++) {
            texts.append("<si><t>指标名称").append(i).append("</t></si>");
        }
        RandomBook plain = new RandomBook(0);
        String styles = plain.styles().replace("<p:", "<").replace("</p:", "</");
        return RawPackage.workbook("")
                .with("[Content_Types].xml", plain.types())
                .with("xl/sharedStrings.xml", texts + "</sst>")
                .with("xl/styles.xml", "<styleSheet xmlns=\"" + RawPackage.MAIN + "\">" + styles + "</styleSheet>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"" + RELATIONS + "\">"
                                + relation(1, "worksheet", "worksheets/sheet1.xml")
                                + relation(2, "sharedStrings", "sharedStrings.xml")
                                + relation(3, "styles", "styles.xml") + "</Relationships>");
    }

    private RawPackage book() {
        int sheets = 1 + random.nextInt(3);
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        RawPackage book = RawPackage.workbook("");
        for (int i = 1; i <= sheets; i++) {
            String state = i > 1 && random.nextBoolean() ? pick(" state=\"hidden\"", " state=\"veryHidden\"") : "";
            names.append(
                    "<p:sheet name=\"表&amp;" + i + "\" sheetId=\"" + i + "\"" + state + " r:id=\"rId" + i + "\"/>");
            relations.append(relation(i, "worksheet", pick("/xl/", "") + "worksheets/sheet" + i + ".xml"));
            put(book, "xl/worksheets/sheet" + i + ".xml", "worksheet", sheet());
        }
        if (shared) {
            relations.append(relation(90, "sharedStrings", "sharedStrings.xml"));
            put(book, "xl/sharedStrings.xml", "sst", String.join("", texts));
        }
        if (styled) {
            relations.append(relation(91, "styles", "styles.xml"));
            put(book, "xl/styles.xml", "styleSheet", styles());
        }
        // A part that is named and not there, as in many real files.
        relations.append(relation(92, "theme", "theme/theme1.xml"));
        String days = pick("", "<p:workbookPr date1904=\"1\"/>", "<p:workbookPr date1904=\"false\"/>");
        put(book, "xl/workbook.xml", "workbook", days + "<p:sheets>" + names + "</p:sheets>");
        return book.with(
                        "xl/_rels/workbook.xml.rels",
                        named("<Relationships xmlns=\"" + RELATIONS + "\">" + relations + "</Relationships>"))
                .with("_rels/.rels", named(new String(book.part("_rels/.rels"), StandardCharsets.UTF_8)))
                .with("[Content_Types].xml", types());
    }

    private String types() {
        String types = RawPackage.contentTypes("spreadsheetml.sheet.main+xml");
        String type = "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return types.replace(
                "</Types>",
                "<Override PartName=\"/xl/sharedStrings.xml" + type + "sharedStrings+xml\"/><Override PartName=\""
                        + "/xl/styles.xml" + type + "styles+xml\"/></Types>");
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private void put(RawPackage book, String part, String root, String content) {
        String namespace = prefix.isEmpty() ? "xmlns" : "xmlns:x";
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>" + pick("", "\n<!-- 甲 -->\n") + "<p:"
                + root
                + " " + namespace + "=\"" + RawPackage.MAIN + "\" xmlns:r=\"" + OFFICE + "\">" + content + "</p:" + root
                + ">" + pick("", "\n");
        book.with(
                part,
                named(xml.replace("<p:", "<" + prefix).replace("</p:", "</" + prefix))
                        .getBytes(charset));
    }

    private String named(String xml) {
        return strict
                ? xml.replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/",
                                "http://purl.oclc.org/ooxml/officeDocument/")
                        .replace(RawPackage.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                : xml;
    }

    private String sheet() {
        StringBuilder sheet = new StringBuilder(pick("", "<p:dimension ref=\"A1:XFD9\"/>"));
        sheet.append(pick(
                "",
                "<p:cols><p:col min=\"2\" max=\"3\" hidden=\"1\"/><p:col min=\"4\" max=\"4\" hidden=\"true\"/>"
                        + "<p:col min=\"9\" max=\"16384\" width=\"3\" hidden=\"1\"/></p:cols>"));
        sheet.append("<p:sheetData>");
        int row = 0;
        for (int i = random.nextInt(9); i > 0; i--) {
            row += 1 + (random.nextInt(4) == 0 ? random.nextInt(300) : 0);
            sheet.append(pick("", "\n ")).append(row(row));
        }
        if (random.nextInt(6) == 0) {
            sheet.append("<p:row r=\"1048576\"><p:c r=\"XFD1048576\"><p:v>1</p:v></p:c></p:row>");
        }
        return sheet.append("</p:sheetData>")
                .append(pick(
                        "", "<p:mergeCells><p:mergeCell ref=\"C5:D6\"/><p:mergeCell ref=\"A1:B2\"/></p:mergeCells>"))
                .append(pick(
                        "", "<p:pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/>"))
                .toString();
    }

    private String row(int number) {
        StringBuilder row = new StringBuilder("<p:row r=\"" + number + "\"" + pick("", " spans=\"1:9\"")
                + pick("", "", " hidden=\"1\"", " hidden=\"0\"") + ">");
        boolean addressed = random.nextInt(4) > 0;
        int column = -1;
        for (int i = random.nextInt(9); i > 0; i--) {
            column += 1 + (addressed ? random.nextInt(3) : 0);
            String style = styled && random.nextBoolean() ? " s=\"" + random.nextInt(9) + "\"" : "";
            String address = addressed ? " r=\"" + CellAddress.of(number - 1, column) + "\"" : "";
            row.append(pick("", " ")).append("<p:c" + address + style + cell());
        }
        return row.append("</p:row>").toString();
    }

    private String cell() {
        String formula = random.nextInt(4) == 0 ? "<p:f>SUM(B1:B9)&amp;\"\"</p:f>" : "";
        String word = WORDS[random.nextInt(WORDS.length)];
        return switch (random.nextInt(11)) {
            case 0 -> "/>";
            case 1 -> " t=\"str\">" + formula + "<p:v>" + word + "</p:v></p:c>";
            case 2 -> " t=\"inlineStr\"><p:is>" + rich(word) + "</p:is></p:c>";
            case 3 -> " t=\"b\">" + formula + "<p:v>" + pick("0", "1", "true") + "</p:v></p:c>";
            case 4 -> " t=\"e\">" + formula + "<p:v>" + ERRORS[random.nextInt(ERRORS.length)] + "</p:v></p:c>";
            case 5 -> " t=\"d\"><p:v>" + pick("2025-06-01", "2025-06-01T00:00:00", "6月") + "</p:v></p:c>";
            case 6 -> "><p:f>A1*2</p:f>" + pick("", "<p:v></p:v>", "<p:v/>") + "</p:c>";
            case 7, 8 -> shared ? " t=\"s\"><p:v>" + text(word) + "</p:v></p:c>" : "><p:v>5</p:v></p:c>";
            default ->
                pick("", " t=\"n\"") + ">" + formula + "<p:v>" + NUMBERS[random.nextInt(NUMBERS.length)]
                        + "</p:v></p:c>";
        };
    }

    private int text(String word) {
        texts.add("<p:si>" + rich(word) + "</p:si>");
        return random.nextInt(texts.size());
    }

    private String rich(String word) {
        String struck = pick("", "<p:rPr><p:b/><p:strike/></p:rPr>", "<p:rPr><p:strike val=\"0\"/></p:rPr>");
        String said = pick("", "<p:rPh sb=\"0\" eb=\"1\"><p:t>diqu</p:t></p:rPh><p:phoneticPr fontId=\"0\"/>");
        return pick(
                        "<p:t>" + word + "</p:t>",
                        "<p:t xml:space=\"preserve\"> " + word + " </p:t>",
                        "<p:r>" + struck + "<p:t>" + word + "</p:t></p:r><p:r><p:t>甲</p:t></p:r>",
                        "")
                + said;
    }

    private String styles() {
        return "<p:numFmts count=\"2\"><p:numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
                + "<p:numFmt numFmtId=\"165\" formatCode=\"0.0%\"/></p:numFmts>"
                + "<p:fonts><p:font/><p:font><p:strike/></p:font><p:font><p:strike val=\"false\"/></p:font></p:fonts>"
                + "<p:fills><p:fill/></p:fills><p:borders><p:border/></p:borders>"
                + "<p:cellStyleXfs><p:xf/></p:cellStyleXfs><p:cellXfs><p:xf/><p:xf numFmtId=\"164\"/>"
                + "<p:xf numFmtId=\"165\"/><p:xf numFmtId=\"57\"/><p:xf numFmtId=\"14\" fontId=\"1\"/>"
                + "<p:xf numFmtId=\"9\"/><p:xf fontId=\"2\" numFmtId=\"20\"/></p:cellXfs>";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
