package mengshi.report;

import static mengshi.report.SheetTable.CELL;
import static mengshi.report.SheetTable.HUNDREDTHS;
import static mengshi.report.SheetTable.NARROW;
import static mengshi.report.SheetTable.NUMBER;
import static mengshi.report.SheetTable.TENTHS;
import static mengshi.report.SheetTable.WIDE;
import static mengshi.report.SheetTable.figure;
import static mengshi.report.SheetTable.listed;
import static mengshi.report.SheetTable.number;
import static mengshi.report.SheetTable.table;
import static mengshi.report.SheetTable.text;

import java.util.List;
import mengshi.report.SheetTable.Column;
import mengshi.workbook.SheetDraft;

/** The sheets of a scorecard's workbook that look ahead and into the areas: projections, contributions, dual targets. */
record OutlookSheets(Edition edition) {

    List<SheetDraft> sheets() {
        return List.of(projections(), contributions(), duals());
    }

    private SheetDraft projections() {
        SheetDraft sheet = table(
                say("推算", "Projection"),
                List.of(
                        new Column(say("编号", "Id"), NARROW),
                        new Column(say("指标", "Indicator"), WIDE),
                        new Column(say("目标值（单位见H列）", "Target (unit in H)"), 18),
                        new Column(say("推算：按时间（单位见H列）", "Projected by time (unit in H)"), 18),
                        new Column(say("推算：按上年（单位见H列）", "Projected by last year (unit in H)"), 18),
                        new Column(say("推算下限（单位见H列）", "Projected, lowest (unit in H)"), 18),
                        new Column(say("推算上限（单位见H列）", "Projected, highest (unit in H)"), 18),
                        new Column(say("计量单位", "Unit"), NARROW),
                        new Column(say("照此推算（不是实绩）", "If so (no fact)"), 20)));
        int row = 1;
        for (Projection one : Projection.of(edition)) {
            ScorecardLine line = one.line().line();
            sheet.put(row, 0, text(one.line().id()), CELL);
            sheet.put(row, 1, text(one.line().indicator()), CELL);
            number(sheet, row, 2, line.number("target_value"), NUMBER);
            int column = 3;
            for (String key : List.of("projected_time", "projected_profile", "projected_lowest", "projected_highest")) {
                number(sheet, row, column, figure(one.row().get(key)), NUMBER);
                column++;
            }
            sheet.put(row, 7, text(unit(line.text("base_unit"))), CELL);
            sheet.put(row, 8, text(one.conclusion()), CELL);
            row++;
        }
        return sheet;
    }

    private SheetDraft contributions() {
        return listed(
                say("贡献", "Contributions"),
                edition.beside().contributions(),
                List.of(
                        new Column(say("指标", "Indicator"), WIDE),
                        new Column(say("盟市", "Area"), 18),
                        new Column(say("口径", "Measure"), NARROW),
                        new Column(say("累计或期末（单位见E列）", "Amount (unit in E)"), 20),
                        new Column(say("计量单位", "Unit"), NARROW),
                        new Column(say("占比（%）", "Share (%)"), NARROW, TENTHS),
                        new Column(say("增速（%）", "Growth (%)"), NARROW, TENTHS),
                        new Column(say("基数比重（%）", "Share of the base (%)"), NARROW, TENTHS),
                        new Column(say("拉动（百分点）", "Contribution (points)"), NARROW, HUNDREDTHS),
                        new Column(say("总量位次", "Rank by amount"), NARROW),
                        new Column(say("总量位次变化", "Change of it"), NARROW),
                        new Column(say("增速位次", "Rank by growth"), NARROW),
                        new Column(say("增速位次变化", "Change of it (growth)"), NARROW)),
                List.of(
                        say("indicator_name", "indicator_name_en"),
                        say("area_name", "area_name_en"),
                        "measure",
                        "value",
                        "base_unit",
                        "share_percent",
                        "growth_percent",
                        "weight_percent",
                        "contribution_points",
                        "value_rank",
                        "value_rank_change",
                        "growth_rank",
                        "growth_rank_change"));
    }

    private SheetDraft duals() {
        SheetDraft sheet = table(
                say("双目标", "Dual targets"),
                List.of(
                        new Column(say("指标", "Indicator"), WIDE),
                        new Column(say("总量目标", "Target of amount"), 18),
                        new Column(say("总量实际", "Actual amount"), 18),
                        new Column(say("总量评判", "Verdict on amount"), 18),
                        new Column(say("增速目标", "Target of growth"), 18),
                        new Column(say("增速实际", "Actual growth"), 18),
                        new Column(say("增速评判", "Verdict on growth"), 18),
                        new Column(say("两者", "Both"), 20)));
        int row = 1;
        for (DualTable.Pair pair : new DualTable(edition).pairs()) {
            sheet.put(row, 0, text(pair.amount().indicator()), CELL);
            int column = 1;
            for (WordedLine line : List.of(pair.amount(), pair.growth())) {
                sheet.put(row, column, text(line.target()), CELL);
                sheet.put(row, column + 1, text(line.actual()), CELL);
                sheet.put(row, column + 2, text(line.verdictWord()), CELL);
                column += 3;
            }
            sheet.put(row, 7, text(pair.agreement()), CELL);
            row++;
        }
        return sheet;
    }

    private String unit(String baseUnit) {
        return say(baseUnit, Quantity.unitInEnglish(baseUnit));
    }

    private String say(String chinese, String english) {
        return edition.language().of(chinese, english);
    }
}
