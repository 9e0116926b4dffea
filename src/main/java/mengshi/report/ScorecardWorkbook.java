package mengshi.report;

import static mengshi.report.SheetTable.CELL;
import static mengshi.report.SheetTable.COUNT;
import static mengshi.report.SheetTable.NARROW;
import static mengshi.report.SheetTable.SHARE;
import static mengshi.report.SheetTable.UNIT;
import static mengshi.report.SheetTable.WIDE;
import static mengshi.report.SheetTable.number;
import static mengshi.report.SheetTable.table;
import static mengshi.report.SheetTable.text;
import static mengshi.report.SheetTable.told;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.report.SheetTable.Column;
import mengshi.targets.Verdict;
import mengshi.workbook.CellLook;
import mengshi.workbook.ChartDraft;
import mengshi.workbook.SheetDraft;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookWriter;

/**
 * A scorecard as a workbook in the manners of official statistics: a cover, notes, one table a sheet, units in the header,
 * no merged cells, numbers as numbers.
 */
public record ScorecardWorkbook(Edition edition) {

    static final int CHART_COLUMNS = 8;

    /** The workbook as .xlsx. */
    public byte[] xlsx() {
        BesideSheets beside = new BesideSheets(edition);
        List<SheetDraft> sheets = new ArrayList<>(List.of(cover(), notes(), counts(), targets(), beside.areas()));
        sheets.addAll(new OutlookSheets(edition).sheets());
        sheets.add(beside.revisions());
        sheets.add(beside.findings());
        sheets.forEach(SheetDraft::fit);
        return WorkbookWriter.xlsx(new WorkbookDraft(sheets));
    }

    private SheetDraft cover() {
        SheetDraft sheet = SheetDraft.named(say("封面", "Cover")).width(0, 24).width(1, 70);
        sheet.put(
                0,
                0,
                text(say("政府工作报告目标进度记分卡", "Government Work Report: scorecard of targets")),
                CellLook.PLAIN.bolded());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(say("报告期", "Period"), edition.span());
        lines.put(say("发布编号", "Publication"), edition.stamp("publication_id"));
        lines.put(say("数据截止", "Data up to"), edition.stamp("facts_closed_at"));
        lines.put(say("评判时间", "Judged at"), edition.stamp("judged_at"));
        lines.put(say("目标目录版本", "Catalogue"), edition.stamp("catalogue_version"));
        lines.put(say("审核规则版本", "Rule book"), edition.stamp("rule_book_version"));
        lines.put(say("报表制度版本", "Forms"), edition.stamp("form_version"));
        lines.put(say("说明", "Notes"), say("评判方法和标记的含义", "how verdicts come about, what marks mean"));
        lines.put(say("总览", "Overview"), say("各评判结果的项数", "targets by verdict"));
        lines.put(
                say("目标", "Targets"),
                say(
                        "每个目标一行，" + edition.lines().size() + "行",
                        "one row per target, " + edition.lines().size()));
        lines.put(say("盟市", "Areas"), say("每个盟市一行", "one row per league and city"));
        lines.put(say("推算", "Projection"), say("可推算到年末的目标每个一行；不是实绩", "one row per projected target; no facts"));
        lines.put(say("贡献", "Contributions"), say("每个指标、盟市一行", "one row per indicator and area"));
        lines.put(say("双目标", "Dual targets"), say("既有总量又有增速目标的指标每个一行", "one row per pair of amount and growth"));
        lines.put(
                say("修订", "Revisions"),
                say(
                        "每处更正一行，最近的在前，至多" + BesideSheets.MOST_REVISIONS + "行",
                        "one row per corrected figure, the latest first, " + BesideSheets.MOST_REVISIONS + " at most"));
        lines.put(say("审核问题", "Findings"), say("每种未了结的问题一行", "one row per kind of open finding"));
        int row = 2;
        for (Map.Entry<String, String> line : lines.entrySet()) {
            sheet.put(row, 0, text(line.getKey()), CellLook.PLAIN.bolded());
            sheet.put(row, 1, text(line.getValue()), CellLook.PLAIN.wrapped());
            row++;
        }
        return sheet.print(false, 0);
    }

    private SheetDraft notes() {
        SheetDraft sheet = table(
                say("说明", "Notes"), List.of(new Column(say("标记", "Mark"), 20), new Column(say("含义", "Meaning"), 90)));
        int row = 1;
        for (Verdict verdict : Verdict.values()) {
            sheet.put(row, 0, text(word(verdict)), CELL);
            sheet.put(row, 1, text(new VerdictMark(verdict).meaning(edition.language())), CELL);
            row++;
        }
        for (String sentence : new Method(edition.language()).sentences()) {
            sheet.put(row, 0, text(say("方法", "Method")), CELL);
            sheet.put(row, 1, text(sentence), CELL);
            row++;
        }
        return sheet;
    }

