package mengshi.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mengshi.form.Form;
import mengshi.form.FormColumn;
import mengshi.form.FormLine;
import mengshi.form.FrameField;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.model.Severity;
import mengshi.model.SubmissionKey;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import org.jspecify.annotations.Nullable;

/**
 * Submissions with one fault each. They come instead of the sound ones, in months and lines that leave the region's
 * figures for the targets as they are.
 */
final class SpoiltFigures {

    private static final String PROGRESS = "NM-M02";
    private static final String QUARTERLY = "NM-Q01";

    /** Where a fault is put: whose submission, which line, which column; null for the column of units. */
    private record Spot(
            String form,
            String area,
            String period,
            String indicator,
            @Nullable Measure measure) {}

    /** What must be found of it. */
    private record Expected(String name, String code, Severity severity, String what) {}

    private final SampleForms forms;

    SpoiltFigures(SampleForms forms) {
        this.forms = forms;
    }

    List<PlannedDefect> all() {
        return Stream.of(read(), checked()).flatMap(List::stream).toList();
    }

    /** Found while reading. */
    private List<PlannedDefect> read() {
        return List.of(
                lineMissing(),
                cell(
                        new Spot(SampleForms.MONTHLY, "150800", "2025-03", "FAI", Measure.MONTH),
                        reading("text-for-number", FindingCode.NOT_A_NUMBER, "本月数填成文字"),
                        value -> new CellValue.Text("约十二亿")),
                cell(
                        new Spot(PROGRESS, "150200", "2025-03", "PIPELINES_RENOVATED", Measure.YTD),
                        reading("fault", FindingCode.CELL_FAULT, "引用失效，单元格为#REF!"),
                        value -> new CellValue.Fault("#REF!")),
                cell(
                        new Spot(SampleForms.MONTHLY, "150300", "2025-04", "RETAIL_SALES", Measure.YTD),
                        reading("formula-without-value", FindingCode.FORMULA_WITHOUT_VALUE, "公式未经计算即保存"),
                        value -> new CellValue.NotCalculated("D18+0")),
                cell(
                        new Spot(SampleForms.MONTHLY, "150500", "2025-04", "INVESTMENT_ATTRACTED", null),
                        reading("unit-unknown", FindingCode.UNIT_UNKNOWN, "计量单位写成“万块”"),
                        value -> new CellValue.Text("万块")),
                cell(
                        new Spot(PROGRESS, "150400", "2025-04", "DESERT_CONTROL", null),
                        reading("unit-contradicted", FindingCode.UNIT_CONTRADICTED, "治沙面积的计量单位写成“公里”"),
                        value -> new CellValue.Text("公里")),
                cell(
                        new Spot(PROGRESS, "152500", "2025-03", "MILESTONE_AIRFIELD_ULGAI", Measure.STAGE),
                        reading("stage-unknown", FindingCode.STAGE_UNKNOWN, "阶段写成“快了”"),
                        value -> new CellValue.Text("快了")),
                cell(
                        new Spot(PROGRESS, SampleForms.OLD_FORMAT_AREA, "2025-03", "RURAL_ROADS", Measure.YTD),
                        reading("value-missing", FindingCode.VALUE_MISSING, "必填的累计数未填"),
                        value -> new CellValue.Blank()),
                cell(
                        new Spot(SampleForms.MONTHLY, "152900", "2025-03", "ELECTRICITY_USE", Measure.YTD),
                        reading("number-as-text", FindingCode.NUMBER_AS_TEXT, "数字以文本形式存储"),
                        value -> new CellValue.Text(value.written())));
    }

    /** Found by edits. */
    private List<PlannedDefect> checked() {
        return List.of(
                cell(
                        new Spot(QUARTERLY, "150400", "2025-Q1", "GDP", Measure.YTD),
                        new Expected("total-not-sum", "TOTAL_NOT_SUM_OF_PARTS", Severity.ERROR, "生产总值比三次产业之和多88万元"),
                        plus(88)),
                cell(
                        new Spot(QUARTERLY, "150300", "2025-Q1", "GDP_FINANCE", Measure.YTD),
                        new Expected("part-exceeds-total", "PART_EXCEEDS_TOTAL", Severity.ERROR, "金融业增加值多写了三个零"),
                        value -> new CellValue.Numeric(number(value).scaleByPowerOfTen(3), false)),
                cell(
                        new Spot(QUARTERLY, "150600", "2024-Q3", "GDP_CONSTRUCTION", Measure.YTD),
                        new Expected("cumulative-falls", "CUMULATIVE_FALLS", Severity.WARNING, "累计数填成了单季数"),
                        value -> new CellValue.Numeric(third(value), false)),
                cell(
                        new Spot(QUARTERLY, "150500", "2025-Q1", "GDP_TRANSPORT", Measure.YTD_LY),
                        new Expected("last-year-differs", "LAST_YEAR_DIFFERS", Severity.WARNING, "上年同期数与上年所报不同"),
                        plus(1200)),
                cell(
                        new Spot(SampleForms.MONTHLY, "150600", "2024-05", "TOURISM_INCOME", Measure.YOY_YTD),
                        new Expected("growth-differs", "GROWTH_DIFFERS_FROM_LEVELS", Severity.WARNING, "增速与两期累计数不符"),
                        plus(7)),
                signerMissing());
    }

