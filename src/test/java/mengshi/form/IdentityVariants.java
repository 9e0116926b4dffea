package mengshi.form;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mengshi.model.Period;
import mengshi.workbook.SheetContent;
import mengshi.workbook.WorkbookContent;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;

/** Whose form it is, for when, and which. */
final class IdentityVariants {

    private IdentityVariants() {}

    static List<Variant> all() {
        return List.of(
                Variant.of("a name without 市", sheet -> sheet.set("A3", "填报单位：呼伦贝尔")),
                Variant.of("a statistics office", sheet -> sheet.set("A3", "填报单位：呼伦贝尔市统计局")),
                Variant.of("a name with the region's", sheet -> sheet.set("A3", "填报单位：内蒙古自治区呼伦贝尔市")),
                Variant.of("a name with blanks", sheet -> sheet.set("A3", "填报单位： 呼 伦 贝 尔 市")),
                Variant.of("a name and its code in one field", sheet -> sheet.set("A3", "填报单位：呼伦贝尔市（150700）")
                        .clear("C3")),
                Variant.of("a code alone", sheet -> sheet.clear("A3")),
                Variant.of("name and code of two areas", sheet -> sheet.set("C3", "代码：152500"))
                        .refused("AREA_CONTRADICTED C3"),
                Variant.of("an unknown area", sheet -> sheet.set("A3", "填报单位：满洲里市"))
                        .refused("AREA_UNKNOWN A3"),
                Variant.of("a name that is no longer valid", sheet -> sheet.set("A3", "填报单位：呼伦贝尔盟"))
                        .refused("AREA_UNKNOWN A3"),
                Variant.of("the region on a league's form", sheet -> sheet.set("A3", "填报单位：内蒙古自治区")
                                .clear("C3"))
                        .refused("AREA_NOT_EXPECTED A3"),
                Variant.of("no area anywhere", sheet -> sheet.clear("A3", "C3")).refused("AREA_UNKNOWN 主要经济指标"),
                Variant.of("an area in the file's name alone", sheet -> sheet.clear("A3", "C3"))
                        .named("呼伦贝尔市6月.xlsx")
                        .finds("AREA_NOT_WRITTEN 主要经济指标"),
                Variant.of("an area in the folder alone", sheet -> sheet.clear("A3", "C3"))
                        .in("150700")
                        .finds("AREA_NOT_WRITTEN 主要经济指标"),
                Variant.of("a field for the area left blank", sheet -> sheet.set("A3", "填报单位：")
                                .clear("C3"))
                        .named("呼伦贝尔市6月.xlsx")
                        .refused("AREA_UNKNOWN A3"),
                Variant.of("a file that names area and period").named("NM-M01_呼伦贝尔市_2025年6月.xlsx"),
                Variant.of("a file that names codes").named("150700_NM-M01_2025-06.xlsx"),
                Variant.of("a file that names the day it was sent").named("呼伦贝尔市20250705.xlsx"),
                Variant.of("a file that names day and month in words")
                        .named("呼市局转7月5日 6月报表.xlsx")
                        .refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("a file of another area").named("包头市6月.xlsx").refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("a file of another area's code").named("150200.xlsx").refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("a folder of another area").in("2025/锡林郭勒盟").refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("a folder of the right area").in("2025年/呼伦贝尔市/6月"),
                Variant.of("a file of another month").named("2025年5月.xlsx").refused("IDENTITY_CONTRADICTED E3"),
                Variant.of("a file of another month without a year")
                        .named("5月.xlsx")
                        .refused("IDENTITY_CONTRADICTED E3"),
                Variant.of("a file of the same month of another year")
                        .named("202406.xlsx")
                        .refused("IDENTITY_CONTRADICTED E3"),
                Variant.of("a file of another form").named("NM-M02.xlsx").refused("IDENTITY_CONTRADICTED H2"),
                Variant.of("a file that names the cumulated months").named("呼伦贝尔2025年1-6月.xlsx"),
                Variant.of("a file that names the quarter").named("呼伦贝尔2025年二季度.xlsx"),
                Variant.of("another area's file in the region's name").named("内蒙古自治区统计局.xlsx"),
                Variant.of("a renamed sheet").sheet(renamed("Sheet1")),
                Variant.of("a sheet named after the month").sheet(renamed("6月")),
                Variant.of("a sheet named after another month")
                        .sheet(renamed("5月"))
                        .refused("IDENTITY_CONTRADICTED E3"),
                Variant.of("a sheet named after another area")
                        .sheet(renamed("包头"))
                        .refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("the reporting unit stands twice", sheet -> sheet.set("A12", "填报单位：包头市"))
                        .refused("IDENTITY_CONTRADICTED A3"),
                Variant.of("the period stands twice", sheet -> sheet.set("A12", "报告期：2025年5月"))
                        .refused("IDENTITY_CONTRADICTED E3"),
                Variant.of("the reporting unit stands twice and agrees", sheet -> sheet.set("A12", "填报单位：呼伦贝尔市")),
                Variant.of("the title of another form", sheet -> sheet.set("A1", "重点任务进度月报"))
                        .refused("IDENTITY_CONTRADICTED H2"),
                period("2025-06"),
                period("2025年06月"),
                period("2025年1—6月"),
                period("二〇二五年六月"),
                period("2025.06"),
                period("202506"),
                period("二O二五年六月"),
                period("2025年6月30日"),
                period("2025/6/30"),
                Variant.of("a period that is a date", sheet -> sheet.set("E3", "报告期：")
                        .set("F3", java.time.LocalDate.of(2025, 6, 1))),
                Variant.of("a period alone under the title", sheet -> sheet.clear("E3")
                        .set("A2", "2025 年 6 月")),
                Variant.of("a period in the file's name alone", sheet -> sheet.clear("E3"))
                        .named("2025年6月.xlsx")
                        .finds("PERIOD_NOT_WRITTEN 主要经济指标"),
                Variant.of("no period anywhere", sheet -> sheet.clear("E3")).refused("PERIOD_MISSING 主要经济指标"),
                Variant.of("a field for the period left blank", sheet -> sheet.set("E3", "报告期："))
                        .named("2025年6月.xlsx")
                        .refused("PERIOD_MISSING E3"),
                refusedPeriod("本月", "PERIOD_MISSING E3"),
                refusedPeriod("2025年7月", "PERIOD_IN_FUTURE E3"),
                refusedPeriod("2025年1月", "PERIOD_NOT_EXPECTED E3"),
                refusedPeriod("2025年2季度", "PERIOD_NOT_EXPECTED E3"),
                refusedPeriod("2023年6月", "PERIOD_NOT_EXPECTED E3"),
                Variant.of("a form that is still valid", sheet -> sheet.set("G3", "有效期至：2026年12月")),
                Variant.of("a form that has expired", sheet -> sheet.set("G3", "有效期至：2024年12月"))
                        .finds("FORM_EXPIRED G3"),
                Variant.of("a form number nobody knows", sheet -> sheet.set("H2", "NM-M99"))
                        .refused("FORM_UNKNOWN -"),
                Variant.of("no form number", sheet -> sheet.clear("G2", "H2")),
                Variant.of("no form at all")
                        .sheet(TestSheet.named("通讯录").row("姓名", "电话"))
                        .refused("FORM_UNKNOWN -"),
                Variant.of("a blank form beside the filled one")
                        .with(blank("空表"))
                        .finds("SHEET_IGNORED 空表"),
                Variant.of("two filled forms").with(june("主要经济指标（2）")).refused("FORM_AMBIGUOUS 主要经济指标（2）"),
                Variant.of("two different forms in one workbook")
                        .with(TestSheet.named("重点任务进度")
                                .row("表号：NM-M02")
                                .row("填报单位：呼伦贝尔市", null, "报告期：2025年6月")
                                .row("指标名称", "代码", "计量单位", "本月完成", "1—本月累计", "阶段", "说明")
                                .row("老旧小区改造", "201", "个", "3#", "12#"))
                        .refused("FORM_AMBIGUOUS 重点任务进度"),
                issued("a form as it was issued", sheet -> {}),
                issued("an issued form with a renamed header", sheet -> sheet.set("D7", "当月"))
                        .finds("FORM_ALTERED D7"),
                issued("an issued form with a row inserted", sheet -> sheet.insertRows(9, 1))
                        .finds("FORM_ALTERED A9"),
                issued("an issued form used for another month", sheet -> sheet.set("F6", "2025年5月"))
                        .finds("METADATA_CONTRADICTED F6"),
                issuedWith("an issued form whose hidden sheet was changed", "area", "150200")
                        .finds("FORM_ALTERED 主要经济指标", "METADATA_CONTRADICTED B6"));
    }

