package mengshi.workbook;

import java.util.Map;
import mengshi.workbook.CellValue.Bool;
import mengshi.workbook.CellValue.Day;
import mengshi.workbook.CellValue.Fault;
import mengshi.workbook.CellValue.Numeric;
import mengshi.workbook.CellValue.Text;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** One sheet's part of an .xlsx. Texts and looks are gathered in the tables all sheets share. */
final class SheetMarkup {

    private final StyleMarkup styles;
    private final Map<String, Integer> texts;
    private final StringBuilder part = new StringBuilder(4096);

    SheetMarkup(StyleMarkup styles, Map<String, Integer> texts) {
        this.styles = styles;
        this.texts = texts;
    }

    String part(SheetDraft sheet, boolean shown) {
        part.append(Markup.DECLARATION)
                .append("<worksheet xmlns=\"")
                .append(Markup.MAIN)
                .append(sheet.charts().isEmpty() ? "" : "\" xmlns:r=\"" + XlsxPackage.OFFICE)
                .append("\">");
        if (sheet.page() != null) {
            part.append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        }
        view(sheet.pane(), shown);
        columns(sheet);
        part.append("<sheetData>");
        sheet.rows().forEach((row, cells) -> {
            part.append("<row r=\"").append(row + 1);
            if (sheet.heights().containsKey(row)) {
                part.append("\" ht=\"").append(sheet.heights().get(row)).append("\" customHeight=\"1");
            }
            part.append("\">");
            cells.values().forEach(this::cell);
            part.append("</row>");
        });
        part.append("</sheetData>");
        if (sheet.locked()) {
            part.append(
                    "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        }
        merges(sheet);
        rules(sheet);
        page(sheet.page());
        if (!sheet.charts().isEmpty()) {
            part.append("<drawing r:id=\"rId1\"/>");
        }
        return part.append("</worksheet>").toString();
    }

    private void view(SheetDraft.@Nullable Pane pane, boolean shown) {
        part.append("<sheetViews><sheetView ")
                .append(shown ? "tabSelected=\"1\" " : "")
                .append("workbookViewId=\"0\"");
        if (pane == null) {
            part.append("/></sheetViews>");
            return;
        }
        String corner = CellAddress.of(pane.row(), pane.column());
        part.append("><pane xSplit=\"")
                .append(pane.column())
                .append("\" ySplit=\"")
                .append(pane.row())
                .append("\" topLeftCell=\"")
                .append(corner)
                .append("\" activePane=\"bottomRight\" state=\"frozen\"/><selection pane=\"bottomRight\" activeCell=\"")
                .append(corner)
                .append("\" sqref=\"")
                .append(corner)
                .append("\"/></sheetView></sheetViews>");
    }

    private void rules(SheetDraft sheet) {
        if (sheet.rules().isEmpty()) {
            return;
        }
        part.append("<dataValidations count=\"").append(sheet.rules().size()).append("\">");
        sheet.rules().forEach(rule -> part.append(rule.markup()));
        part.append("</dataValidations>");
    }

    private void page(SheetDraft.@Nullable Page page) {
        if (page == null) {
            return;
        }
        part.append("<printOptions horizontalCentered=\"1\"/>")
                .append(
                        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>")
                .append("<pageSetup paperSize=\"9\" orientation=\"")
                .append(page.landscape() ? "landscape" : "portrait")
                .append("\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
    }

    private void columns(SheetDraft sheet) {
        if (sheet.widths().isEmpty()) {
            return;
        }
        part.append("<cols>");
        sheet.widths().forEach((column, characters) -> part.append("<col min=\"")
                .append(column + 1)
                .append("\" max=\"")
                .append(column + 1)
                .append("\" width=\"")
                .append(characters)
                .append("\" customWidth=\"1\"/>"));
        part.append("</cols>");
    }

    private void merges(SheetDraft sheet) {
        if (sheet.merges().isEmpty()) {
            return;
        }
        part.append("<mergeCells count=\"").append(sheet.merges().size()).append("\">");
        sheet.merges().forEach(merge -> part.append("<mergeCell ref=\"")
                .append(CellAddress.of(merge.firstRow(), merge.firstColumn()))
                .append(':')
                .append(CellAddress.of(merge.lastRow(), merge.lastColumn()))
                .append("\"/>"));
        part.append("</mergeCells>");
    }

    private void cell(CellDraft cell) {
        CellValue value = cell.value();
        part.append("<c r=\"").append(CellAddress.of(cell.row(), cell.column())).append('"');
        int style = styles.index(cell.suitedLook());
        if (style > 0) {
            part.append(" s=\"").append(style).append('"');
        }
        boolean calculated = cell.formula().isPresent();
        part.append(type(value, calculated)).append('>');
        cell.formula()
                .ifPresent(formula ->
                        part.append("<f>").append(Markup.escape(formula)).append("</f>"));
        String stored = stored(value, calculated);
        if (!stored.isEmpty() || calculated && value instanceof Text) {
            part.append("<v>").append(stored).append("</v>");
        }
        part.append("</c>");
    }

    private static String type(CellValue value, boolean calculated) {
        if (value instanceof Text) {
            return calculated ? " t=\"str\"" : " t=\"s\"";
        }
        if (value instanceof Bool) {
            return " t=\"b\"";
        }
        return value instanceof Fault ? " t=\"e\"" : "";
    }

    private String stored(CellValue value, boolean calculated) {
        if (value instanceof Text text) {
            return calculated
                    ? Markup.escape(text.text())
                    : String.valueOf(texts.computeIfAbsent(text.text(), fresh -> texts.size()));
        }
        if (value instanceof Numeric numeric) {
            return numeric.number().toString();
        }
        if (value instanceof Day day) {
            return String.valueOf((long) DateUtil.getExcelDate(day.date()));
        }
        if (value instanceof Bool bool) {
            return bool.truth() ? "1" : "0";
        }
        return value instanceof Fault fault ? fault.error() : "";
    }
}
