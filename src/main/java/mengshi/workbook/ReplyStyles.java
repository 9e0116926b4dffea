package mengshi.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

/** The looks of the answer's sheet: one style for each, in the palette that .xls and .xlsx share. */
final class ReplyStyles {

    /** What a cell is. */
    enum Look {
        TITLE,
        VERDICT,
        PLAIN,
        HEADER,
        CELL,
        LINK,
        ANSWER
    }

    private record Key(Look look, Optional<Reply.Tone> tone) {}

    private static final String FONT = "宋体";
    private static final short BODY_POINTS = 10;
    private static final short VERDICT_POINTS = 12;
    private static final short TITLE_POINTS = 16;

    private final Workbook workbook;
    private final Map<Key, CellStyle> styles = new HashMap<>();
    private final Map<Look, Font> fonts = new HashMap<>();

    ReplyStyles(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Soft enough to read black on; an .xls has them from the palette all programs share. */
    static Color colour(Workbook workbook, Reply.Tone tone) {
        return switch (tone) {
            case STOP -> colour(workbook, 0xFFC7CE, IndexedColors.ROSE);
            case ASK -> colour(workbook, 0xFFEB9C, IndexedColors.LIGHT_YELLOW);
            case NOTE -> colour(workbook, 0xDDEBF7, IndexedColors.PALE_BLUE);
            case GOOD -> colour(workbook, 0xC6EFCE, IndexedColors.LIGHT_GREEN);
        };
    }

    private static Color colour(Workbook workbook, int rgb, IndexedColors nearest) {
        return workbook instanceof HSSFWorkbook xls
                ? xls.getCustomPalette().getColor(nearest.getIndex())
                : new XSSFColor(
                        new byte[] {(byte) (rgb >> Short.SIZE), (byte) (rgb >> Byte.SIZE), (byte) rgb},
                        new DefaultIndexedColorMap());
    }

    CellStyle of(Look look, Optional<Reply.Tone> tone) {
        Key key = new Key(look, tone);
        CellStyle known = styles.get(key);
        if (known == null) {
            known = create(look, tone);
            styles.put(key, known);
        }
        return known;
    }

    private CellStyle create(Look look, Optional<Reply.Tone> tone) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setWrapText(true);
        boolean inTable = look == Look.HEADER || look == Look.CELL || look == Look.LINK || look == Look.ANSWER;
        style.setVerticalAlignment(inTable && look != Look.HEADER ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        if (look == Look.HEADER || look == Look.CELL && tone.isPresent()) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        if (inTable) {
            border(style);
        }
        if (look == Look.HEADER) {
            fill(style, colour(workbook, 0xD9E1F2, IndexedColors.GREY_25_PERCENT));
        } else if (look == Look.ANSWER) {
            fill(style, colour(workbook, 0xFFFFE0, IndexedColors.LEMON_CHIFFON));
        } else {
            tone.ifPresent(told -> fill(style, colour(workbook, told)));
        }
        style.setLocked(look != Look.ANSWER);
        if (look == Look.ANSWER) {
            // As text: an answer such as 1-2 must not become a day.
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        }
        return style;
    }

    private Font font(Look look) {
        return fonts.computeIfAbsent(look, kind -> {
            Font font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints(
                    switch (kind) {
                        case TITLE -> TITLE_POINTS;
                        case VERDICT -> VERDICT_POINTS;
                        case PLAIN, HEADER, CELL, LINK, ANSWER -> BODY_POINTS;
                    });
            font.setBold(kind == Look.TITLE || kind == Look.VERDICT || kind == Look.HEADER);
            if (kind == Look.LINK) {
                font.setUnderline(Font.U_SINGLE);
                font.setColor(IndexedColors.BLUE.getIndex());
            }
            return font;
        });
    }

    private static void fill(CellStyle style, Color colour) {
        style.setFillForegroundColor(colour);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
