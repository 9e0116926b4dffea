package mengshi.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The looks of the answer's sheet in a workbook that POI writes, each made when it is first needed. */
final class ReplyStyles {

    private final Workbook workbook;
    private final Map<ReplyStyle, CellStyle> styles = new HashMap<>();
    private final Map<ReplyStyle.Look, Font> fonts = new HashMap<>();

    ReplyStyles(Workbook workbook) {
        this.workbook = workbook;
    }

    static Color colour(Workbook workbook, ReplyFill fill) {
        return workbook instanceof HSSFWorkbook xls
                ? xls.getCustomPalette().getColor(fill.nearest().getIndex())
                : new XSSFColor(
                        new byte[] {
                            (byte) (fill.rgb() >> Short.SIZE), (byte) (fill.rgb() >> Byte.SIZE), (byte) fill.rgb()
                        },
                        new DefaultIndexedColorMap());
    }

    CellStyle of(ReplyStyle kind) {
        return styles.computeIfAbsent(kind, this::create);
    }

    private CellStyle create(ReplyStyle kind) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(kind.look()));
        style.setWrapText(true);
        style.setVerticalAlignment(kind.isOnTop() ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        if (kind.isCentred()) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        if (kind.isInTable()) {
            border(style);
        }
        kind.fill().ifPresent(fill -> {
            style.setFillForegroundColor(colour(workbook, fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
        style.setLocked(kind.isLocked());
        if (kind.isText()) {
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        }
        return style;
    }

    private Font font(ReplyStyle.Look look) {
        return fonts.computeIfAbsent(look, kind -> {
            Font font = workbook.createFont();
            font.setFontName(ReplyStyle.FONT);
            font.setFontHeightInPoints((short) ReplyStyle.points(kind));
            font.setBold(ReplyStyle.isBold(kind));
            if (kind == ReplyStyle.Look.LINK) {
                font.setUnderline(Font.U_SINGLE);
                font.setColor(IndexedColors.BLUE.getIndex());
            }
            return font;
        });
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
