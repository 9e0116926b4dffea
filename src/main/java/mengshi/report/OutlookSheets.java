package mengshi.report;

import static mengshi.report.SheetTable.CELL;
import static mengshi.report.SheetTable.CHANGE;
import static mengshi.report.SheetTable.COUNT;
import static mengshi.report.SheetTable.HUNDREDTHS;
import static mengshi.report.SheetTable.NARROW;
import static mengshi.report.SheetTable.TENTHS;
import static mengshi.report.SheetTable.UNIT;
import static mengshi.report.SheetTable.WIDE;
import static mengshi.report.SheetTable.figure;
import static mengshi.report.SheetTable.number;
import static mengshi.report.SheetTable.orNone;
import static mengshi.report.SheetTable.table;
import static mengshi.report.SheetTable.text;
import static mengshi.report.SheetTable.told;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.report.SheetTable.Column;
import mengshi.workbook.CellLook;
import mengshi.workbook.SheetDraft;
import org.jspecify.annotations.Nullable;

/** The sheets of a scorecard's workbook that look ahead and into the areas: projections, contributions, dual targets. */
record OutlookSheets(Edition edition) {

    private static final List<String> PROJECTED =
            List.of("projected_time", "projected_profile", "projected_lowest", "projected_highest");

    private static final List<Map.Entry<String, CellLook>> SHARES = List.of(
            Map.entry("share_percent", TENTHS),
            Map.entry("growth_percent", TENTHS),
            Map.entry("weight_percent", TENTHS),
            Map.entry("contribution_points", HUNDREDTHS),
            Map.entry("value_rank", COUNT),
            Map.entry("value_rank_change", CHANGE),
            Map.entry("growth_rank", COUNT),
            Map.entry("growth_rank_change", CHANGE));

    List<SheetDraft> sheets() {
        return List.of(projections(), contributions(), duals());
    }

    private SheetDraft projections() {
        SheetDraft sheet = table(
                say("推算", "Projection"),
                List.of(
                        new Column(say("编号", "Id"), NARROW),
                        new Column(say("指标", "Indicator"), WIDE),
                        new Column(say("目标值（单位见H列）", "Target (unit in H)"), 16),
                        new Column(say("推算：按时间（单位见H列）", "Projected by time (unit in H)"), 16),
                        new Column(say("推算：按上年（单位见H列）", "Projected by last year (unit in H)"), 16),
                        new Column(say("推算下限（单位见H列）", "Projected, lowest (unit in H)"), 22),
                        new Column(say("推算上限（单位见H列）", "Projected, highest (unit in H)"), 22),
                        new Column(say("计量单位", "Unit"), 15),
                        new Column(say("照此推算（不是实绩）", "If so (no fact)"), 20)));
        int row = 1;
        for (Projection one : Projection.of(edition)) {
            ColumnUnit unit = one.line().unit();
            Optional<BigDecimal> target =
                    one.line().line().number("target_value").map(unit::in);
            List<Optional<BigDecimal>> projected = PROJECTED.stream()
                    .map(key -> figure(one.row().get(key)).map(unit::in))
                    .toList();
            CellLook look = told(projected.stream().flatMap(Optional::stream).toList());
            sheet.put(row, 0, text(one.line().id()), CELL);
            sheet.put(row, 1, text(one.line().indicator()), CELL);
            number(sheet, row, 2, target, told(target.stream().toList()));
            for (int column = 0; column < projected.size(); column++) {
                number(sheet, row, 3 + column, projected.get(column), look);
            }
            sheet.put(row, 7, text(unit.name()), UNIT);
            sheet.put(row, 8, text(one.conclusion()), CELL);
            row++;
        }
        return orNone(sheet, row == 1, say("没有", "none"));
    }

    private SheetDraft contributions() {
        SheetDraft sheet = table(
                say("贡献", "Contributions"),
                List.of(
                        new Column(say("指标", "Indicator"), WIDE),
                        new Column(say("盟市", "Area"), 18),
                        new Column(say("口径", "Measure"), 26),
                        new Column(say("累计或期末（单位见E列）", "Amount (unit in E)"), 16),
                        new Column(say("计量单位", "Unit"), 15),
                        new Column(say("占比（%）", "Share (%)"), NARROW),
                        new Column(say("增速（%）", "Growth (%)"), NARROW),
                        new Column(say("基数比重（%）", "Share of the base (%)"), NARROW),
                        new Column(say("拉动（百分点）", "Contribution (points)"), NARROW),
                        new Column(say("总量位次", "Rank by amount"), NARROW),
                        new Column(say("总量位次变化", "Change of it"), NARROW),
                        new Column(say("增速位次", "Rank by growth"), NARROW),
                        new Column(say("增速位次变化", "Change of it (growth)"), NARROW)));
        Map<String, List<Map<String, @Nullable Object>>> byIndicator = edition.beside().contributions().rows().stream()
                .collect(Collectors.groupingBy(
                        row -> ScorecardLine.plain(row.get("indicator_code")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        int row = 1;
        for (List<Map<String, @Nullable Object>> areas : byIndicator.values()) {
            List<BigDecimal> amounts = SheetTable.figures(areas, "value");
            ColumnUnit unit =
                    ColumnUnit.of(amounts, ScorecardLine.plain(areas.get(0).get("base_unit")), edition.language());
            CellLook look = told(amounts.stream().map(unit::in).toList());
            for (Map<String, @Nullable Object> area : areas) {
                writeContribution(sheet, row, area, unit, look);
                row++;
            }
        }
        return orNone(sheet, row == 1, say("没有", "none"));
    }

    private void writeContribution(
            SheetDraft sheet, int row, Map<String, @Nullable Object> area, ColumnUnit unit, CellLook look) {
        int column = 0;
        for (String key : List.of(
                say("indicator_name", "indicator_name_en"),
                say("area_name", "area_name_en"),
                say("measure_name", "measure_name_en"))) {
            sheet.put(row, column, text(ScorecardLine.plain(area.get(key))), CELL);
            column++;
        }
        number(sheet, row, 3, figure(area.get("value")).map(unit::in), look);
        sheet.put(row, 4, text(unit.name()), UNIT);
        column = 5;
        for (Map.Entry<String, CellLook> share : SHARES) {
            number(sheet, row, column, figure(area.get(share.getKey())), share.getValue());
            column++;
        }
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
        return orNone(sheet, row == 1, say("没有", "none"));
    }

    private String say(String chinese, String english) {
        return edition.language().of(chinese, english);
    }
}