    private SheetDraft counts() {
        SheetDraft sheet = table(
                say("总览", "Overview"),
                List.of(
                        new Column(say("评判", "Verdict"), 20),
                        new Column(say("合计（项）", "All (targets)"), NARROW),
                        new Column(say("其中力争（项）", "Aspirations (targets)"), NARROW)));
        int row = 1;
        for (Verdict verdict : Verdict.values()) {
            List<WordedLine> such = edition.lines().stream()
                    .filter(line -> line.verdict() == verdict)
                    .toList();
            long strives =
                    such.stream().filter(line -> line.line().isAspiration()).count();
            sheet.put(row, 0, text(word(verdict)), CELL);
            number(sheet, row, 1, Optional.of(BigDecimal.valueOf(such.size())), COUNT);
            number(sheet, row, 2, Optional.of(BigDecimal.valueOf(strives)), COUNT);
            row++;
        }
        String told = Arrays.stream(Verdict.values())
                .map(verdict -> say(verdict.chinese(), verdict.english()) + " "
                        + edition.card().counts().get(verdict))
                .reduce((one, other) -> one + say("，", ", ") + other)
                .orElse("");
        return sheet.chart(new ChartDraft(
                say("各评判结果的目标数（项）", "Targets by verdict"),
                told,
                new ChartDraft.Bars(1, Verdict.values().length, 0, 1),
                new ChartDraft.Anchor(0, 4, 20, 4 + CHART_COLUMNS)));
    }

    private SheetDraft targets() {
        SheetDraft sheet = table(
                say("目标", "Targets"),
                List.of(
                        new Column(say("编号", "Id"), NARROW),
                        new Column(say("指标", "Indicator"), 24),
                        new Column(say("部分", "Section"), 22),
                        new Column(say("原文", "Phrase"), WIDE),
                        new Column(say("目标", "Target"), 14),
                        new Column(say("目标值（单位见G列）", "Target value (unit in G)"), 14),
                        new Column(say("计量单位", "Unit"), 15),
                        new Column(say("实际值（单位见G列）", "Actual value (unit in G)"), 14),
                        new Column(say("完成（%）", "Reached (%)"), 10),
                        new Column(say("按时间应达（%）", "Due by time (%)"), 10),
                        new Column(say("按上年应达（%）", "Due by last year (%)"), 10),
                        new Column(say("评判", "Verdict"), 16),
                        new Column(say("说明", "Reason"), WIDE),
                        new Column(say("覆盖（盟市）", "Coverage (areas)"), 10),
                        new Column(say("此前未达要求的月份", "Months missed before"), WIDE)));
        int row = 1;
        for (WordedLine line : edition.lines()) {
            writeTarget(sheet, row, line);
            row++;
        }
        return sheet.freeze(1, 2);
    }

    private void writeTarget(SheetDraft sheet, int row, WordedLine line) {
        ScorecardLine of = line.line();
        List<String> texts = List.of(
                line.id(), line.indicator(), edition.title(of.text("section")), of.text("phrase"), line.target());
        for (int column = 0; column < texts.size(); column++) {
            sheet.put(row, column, text(texts.get(column)), CELL);
        }
        ColumnUnit unit = line.unit();
        Optional<BigDecimal> target = of.number("target_value").map(unit::in);
        Optional<BigDecimal> actual = of.number("actual_value").map(unit::in);
        number(sheet, row, 5, target, told(target.stream().toList()));
        sheet.put(row, 6, text(unit.name()), UNIT);
        number(sheet, row, 7, actual, told(actual.stream().toList()));
        number(sheet, row, 8, of.number("completion"), SHARE);
        number(sheet, row, 9, of.due("expected_time"), SHARE);
        number(sheet, row, 10, of.due("expected_profile"), SHARE);
        sheet.put(row, 11, text(word(line.verdict())), CELL);
        sheet.put(row, 12, text(line.reason()), CELL);
        sheet.put(row, 13, text(of.text("coverage")), CELL);
        sheet.put(row, 14, text(edition.statusOf(line.id()).missedBefore(edition.language())), CELL);
    }

    private String word(Verdict verdict) {
        return new VerdictMark(verdict).shape() + " " + say(verdict.chinese(), verdict.english());
    }

    private String say(String chinese, String english) {
        return edition.language().of(chinese, english);
    }
}
