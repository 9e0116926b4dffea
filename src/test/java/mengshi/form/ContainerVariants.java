package mengshi.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import mengshi.workbook.FaultyWorkbook;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the form comes in. */
final class ContainerVariants {

    private ContainerVariants() {}

    static List<Variant> all() {
        TestSheet link = TestSheet.named("CNKI").hidden().row("https://example.org/yearbook");
        TestSheet scratch = TestSheet.named("计算底稿").hidden().row("合计", "12#");
        TestSheet notes = TestSheet.named("填表说明").row("一、请按表式填写。");
        return List.of(
                Variant.of("an .xlsx"),
                Variant.of("an .xls").xls().named("报表.xls"),
                Variant.of("an .xlsx called .xls").named("报表.xls"),
                Variant.of("an .xls called .xlsx").xls(),
                Variant.of("an .xlsx under the built-in password")
                        .as(bytes -> FaultyWorkbook.encrypted(bytes, Decryptor.DEFAULT_PASSWORD)),
                Variant.of("an .xls under the built-in password")
                        .xls()
                        .as(bytes -> encryptedXls(bytes, Decryptor.DEFAULT_PASSWORD)),
                Variant.of("an .xlsx under a password")
                        .as(bytes -> FaultyWorkbook.encrypted(bytes, "2025"))
                        .refused("FILE_ENCRYPTED -"),
                Variant.of("an .xls under a password")
                        .xls()
                        .as(bytes -> encryptedXls(bytes, "2025"))
                        .refused("FILE_ENCRYPTED -"),
                Variant.of("macros").as(FaultyWorkbook::withMacros).refused("FILE_HAS_MACROS -"),
                Variant.of("an empty file").as(bytes -> new byte[0]).refused("FILE_EMPTY -"),
                Variant.of("a transfer that broke off")
                        .as(bytes -> Arrays.copyOf(bytes, bytes.length * 2 / 3))
                        .refused("FILE_CORRUPT -"),
                Variant.of("an HTML page called .xls")
                        .named("报表.xls")
                        .as(text("\n\n<!-- 报表 -->\n<html><body><table><tr><td>指标名称</td></tr></table></body></html>"))
                        .refused("FORMAT_NOT_ACCEPTED -"),
                Variant.of("SpreadsheetML 2003 called .xls")
                        .named("报表.xls")
                        .as(text("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
                                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>"))
                        .refused("FORMAT_NOT_ACCEPTED -"),
                Variant.of("comma-separated text called .xlsx")
                        .as(text("指标名称,代码,计量单位,本月\n固定资产投资,102,万元,120\n"))
                        .refused("FORMAT_NOT_ACCEPTED -"),
                Variant.of("a PDF called .xlsx").as(text("%PDF-1.7\n1 0 obj\n")).refused("FORMAT_NOT_ACCEPTED -"),
                Variant.of("a hidden sheet with a link").with(link),
                Variant.of("a hidden sheet with figures").with(scratch).finds("SHEET_IGNORED 计算底稿"),
                Variant.of("a sheet of instructions").with(notes).finds("SHEET_IGNORED 填表说明"),
                Variant.of("an empty second sheet").with(TestSheet.named("Sheet2")),
                Variant.of("a hidden row")
                        .as(Repacked.sheet(sheet -> sheet.getRow(8).setZeroHeight(true)))
                        .finds("FIGURES_HIDDEN D9"),
                Variant.of("a hidden column")
                        .as(Repacked.sheet(sheet -> sheet.setColumnHidden(6, true)))
                        .finds("FIGURES_HIDDEN G6"),
                Variant.of("a hidden row without figures")
                        .as(Repacked.sheet(sheet -> sheet.getRow(0).setZeroHeight(true))),
                Variant.of("a figure that is struck through")
                        .as(Repacked.sheet(sheet -> strike(sheet.getRow(5).getCell(4))))
                        .loses("102 YTD")
                        .finds("CELL_STRUCK E6"),
                Variant.of("a name and a unit that are struck through")
                        .as(Repacked.sheet(sheet -> {
                            strike(sheet.getRow(5).getCell(0));
                            strike(sheet.getRow(5).getCell(2));
                            strike(sheet.getRow(6).getCell(2));
                        }))
                        .finds("LABEL_STRUCK A6", "LABEL_STRUCK C7"),
                Variant.of("an .xlsx called .et").named("报表.et"),
                Variant.of("WPS's own .et, which only its name tells from an .xls")
                        .xls()
                        .named("报表.et")
                        .refused("FORMAT_NOT_ACCEPTED -"),
                Variant.of("header cells merged down and across").as(Repacked.sheet(sheet -> {
                    sheet.addMergedRegion(CellRangeAddress.valueOf("A1:I1"));
                    sheet.addMergedRegion(CellRangeAddress.valueOf("A2:F2"));
                })),
                Variant.of("two ignored sheets in an .xls")
                        .xls()
                        .with(notes)
                        .with(scratch)
                        .finds("SHEET_IGNORED 填表说明", "SHEET_IGNORED 计算底稿"));
    }

    private static UnaryOperator<byte[]> text(String text) {
        return bytes -> text.getBytes(StandardCharsets.UTF_8);
    }

    private static void strike(XSSFCell cell) {
        XSSFWorkbook workbook = cell.getSheet().getWorkbook();
        XSSFFont font = workbook.createFont();
        font.setStrikeout(true);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        cell.setCellStyle(style);
    }

    private static byte[] encryptedXls(byte[] xls, String password) {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(xls))) {
            ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
            workbook.write(encrypted);
            return encrypted.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
