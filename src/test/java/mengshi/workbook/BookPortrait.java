package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** All that a reader sees of an .xlsx, as POI reads it, in words; two ways of writing it can be compared by it. */
final class BookPortrait {

    private final XSSFWorkbook workbook;
    private final List<String> lines = new ArrayList<>();

    private BookPortrait(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Everything, sheet by sheet in their order. */
    static List<String> of(byte[] content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            BookPortrait portrait = new BookPortrait(workbook);
            portrait.lines.add("shown " + workbook.getActiveSheetIndex() + " from " + workbook.getFirstVisibleTab());
            for (Sheet sheet : workbook) {
                portrait.sheet((XSSFSheet) sheet);
            }
            workbook.getAllNames().stream()
                    .sorted(Comparator.comparing(Name::getNameName).thenComparing(Name::getSheetIndex))
                    .forEach(name -> portrait.lines.add("name " + name.getNameName() + " of " + name.getSheetIndex()
                            + " " + name.getRefersToFormula().replace("'", "")));
            return portrait.lines;
        }
    }

    /** The cells of each of a workbook's sheets. */
    static Map<String, List<String>> cells(byte[] content) throws IOException {
        Map<String, List<String>> cells = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook) {
                BookPortrait portrait = new BookPortrait(workbook);
                portrait.cells((XSSFSheet) sheet);
                cells.put(sheet.getSheetName(), portrait.lines);
            }
        }
        return cells;
    }

    private void sheet(XSSFSheet sheet) {
        int index = workbook.getSheetIndex(sheet);
        lines.add("sheet " + sheet.getSheetName() + " " + workbook.getSheetVisibility(index)
                + (sheet.isSelected() ? " selected" : "") + (sheet.isSheetLocked() ? " locked" : "")
                + (sheet.isFormatColumnsLocked() ? "" : " but widths")
                + (sheet.isFormatRowsLocked() ? "" : " but heights"));
        cells(sheet);
        lines.add("merged " + sheet.getMergedRegions());
        lines.add("comments " + comments(sheet));
        lines.add("links "
                + sheet.getHyperlinkList().stream()
                        .map(link -> link.getCellRef() + " " + link.getAddress())
                        .toList());
        lines.add("pane "
                + Optional.ofNullable(sheet.getPaneInformation())
                        .map(pane -> pane.getHorizontalSplitPosition() + " " + pane.getVerticalSplitPosition()
                                + pane.isFreezePane())
                        .orElse("none"));
        lines.add("repeated " + sheet.getRepeatingRows() + sheet.getRepeatingColumns());
        lines.add("printed " + sheet.getPrintSetup().getLandscape()
                + sheet.getPrintSetup().getPaperSize() + sheet.getPrintSetup().getFitWidth()
                + sheet.getPrintSetup().getFitHeight() + sheet.getFitToPage());
        if (!workbook.isSheetHidden(index)) {
            lines.add("margins "
                    + Arrays.stream(PageMargin.values()).map(sheet::getMargin).toList());
        }
        sheet.getDataValidations()
                .forEach(validation -> lines.add("choice "
                        + Arrays.toString(validation.getRegions().getCellRangeAddresses())
                        + validation.getValidationConstraint().getFormula1()));
        conditions(sheet.getSheetConditionalFormatting());
        lines.add("tables "
                + sheet.getTables().stream().map(table -> table.getName()).toList());
    }

    private void cells(XSSFSheet sheet) {
        for (Row row : sheet) {
            lines.add("row " + row.getRowNum() + " " + row.getHeightInPoints() + row.getZeroHeight());
            for (Cell cell : row) {
                lines.add(cell.getAddress() + " " + cell.getCellType() + " " + content((XSSFCell) cell) + " "
                        + look(cell.getCellStyle()));
            }
        }
        lines.add("widths "
                + IntStream.range(0, 12).map(sheet::getColumnWidth).boxed().toList());
    }

    /** A formula as it is stored: POI cannot spell out every one. */
    private static String content(XSSFCell cell) {
        return cell.getCellType() == CellType.FORMULA
                ? cell.getCTCell().getF().getStringValue() + " = " + cell.getRawValue()
                : cell.toString();
    }

    private String look(CellStyle style) {
        XSSFFont font = workbook.getFontAt(style.getFontIndex());
        return style.getDataFormatString() + " " + style.getAlignment() + " " + style.getVerticalAlignment() + " "
                + style.getBorderTop() + style.getBorderBottom() + style.getBorderLeft() + style.getBorderRight() + " "
                + style.getFillPattern() + colour(style.getFillForegroundColorColor()) + style.getWrapText()
                + style.getLocked() + " " + font.getFontName() + font.getFontHeight() + font.getBold()
                + font.getUnderline()
                + colour(font.getXSSFColor());
    }

    /** Opaque or not said: all we write are opaque. */
    private static String colour(@Nullable Object colour) {
        String written = colour instanceof XSSFColor known ? String.valueOf(known.getARGBHex()) : "none";
        return written.substring(Math.max(0, written.length() - "FFC7CE".length()));
    }

    private static Map<String, String> comments(XSSFSheet sheet) {
        Map<String, String> comments = new TreeMap<>();
        sheet.getCellComments()
                .forEach((at, comment) -> comments.put(
                        at.formatAsString(),
                        comment.getAuthor() + ": " + comment.getString().getString() + comment.isVisible()
                                + comment.getString().numFormattingRuns()
                                + (comment.getClientAnchor() == null ? " no box" : "")));
        return comments;
    }

    private void conditions(SheetConditionalFormatting formatting) {
        for (int i = 0; i < formatting.getNumConditionalFormattings(); i++) {
            ConditionalFormatting conditional = formatting.getConditionalFormattingAt(i);
            for (int j = 0; j < conditional.getNumberOfRules(); j++) {
                ConditionalFormattingRule rule = conditional.getRule(j);
                PatternFormatting pattern = rule.getPatternFormatting();
                lines.add("condition " + Arrays.toString(conditional.getFormattingRanges()) + rule.getPriority() + " "
                        + rule.getFormula1() + " "
                        + (pattern == null ? "" : colour(pattern.getFillBackgroundColorColor())));
            }
        }
    }
}
