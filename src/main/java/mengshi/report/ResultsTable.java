package mengshi.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Measure;
import mengshi.targets.Actual;
import mengshi.targets.ActualCatalogue;
import mengshi.targets.Target;
import mengshi.workbook.CellAddress;
import mengshi.workbook.CellLook;
import mengshi.workbook.CellValue;
import mengshi.workbook.SheetDraft;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookWriter;

/**
 * The results of a year that the report of the next one gives, laid out as a table of history, so that they come into the
 * warehouse as every other figure does: in a file that is kept, checked, and corrected by another one.
 *
 * @param year whose results they are
 * @param results those of an indicator that can be held against a figure, in the order of the report
 */
public record ResultsTable(int year, List<Actual> results) {

    /** The form that such tables are read as. */
    public static final String FORM = "NM-H03";

    private static final String REGION = "内蒙古自治区";
    private static final int INDICATORS = 2;
    private static final int YEARS = 3;
    private static final int MEASURES = 4;
    private static final int FIGURES = 5;
    private static final int NOTES = 7;
    private static final int WIDTH = 18;
    private static final CellLook HEADER =
            CellLook.PLAIN.bolded().bordered().wrapped().centred();

    public ResultsTable {
        results = List.copyOf(results);
    }

    /**
     * Takes what names an indicator and an amount, a level or a growth. Where the report gives two figures of the same, as in
     * 由…降至…, the one that a target starts from is the result, else the last.
     */
    public static ResultsTable of(ActualCatalogue catalogue) {
        Map<String, Actual> byColumn = new LinkedHashMap<>();
        for (Actual actual : catalogue.actuals()) {
            boolean isComparable =
                    actual.subject().indicatorCode().isPresent() && actual.kind() != Target.Kind.RELATION;
            if (isComparable) {
                byColumn.merge(
                        actual.subject().indicatorCode().get() + " " + measure(actual),
                        actual,
                        (first, second) -> first.targetId().isPresent() ? first : second);
            }
        }
        return new ResultsTable(catalogue.year(), new ArrayList<>(byColumn.values()));
    }

    /** The workbook; of the same catalogue always the same bytes. */
    public byte[] xlsx() {
        SheetDraft sheet = SheetDraft.named("报告结果")
                .title(0, 0, results.size(), "政府工作报告所列" + year + "年结果")
                .width(0, WIDTH)
                .put(INDICATORS, 0, new CellValue.Text("地区"), HEADER)
                .put(FIGURES, 0, new CellValue.Text(REGION), CellLook.PLAIN.bordered());
        for (int i = 0; i < results.size(); i++) {
            Actual result = results.get(i);
            Target.Quantity quantity = result.figure().quantity();
            int column = i + 1;
            sheet.width(column, WIDTH)
                    .put(INDICATORS, column, new CellValue.Text(result.subject().chinese()), HEADER)
                    .put(YEARS, column, new CellValue.Text(year + "年"), HEADER)
                    .put(MEASURES, column, new CellValue.Text(header(result)), HEADER)
                    .put(FIGURES, column, new CellValue.Numeric(quantity.value(), false), CellLook.PLAIN.bordered());
        }
        sheet.text(NOTES, 0, "注：以下为各数在报告中的原文。带有“超”“左右”等用语的不是准确数，“预计”的当时年度未完。");
        for (int i = 0; i < results.size(); i++) {
            sheet.text(NOTES + 1 + i, 0, "注" + (i + 1) + "：" + source(CellAddress.of(FIGURES, i + 1), results.get(i)));
        }
        sheet.text(NOTES + 1 + results.size(), 0, "更正说明：");
        return WorkbookWriter.xlsx(WorkbookDraft.of(sheet));
    }

    private static String header(Actual result) {
        String unit = "（" + result.figure().quantity().unit() + "）";
        return switch (measure(result)) {
            case YOY_YTD -> "比上年增长" + unit;
            case END -> "年末" + unit;
            default -> "全年" + unit;
        };
    }

    private static Measure measure(Actual result) {
        return switch (result.kind()) {
            case GROWTH, INDEX -> Measure.YOY_YTD;
            case VOLUME -> Measure.YEAR;
            default -> Measure.END;
        };
    }

    private static String source(String cell, Actual result) {
        return cell + " " + result.id() + " 第" + result.place().paragraph() + "段“"
                + result.place().phrase() + "” " + result.figure().written()
                + (result.figure().preliminary() ? "（预计）" : "");
    }
}