    private static Variant period(String written) {
        return Variant.of("period " + written, sheet -> sheet.set("E3", "报告期：" + written));
    }

    private static Variant refusedPeriod(String written, String finding) {
        return Variant.of("period " + written, sheet -> sheet.set("E3", "报告期：" + written))
                .refused(finding);
    }

    private static TestSheet renamed(String name) {
        return TestSheet.of(
                new SheetContent(name, false, TestSheet.june().content().rows()));
    }

    private static TestSheet june(String name) {
        return renamed(name);
    }

    private static TestSheet blank(String name) {
        return renamed(name).clear("H5", "D6", "E6", "F6", "G6", "H6", "D7", "E7", "D9", "E9");
    }

    private static Variant issued(String name, Consumer<TestSheet> change) {
        TestSheet form = TestSheet.of(issuedForm().sheets().get(0))
                .set("H8", "5.2#")
                .set("D9", "120#")
                .set("E9", "600#")
                .set("F9", "550#")
                .set("G9", "540#")
                .set("H9", "9.1#")
                .set("D10", "70#")
                .set("E10", "310#")
                .set("D12", "800#")
                .set("E12", "4100#");
        change.accept(form);
        return Variant.of(name)
                .sheet(form)
                .with(TestSheet.of(issuedForm().sheets().get(1)));
    }

    private static Variant issuedWith(String name, String key, String value) {
        TestSheet hidden = TestSheet.of(issuedForm().sheets().get(1));
        int row = issuedForm().sheets().get(1).rows().stream()
                .filter(line -> line.cells().get(0).value().written().equals(key))
                .findFirst()
                .orElseThrow()
                .index();
        return issued(name, sheet -> {}).instead(hidden.set("B" + (row + 1), value));
    }

    private static WorkbookContent issuedForm() {
        try {
            Path file = Files.createTempFile("issued", ".xlsx");
            try {
                Files.write(
                        file,
                        new BlankForm(TestForms.UNITS)
                                .write(
                                        TestForms.form("NM-M01"),
                                        TestForms.AREAS.byCode("150700").orElseThrow(),
                                        Period.month(2025, 6)));
                return WorkbookReader.read(file, WorkbookLimits.DEFAULT);
            } finally {
                Files.delete(file);
            }
        } catch (java.io.IOException | WorkbookRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
