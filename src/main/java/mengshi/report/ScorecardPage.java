package mengshi.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mengshi.model.Period;
import mengshi.targets.Verdict;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as one HTML file that needs nothing else: no script, no network, no font. It holds the stamp of its
 * publication and no other moment, so the same publication gives the same bytes.
 *
 * @param areas rows of {@code mart.area_standing_on}
 * @param findings rows of {@code mart.finding_count_on}
 */
public record ScorecardPage(Scorecard card, Rows areas, Rows findings) {

    private static final String STYLE = "/mengshi/report/scorecard.css";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    private static final String HEADING = "政府工作报告目标进度记分卡";

    /** The stamp's parts: label and column of the publication. */
    private static final List<List<String>> STAMP = List.of(
            List.of("发布编号", "publication_id"),
            List.of("数据截止", "facts_closed_at"),
            List.of("评判时间", "judged_at"),
            List.of("目标目录版本", "catalogue_version"),
            List.of("审核规则版本", "rule_book_version"),
            List.of("报表制度版本", "form_version"));

    /** The page in UTF-8. */
    public byte[] html() {
        Html html = new Html();
        html.in(
                "html",
                () -> {
                    html.in("head", () -> writeHead(html));
                    html.in("body", () -> writeBody(html));
                },
                "lang",
                "zh-CN");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeHead(Html html) {
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", HEADING + " " + inWords(card.period()));
        html.style(style());
    }

    private void writeBody(Html html) {
        html.in("header", () -> {
            html.in("h1", () -> html.text(HEADING + " ").element("span", inWords(card.period())));
            html.in("dl", () -> STAMP.forEach(part -> writeStamp(html, part.get(0), part.get(1))), "class", "stamp");
        });
        html.in("main", () -> {
            if (card.isEmpty()) {
                html.element("p", "这一期还没有评判结果。");
                return;
            }
            writeCounts(html);
            new CatalogueTable(card.lines()).writeTo(html);
            new AreaTiles(areas).writeTo(html);
            new TargetTables(card.lines()).writeTo(html);
            writeFindings(html);
            writeLegend(html);
        });
        html.in("footer", () -> html.element("p", "本页只记发布时刻，不记打印时刻；同一发布编号的页面逐字节相同。" + "每个数可用 mengshi trace 追溯到报表单元格。"));
    }

    private void writeStamp(Html html, String label, String column) {
        String value = ScorecardLine.plain(card.publication().get(column));
        html.in("div", () -> html.element("dt", label).element("dd", value.isEmpty() ? "–" : moment(value)));
    }

    private void writeCounts(Html html) {
        List<ScorecardLine> lines = card.lines();
        long aspirations = lines.stream().filter(ScorecardLine::isAspiration).count();
        html.in(
                "section",
                () -> {
                    html.element("h2", "总览", "id", "counts");
                    html.element(
                            "p",
                            "共" + lines.size() + "项：目标" + (lines.size() - aspirations) + "项；力争、争取" + aspirations
                                    + "项，同样评判，另行计数。");
                    html.in(
                            "ul",
                            () -> Arrays.stream(Verdict.values())
                                    .forEach(verdict -> html.in("li", () -> writeCount(html, verdict, lines))),
                            "class",
                            "counts");
                },
                "aria-labelledby",
                "counts");
    }

    private static void writeCount(Html html, Verdict verdict, List<ScorecardLine> lines) {
        List<ScorecardLine> such =
                lines.stream().filter(line -> line.verdict() == verdict).toList();
        long aspirations = such.stream().filter(ScorecardLine::isAspiration).count();
        new VerdictMark(verdict).writeTo(html);
        html.element("span", String.valueOf(such.size() - aspirations), "class", "figure");
        html.element("span", "另力争 " + aspirations, "class", "small");
    }

    private void writeFindings(Html html) {
        html.in(
                "section",
                () -> {
                    html.element("h2", "审核问题", "id", "findings");
                    html.element("p", "发布时尚未了结的问题：强制性问题使整份报表退回，其数据不入库；核实性问题须说明。");
                    if (!findings.isEmpty()) {
                        html.in("table", () -> writeFindingRows(html));
                    }
                },
                "aria-labelledby",
                "findings");
    }

    private void writeFindingRows(Html html) {
        html.element("caption", "未了结问题，按严重程度和数量", "class", "unseen");
        html.in(
                "thead",
                () -> html.in("tr", () -> List.of("级别", "问题代码", "处理办法", "件数", "报表份数", "盟市数")
                        .forEach(name -> html.element("th", name, "scope", "col"))));
        html.in("tbody", () -> findings.rows()
                .forEach(row -> html.in("tr", () -> {
                    html.element("td", severity(row));
                    html.element("th", ScorecardLine.plain(row.get("code")), "scope", "row");
                    html.element("td", ScorecardLine.plain(row.get("advice_zh")));
                    for (String column : List.of("findings", "submissions", "areas")) {
                        html.element("td", ScorecardLine.plain(row.get(column)), "class", "number");
                    }
                })));
    }

    private static String severity(Map<String, @Nullable Object> row) {
        return switch (ScorecardLine.plain(row.get("severity"))) {
            case "ERROR" -> "✕ 强制性";
            case "WARNING" -> "! 核实性";
            default -> "i 提示";
        };
    }

    private static void writeLegend(Html html) {
        html.in(
                "section",
                () -> {
                    html.element("h2", "图例与评判方法", "id", "legend");
                    html.in(
                            "dl",
                            () -> Arrays.stream(Verdict.values())
                                    .map(VerdictMark::new)
                                    .forEach(mark -> {
                                        html.in("dt", () -> mark.writeTo(html));
                                        html.element("dd", mark.meaning());
                                    }),
                            "class",
                            "legend");
                    html.in("ul", () -> METHOD.forEach(sentence -> html.element("li", sentence)), "class", "method");
                },
                "aria-labelledby",
                "legend");
    }

    private static final List<String> METHOD = List.of(
            "完成：实际数占全年目标的百分比。总量类目标总是同时计算两种进度，数值为实际数占应达数的百分比，100%即正好达到进度；条形到150%为止，竖线为100%。",
            "时间进度：应达数按已过月份占全年的比例计算。上年进度：应达数按上年同期占上年全年的比例计算。由哪一种决定评判，目标目录逐项规定；两者结论不同的，在评判下注明。",
            "速度、比例、指数、位次类目标直接与目标值比较，没有进度。“左右”按目录写明的容差认定。评判的界限由目标目录规定，版本见页首。",
            "自治区数：先用自治区公布数；没有的，用盟市数相加，覆盖栏写明已报盟市数；盟市未报齐的不按零计，除非已报数已足以下结论，否则无法判断。增速不取简单平均。",
            "“–”表示不适用或没有数据。");

    /** A cumulative figure's span: from January to the period's end. */
    private static String inWords(@Nullable Period period) {
        if (period == null) {
            return "尚无评判";
        }
        return period.calendarYear() + "年" + (period.endMonth() == 1 ? "" : "1—") + period.endMonth() + "月";
    }

    /** A moment of Asia/Shanghai to the second; anything else as it is. */
    private static String moment(String value) {
        boolean isMoment = value.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
        return isMoment ? value.replaceFirst("T(\\d{2}:\\d{2}(?::\\d{2})?).*", " $1") + " 北京时间" : value;
    }

    private static String style() {
        try (InputStream input = ScorecardPage.class.getResourceAsStream(STYLE)) {
            if (input == null) {
                throw new IllegalStateException("The program holds no style sheet " + STYLE);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + STYLE + " cannot be read", e);
        }
    }
}