    private PlannedDefect lineMissing() {
        Spot spot = new Spot(SampleForms.MONTHLY, "150700", "2025-03", "NEW_URBAN_JOBS", null);
        Expected expected = reading("line-missing", FindingCode.LINE_MISSING, "删去了“城镇新增就业”一行");
        return planned(spot, expected, null, sheet -> sheet.removeRow(row(spot, sheet)));
    }

    private PlannedDefect signerMissing() {
        Spot spot = new Spot(SampleForms.MONTHLY, "152200", "2025-02", "FAI", null);
        Expected expected = new Expected("signer-missing", "FRAME_FIELD_MISSING", Severity.WARNING, "单位负责人未填");
        PlannedDefect planned = planned(spot, expected, null, sheet -> {
            LocatedCell signer = sheet.behind(FrameField.UNIT_HEAD.label());
            sheet.put(signer.row(), signer.column(), new CellValue.Blank());
        });
        Defect defect = planned.defect();
        return new PlannedDefect(
                new Defect(
                        defect.name(),
                        defect.file(),
                        defect.expectedCode(),
                        defect.severity(),
                        null,
                        null,
                        defect.what()),
                planned.of(),
                true,
                planned.content());
    }

    private PlannedDefect cell(Spot spot, Expected expected, UnaryOperator<CellValue> change) {
        int column = column(spot);
        int line = line(spot).number();
        DrawnSheet sheet = DrawnSheet.of(forms.drawn(key(spot)));
        String cell = DrawnSheet.address(sheet.rowOfLine(line), column);
        return planned(spot, expected, cell, spoilt -> {
            int row = spoilt.rowOfLine(line);
            spoilt.put(row, column, change.apply(spoilt.value(row, column)));
        });
    }

    private PlannedDefect planned(Spot spot, Expected expected, @Nullable String cell, Consumer<DrawnSheet> change) {
        SubmissionKey key = key(spot);
        Defect defect = new Defect(
                expected.name(),
                SampleForms.fileName(key),
                expected.code(),
                expected.severity(),
                forms.form(spot.form()).masthead().sheetName(),
                cell,
                expected.what());
        return new PlannedDefect(defect, key, true, () -> {
            DrawnSheet sheet = DrawnSheet.of(forms.drawn(key));
            change.accept(sheet);
            return forms.bytes(key, sheet);
        });
    }

    private SubmissionKey key(Spot spot) {
        return new SubmissionKey(spot.form(), forms.area(spot.area()), Period.of(spot.period()));
    }

    private FormLine line(Spot spot) {
        return forms.form(spot.form()).lines().stream()
                .filter(line -> line.indicator().equals(spot.indicator()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "seeds/form_line.csv: " + spot.form() + " has no line for " + spot.indicator()));
    }

    private int row(Spot spot, DrawnSheet sheet) {
        return sheet.rowOfLine(line(spot).number());
    }

    private int column(Spot spot) {
        Form form = forms.form(spot.form());
        return form.columns().stream()
                .filter(column -> spot.measure() == null
                        ? column.role() == FormColumn.Role.UNIT
                        : column.measure() == spot.measure())
                .map(form.columns()::indexOf)
                .findFirst()
                .orElseThrow();
    }

    private static Expected reading(String name, FindingCode code, String what) {
        return new Expected(name, code.name(), code.severity(), what);
    }

    private static UnaryOperator<CellValue> plus(int more) {
        return value -> new CellValue.Numeric(number(value).add(BigDecimal.valueOf(more)), false);
    }

    private static BigDecimal number(CellValue value) {
        return new BigDecimal(value.written());
    }

    /** About a quarter's amount in the third quarter. */
    private static BigDecimal third(CellValue value) {
        return number(value).divideToIntegralValue(BigDecimal.valueOf(3));
    }
}
