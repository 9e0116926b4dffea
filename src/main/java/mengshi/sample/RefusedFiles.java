package mengshi.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mengshi.form.FrameField;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Severity;
import mengshi.model.SubmissionKey;
import mengshi.workbook.CellValue;
import mengshi.workbook.FaultyWorkbook;
import mengshi.workbook.LocatedCell;
import org.jspecify.annotations.Nullable;

/** Files that cannot be taken as submissions. They come beside the sound ones, as the first attempt would have. */
final class RefusedFiles {

    private static final String PASSWORD = "nmg2025";
    private static final int NOISE_BYTES = 512;

    /** A period after every other, for forms that are valid for ever. */
    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    private final SampleForms forms;
    private final Period last;

    /** @param last the last month there are samples for; its files are the ones that were spoilt */
    RefusedFiles(SampleForms forms, Period last) {
        this.forms = forms;
        this.last = last;
    }

    List<PlannedDefect> all() {
        return List.of(
                bytes("text-as-workbook", "150300", FindingCode.FORMAT_NOT_ACCEPTED, "文本文件改名为.xlsx", sound -> text()),
                bytes(
                        "noise-as-workbook",
                        "150800",
                        FindingCode.NOT_A_WORKBOOK,
                        "不是表格的二进制文件改名为.xlsx",
                        sound -> noise()),
                bytes(
                        "truncated",
                        "150400",
                        FindingCode.FILE_CORRUPT,
                        "传输中断，只有前一半",
                        sound -> Arrays.copyOf(sound, sound.length / 2)),
                bytes(
                        "password",
                        "150500",
                        FindingCode.FILE_ENCRYPTED,
                        "设了打开密码",
                        sound -> FaultyWorkbook.encrypted(sound, PASSWORD)),
                bytes("macros", "150700", FindingCode.FILE_HAS_MACROS, "启用宏的工作簿", FaultyWorkbook::withMacros),
                bytes("zero-bytes", "152200", FindingCode.FILE_EMPTY, "文件为空", sound -> new byte[0]),
                framed(
                        "form-unknown",
                        "150100",
                        FindingCode.FORM_UNKNOWN,
                        "表号写成不存在的NM-M99",
                        change(FrameField.FORM_CODE, "NM-M99")),
                framed(
                        "area-unknown",
                        "150200",
                        FindingCode.AREA_UNKNOWN,
                        "填报单位写成不存在的盟市",
                        change(FrameField.REPORTING_UNIT, "示例市")),
                framed(
                        "area-contradicted",
                        "152500",
                        FindingCode.AREA_CONTRADICTED,
                        "单位名称与代码不是同一盟市",
                        change(FrameField.REPORTING_UNIT_CODE, "150600")),
                framed("period-missing", "152900", FindingCode.PERIOD_MISSING, "未填报告期", RefusedFiles::clearPeriod),
                framed(
                        "period-in-future",
                        "150600",
                        FindingCode.PERIOD_IN_FUTURE,
                        "报告期写成尚未到来的月份",
                        change(FrameField.PERIOD, lastPossibleMonth())),
                framed(
                        "period-not-expected",
                        "150100",
                        FindingCode.PERIOD_NOT_EXPECTED,
                        "报告期写成报表有效期以外的2035年",
                        change(FrameField.PERIOD, "2035年6月")));
    }

    private PlannedDefect bytes(
            String name, String area, FindingCode code, String what, UnaryOperator<byte[]> spoiling) {
        SubmissionKey key = key(area);
        String ending = code == FindingCode.FILE_HAS_MACROS ? ".xlsm" : ".xlsx";
        return planned(
                key,
                new Defect(name, fileName(key, code, ending), code.name(), code.severity(), null, null, what),
                () -> spoiling.apply(forms.bytes(key)));
    }

    private PlannedDefect framed(String name, String area, FindingCode code, String what, Consumer<DrawnSheet> change) {
        SubmissionKey key = key(area);
        DrawnSheet sheet = DrawnSheet.of(forms.drawn(key));
        String cell = place(code, sheet);
        Defect defect = new Defect(
                name,
                fileName(key, code, ".xlsx"),
                code.name(),
                Severity.ERROR,
                cell == null ? null : sheet.name(),
                cell,
                what);
        return planned(key, defect, () -> {
            DrawnSheet spoilt = DrawnSheet.of(forms.drawn(key));
            change.accept(spoilt);
            return spoilt.xlsx();
        });
    }

    private static @Nullable String place(FindingCode code, DrawnSheet sheet) {
        return switch (code) {
            case AREA_UNKNOWN -> address(sheet.behind(FrameField.REPORTING_UNIT.label()), 0);
            case AREA_CONTRADICTED -> address(sheet.behind(FrameField.REPORTING_UNIT_CODE.label()), 0);
            // An empty field is shown where its name stands.
            case PERIOD_MISSING -> address(sheet.behind(FrameField.PERIOD.label()), -1);
            case PERIOD_IN_FUTURE, PERIOD_NOT_EXPECTED -> address(sheet.behind(FrameField.PERIOD.label()), 0);
            default -> null;
        };
    }

    private static String address(LocatedCell cell, int right) {
        return DrawnSheet.address(cell.row(), cell.column() + right);
    }

    private static Consumer<DrawnSheet> change(FrameField field, String text) {
        return sheet -> {
            LocatedCell value = sheet.behind(field.label());
            sheet.put(value.row(), value.column(), new CellValue.Text(text));
        };
    }

    private static void clearPeriod(DrawnSheet sheet) {
        LocatedCell value = sheet.behind(FrameField.PERIOD.label());
        sheet.put(value.row(), value.column(), new CellValue.Blank());
        sheet.removeMetadata();
    }

    private String lastPossibleMonth() {
        LocalDate end = forms.form(SampleForms.MONTHLY).schedule().validTo();
        LocalDate month = end == null ? FAR : end;
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    private SubmissionKey key(String area) {
        return new SubmissionKey(SampleForms.MONTHLY, forms.area(area), last);
    }

    private static String fileName(SubmissionKey key, FindingCode code, String ending) {
        return SampleForms.name(key) + "_" + code.name().toLowerCase(Locale.ROOT) + ending;
    }

    private static PlannedDefect planned(SubmissionKey key, Defect defect, Supplier<byte[]> content) {
        return new PlannedDefect(defect, key, false, content);
    }

    private static byte[] text() {
        return "指标名称,代码,计量单位,本月,1—本月累计\n固定资产投资,102,万元,1,2\n".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise() {
        byte[] noise = new byte[NOISE_BYTES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 37 + 1);
        }
        return noise;
    }
}
