package mengshi.report;

import java.util.List;
import java.util.Map;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What was open when the publication was made.
 *
 * @param findings rows of {@code mart.finding_count_on}
 */
record FindingTable(Rows findings, Language language) {

    /** As many kinds as a page shows; the workbook has all. */
    private static final int MOST = 12;

    void writeTo(Html html) {
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("审核问题", "Findings"), "id", "findings");
                    html.element(
                            "p",
                            language.of(
                                    "发布时尚未了结的问题：强制性问题使整份报表退回，其数据不入库；核实性问题须说明。",
                                    "What was open at the publication. A hard finding returns the whole submission and"
                                            + " none of its figures counts; a soft one asks for an explanation."));
                    if (!findings.isEmpty()) {
                        writeRows(html);
                    }
                    if (findings.rows().size() > MOST) {
                        html.element(
                                "p",
                                language.of(
                                        "共" + findings.rows().size() + "种，上列" + MOST + "种，严重的在前；全部见工作簿“审核问题”表。",
                                        "The first " + MOST + " of "
                                                + findings.rows().size()
                                                + " kinds, the gravest in front; all of them stand in the workbook."));
                    }
                },
                "aria-labelledby",
                "findings");
    }

    private void writeRows(Html html) {
        html.table(
                language.of("未了结问题，按严重程度和数量", "Open findings by severity and number"),
                false,
                columns(),
                () -> findings.rows().stream()
                        .limit(MOST)
                        .forEach(row -> html.in("tr", () -> {
                            html.element("td", severity(row, language));
                            html.in("th", () -> writeAdvice(html, row), "scope", "row");
                            for (String column : List.of("findings", "submissions", "areas")) {
                                html.element("td", ScorecardLine.plain(row.get(column)));
                            }
                        })),
                "class",
                "findings");
    }

    private void writeAdvice(Html html, Map<String, @Nullable Object> row) {
        if (language == Language.CHINESE) {
            html.text(ScorecardLine.plain(row.get("advice_zh")));
        } else {
            html.english(ScorecardLine.plain(row.get("advice_en")));
        }
        html.element("small", ScorecardLine.plain(row.get("code")));
    }

    private List<String> columns() {
        return language == Language.CHINESE
                ? List.of("级别", "处理办法和问题代码", "件数", "报表份数", "盟市数")
                : List.of("Severity", "What to do, and code", "Findings", "Forms", "Areas");
    }

    /** How grave a kind of finding is, in words. */
    static String severity(Map<String, @Nullable Object> row, Language language) {
        return switch (ScorecardLine.plain(row.get("severity"))) {
            case "ERROR" -> language.of("✕ 强制性", "✕ hard");
            case "WARNING" -> language.of("! 核实性", "! soft");
            default -> language.of("i 提示", "i information");
        };
    }
}
