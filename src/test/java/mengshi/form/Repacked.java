package mengshi.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import mengshi.RawPackage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as other programs would have written them. */
final class Repacked {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
    private static final String MAIN = TRANSITIONAL + "spreadsheetml/2006/main";

    private Repacked() {}

    static UnaryOperator<byte[]> sheet(Consumer<XSSFSheet> change) {
        return workbook(workbook -> change.accept(workbook.getSheetAt(0)));
    }

    static UnaryOperator<byte[]> workbook(Consumer<XSSFWorkbook> change) {
        return bytes -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                change.accept(workbook);
                return written(workbook);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static UnaryOperator<byte[]> xls(Consumer<HSSFWorkbook> change) {
        return bytes -> {
            try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
                change.accept(workbook);
                return written(workbook);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static byte[] written(Workbook workbook) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        workbook.write(written);
        return written.toByteArray();
    }

    static void format(Sheet sheet, String address, String format) {
        CellReference at = new CellReference(address);
        Cell cell = sheet.getRow(at.getRow()).getCell(at.getCol());
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    static void comment(XSSFSheet sheet) {
        ClientAnchor anchor = sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 5, 5, 7, 8);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString("已核实：700"));
        sheet.getRow(5).getCell(4).setCellComment(comment);
        var helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"万元", "亿元"}), new CellRangeAddressList(5, 6, 2, 2)));
        sheet.getWorkbook().createName().setNameName("底稿");
        sheet.getWorkbook().getName("底稿").setRefersToFormula("#REF!");
    }

    /** A package's parts, to be rewritten as text. */
    static final class Parts {

        private final Map<String, byte[]> parts;

        private Parts(Map<String, byte[]> parts) {
            this.parts = parts;
        }

        void change(UnaryOperator<String> change) {
            parts.replaceAll((name, part) -> name.endsWith(".bin")
                    ? part
                    : change.apply(new String(part, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }

        Parts change(String before, String after) {
            change(part -> part.replace(before, after));
            return this;
        }

        /** Another content of a cell of the first sheet. */
        Parts fill(String address, String content) {
            change(part -> part.replaceAll(
                    "(<c r=\"" + address + "\"[^>/]*>).*?</c>", "$1" + Matcher.quoteReplacement(content) + "</c>"));
            return this;
        }

        void strict() {
            change(part -> part.replace(
                            TRANSITIONAL + "officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
                    .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                    .replace("<workbook ", "<workbook conformance=\"strict\" "));
        }

        /** The sheets and their texts in another encoding. */
        void encoded(String charset) {
            for (String name : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
                parts.computeIfPresent(name, (key, part) -> new String(part, StandardCharsets.UTF_8)
                        .replaceFirst("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"")
                        .getBytes(Charset.forName(charset)));
            }
        }

        void prefixed() {
            parts.replaceAll((name, part) -> {
                String text = new String(part, StandardCharsets.UTF_8);
                return text.contains("xmlns=\"" + MAIN + "\"")
                        ? text.replaceAll("<(/?)([a-zA-Z])", "<$1x:$2")
                                .replace("xmlns=\"" + MAIN + "\"", "xmlns:x=\"" + MAIN + "\"")
                                .getBytes(StandardCharsets.UTF_8)
                        : part;
            });
        }

        /** Links, notes, pivot tables, pictures in cells, names, folders: nothing a form is made of. */
        void furnished() {
            change(
                    "</sheets>",
                    "</sheets><definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" "
                            + "hidden=\"1\">#REF!</definedName></definedNames><mc:AlternateContent xmlns:mc=\"http://schemas."
                            + "openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x15\"/></mc:AlternateContent>");
            change(
                    "</sheetData>",
                    "</sheetData><phoneticPr fontId=\"1\" type=\"noConversion\"/><conditionalFormatting sqref=\"E6\">"
                            + "<cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"lessThan\"><formula>0</formula>"
                            + "</cfRule></conditionalFormatting><extLst><ext uri=\"{78C0D931}\"/></extLst>");
            for (String part : List.of(
                    "xl/calcChain.xml",
                    "xl/externalLinks/externalLink1.xml",
                    "xl/persons/person.xml",
                    "xl/threadedComments/threadedComment1.xml",
                    "xl/pivotCache/pivotCacheDefinition1.xml",
                    "xl/cellimages.xml",
                    "xl/connections.xml",
                    "customXml/item1.xml",
                    "docMetadata/LabelInfo.xml")) {
                parts.put(part, "<left xmlns=\"urn:behind\"/>".getBytes(StandardCharsets.UTF_8));
            }
            parts.put("xl/printerSettings/printerSettings1.bin", new byte[] {0, 1, 2, 3});
            change(
                    "<Default Extension=\"xml\"",
                    "<Default Extension=\"bin\" ContentType=\"application/vnd."
                            + "openxmlformats-officedocument.spreadsheetml.printerSettings\"/><Default Extension=\"xml\"");
        }
    }

    static UnaryOperator<byte[]> parts(Consumer<Parts> change) {
        return bytes -> {
            Parts whole = new Parts(RawPackage.unzip(bytes));
            change.accept(whole);
            return RawPackage.zip(whole.parts);
        };
    }

    static byte[] zipped(String name, byte[] content) {
        return RawPackage.zip(Map.of(name, content));
    }

    static byte[] followed(byte[] file, String text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(file);
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return content.toByteArray();
    }
}
