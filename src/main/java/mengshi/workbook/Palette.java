package mengshi.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** One style per look and workbook: styles are dear to make and few in number. */
final class Palette {

    private final Workbook workbook;
    private final Map<CellLook, CellStyle> styles = new HashMap<>();

    Palette(Workbook workbook) {
        this.workbook = workbook;
    }

    CellStyle style(CellLook look) {
        CellStyle known = styles.get(look);
        if (known == null) {
            known = create(look);
            styles.put(look, known);
        }
        return known;
    }

    private CellStyle create(CellLook look) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(look.wrap());
        style.setAlignment(
                switch (look.align()) {
                    case BY_TYPE -> HorizontalAlignment.GENERAL;
                    case CENTRE -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                });
        if (look.bold()) {
            Font font = workbook.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        if (look.border()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        if (look.input()) {
            style.setLocked(false);
            style.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        return style;
    }
}
