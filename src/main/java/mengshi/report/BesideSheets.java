package mengshi.report;

import static mengshi.report.SheetTable.CELL;
import static mengshi.report.SheetTable.COUNT;
import static mengshi.report.SheetTable.NARROW;
import static mengshi.report.SheetTable.UNIT;
import static mengshi.report.SheetTable.WIDE;
import static mengshi.report.SheetTable.exact;
import static mengshi.report.SheetTable.figure;
import static mengshi.report.SheetTable.number;
import static mengshi.report.SheetTable.orNone;
import static mengshi.report.SheetTable.table;
import static mengshi.report.SheetTable.text;
import static mengshi.report.SheetTable.told;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mengshi.report.SheetTable.Column;
import mengshi.warehouse.Rows;
import mengshi.workbook.CellLook;
import mengshi.workbook.CellValue;
import mengshi.workbook.ChartDraft;
import mengshi.workbook.SheetDraft;
import org.jspecify.annotations.Nullable;

/** The sheets of a scorecard's workbook about what stands beside the verdicts: areas, revisions, open findings. */
record BesideSheets(Edition edition) {

    /** As many corrected figures as it has: a year's worth, but not every figure of an economic census. */
    static final int MOST_REVISIONS = 2000;

    SheetDraft areas() {
        Rows areas = edition.beside().areas();
        List<BigDecimal> amounts = SheetTable.figures(areas.rows(), "amount");
        ColumnUnit unit = ColumnUnit.of(amounts, "元", edition.language());
        CellLook amountLook = told(amounts.stream().map(unit::in).toList());
        CellLook growthLook = told(SheetTable.figures(areas.rows(), "growth"));
        SheetDraft sheet = table(
                say("盟市", "Areas"),
                List.of(
                        new Column(say("盟市", "Area"), 18),
                        new Column(say("固定资产投资累计增速（%）", "Growth of fixed-asset investment (%)"), 16),
                        new Column(say("累计额（" + unit.name() + "）", "Amount (" + unit.name() + ")"), 14),
                        new Column(say("应报（份）", "Due (forms)"), NARROW),
                        new Column(say("入库（份）", "Published (forms)"), NARROW),
                        new Column(say("退回（份）", "Returned (forms)"), NARROW),
                        new Column(say("未报（份）", "Missing (forms)"), NARROW)));
        int row = 1;
        for (Map<String, @Nullable Object> area : areas.rows()) {
            sheet.put(row, 0, text(ScorecardLine.plain(area.get("area_name"))), CELL);
            Optional<BigDecimal> growth = figure(area.get("growth"));
            if (growth.isPresent()) {
                number(sheet, row, 1, growth, growthLook);
            } else {
                sheet.put(row, 1, new CellValue.Blank(), CELL);
            }
            number(sheet, row, 2, figure(area.get("amount")).map(unit::in), amountLook);
            int column = 3;
            for (String count : List.of("forms_asked", "forms_published", "forms_held", "forms_missing")) {
                number(sheet, row, column, Optional.of(BigDecimal.valueOf(AreaTiles.count(area, count))), COUNT);
                column++;
            }
            row++;
        }
        if (row > 1) {
            sheet.chart(new ChartDraft(
                    say("固定资产投资累计增速（%）", "Growth of fixed-asset investment (%)"),
                    say(
                            "各盟市固定资产投资累计增速，数值见左表；没有数的盟市空着",
                            "Growth by area; the figures stand in the table, and an area without one has no bar"),
                    new ChartDraft.Bars(1, row - 1, 0, 1),
                    new ChartDraft.Anchor(0, 8, 24, 8 + ScorecardWorkbook.CHART_COLUMNS)));
        }
        return sheet;
    }

    SheetDraft revisions() {
        SheetDraft sheet = table(
                say("修订", "Revisions"),
                List.of(
                        new Column(say("地区", "Area"), 18),
                        new Column(say("指标", "Indicator"), WIDE),
                        new Column(say("报告期", "Period"), NARROW),
                        new Column(say("口径", "Measure"), 26),
                        new Column(say("原为（单位见G列）", "Was (unit in G)"), 16),
                        new Column(say("现为（单位见G列）", "Became (unit in G)"), 16),
                        new Column(say("计量单位", "Unit"), 15),
                        new Column(say("更正说明", "Reason given"), WIDE),
                        new Column(say("发布编号", "Publication"), NARROW)));
        int row = 1;
        for (CorrectedFigure one : CorrectedFigure.of(edition)) {
            List<String> before = List.of(one.area(), one.indicator(), one.text("period"), one.measure());
            for (int column = 0; column < before.size(); column++) {
                sheet.put(row, column, text(before.get(column)), CELL);
            }
            CellLook look = exact(
                    Stream.of(one.was(), one.became()).flatMap(Optional::stream).toList());
            number(sheet, row, 4, one.was(), look);
            number(sheet, row, 5, one.became(), look);
            sheet.put(row, 6, text(one.unit().name()), UNIT);
            sheet.put(row, 7, text(one.text("reason")), CELL);
            sheet.put(row, 8, text(one.text("publication_id")), CELL);
            row++;
        }
        return orNone(sheet, row == 1, say("没有更正", "none"));
    }

    SheetDraft findings() {
        SheetDraft sheet = table(
                say("审核问题", "Findings"),
                List.of(
                        new Column(say("级别", "Severity"), NARROW),
                        new Column(say("问题代码", "Code"), WIDE),
                        new Column(say("处理办法", "Advice"), 60),
                        new Column(say("问题（件）", "Findings (number)"), NARROW),
                        new Column(say("报表（份）", "Forms (number)"), NARROW),
                        new Column(say("盟市（个）", "Areas (number)"), NARROW)));
        int row = 1;
        for (Map<String, @Nullable Object> kind : edition.beside().findings().rows()) {
            sheet.put(row, 0, text(FindingTable.severity(kind, edition.language())), CELL);
            sheet.put(row, 1, text(ScorecardLine.plain(kind.get("code"))), CELL);
            sheet.put(row, 2, text(ScorecardLine.plain(kind.get(say("advice_zh", "advice_en")))), CELL);
            int column = 3;
            for (String count : List.of("findings", "submissions", "areas")) {
                number(sheet, row, column, figure(kind.get(count)), COUNT);
                column++;
            }
            row++;
        }
        return orNone(sheet, row == 1, say("没有", "none"));
    }

    private String say(String chinese, String english) {
        return edition.language().of(chinese, english);
    }
}
