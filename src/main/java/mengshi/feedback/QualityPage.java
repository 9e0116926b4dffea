package mengshi.feedback;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import mengshi.feedback.ReportingQuality.Arrival;
import mengshi.feedback.ReportingQuality.Findings;
import mengshi.feedback.ReportingQuality.Round;
import mengshi.model.Severity;

/**
 * How an area reported, as one HTML file for it that needs no script, no network and no font. It is about the reporting
 * alone: what the figures are measured by cannot be seen from here (统计法).
 *
 * @param asOf the day the page speaks of
 */
public record QualityPage(ReportingQuality quality, LocalDate asOf) {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String STYLE = """
        body { margin: 0 auto; max-width: 76rem; padding: 1.25rem; color: #1c2430; background: #fff;
          font: 15px/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
        h1 { margin: 0 0 .4rem; font-size: 1.7rem; line-height: 1.25; }
        h2 { margin: 2.2rem 0 .7rem; padding-bottom: .25rem; font-size: 1.25rem; border-bottom: 2px solid #1c2430; }
        p { margin: .3rem 0; max-width: 58em; color: #4d5866; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .6rem; margin: 1rem 0; }
        dl div { padding: .5rem .7rem; border: 1px solid #c5ccd6; border-radius: 5px; }
        dt { font-size: .95rem; font-weight: 600; }
        dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
        dd small { display: block; min-height: 1.35em; font-size: .78rem; line-height: 1.35; font-weight: normal;
          color: #4d5866; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .45rem; border-bottom: 1px solid #c5ccd6; text-align: left; vertical-align: top;
          white-space: nowrap; }
        td.w { white-space: normal; min-width: 12em; }
        th { color: #4d5866; background: #f3f5f8; font-size: .8rem; }
        td.n, th.n { text-align: right; }
        .late, .HELD, .MISSING { color: #9c1f16; font-weight: 600; }
        @media screen and (max-width: 46rem) { body { padding: .8rem; } h1 { font-size: 1.3rem; } }
        @page { size: A4 landscape; margin: 12mm 11mm 15mm;
          @bottom-right { content: counter(page) " / " counter(pages); color: #4d5866; font: 7pt sans-serif; } }
        @media print { body { padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.3; }
          h1 { font-size: 15pt; } h2 { margin: 4mm 0 1.5mm; font-size: 11pt; break-after: avoid; }
          dd { font-size: 12pt; } table { font-size: 7.5pt; } tr { break-inside: avoid; } }
        """;

    private static final List<String> ROUND_COLUMNS =
            List.of("报告期", "报表", "应报日期", "收到日期", "迟报天数", "状态", "版本", "更正", "强制性", "核实性", "提示", "待处理", "说明采纳/收到");

    private static final List<String> TYPE_COLUMNS = List.of("级别", "问题", "个数", "待处理", "如何避免");

    /** Where the columns of numbers begin and end, for their alignment. */
    private static final int FIRST_NUMBER = 6;

    /** Below the outbox, with {@code /} between the names. */
    public String path() {
        return AnswerName.folder(quality.areaCode(), quality.areaName()) + "/报送质量_" + quality.year() + ".html";
    }

    /** The page in UTF-8; the same quality on the same day gives the same bytes. */
    public byte[] html() {
        String title = quality.areaName() + " " + quality.year() + "年报送质量";
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\"/>\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE);
        page.append("</style>\n</head>\n<body>\n<header><h1>")
                .append(escaped(title))
                .append("</h1>\n");
        page.append("<p>截至").append(asOf).append("。本页只反映报送是否及时、更正了几次、审核发现了什么、答复了多少；不涉及数据的高低。</p></header>\n<main>\n");
        summary(page);
        rounds(page);
        types(page);
        page.append("</main>\n</body>\n</html>\n");
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void summary(StringBuilder page) {
        int asked = quality.rounds().size();
        long onTime = quality.rounds().stream()
                .filter(round -> round.arrival().isOnTime())
                .count();
        long missing = quality.rounds().stream()
                .filter(round -> round.arrival().isMissing())
                .count();
        int asking = sum(round -> round.findings().asking());
        int open = sum(round -> round.findings().open());
        page.append("<dl>\n");
        part(page, "按时报送", onTime + " / " + asked, percent(onTime, asked));
        part(page, "迟报", String.valueOf(asked - onTime - missing), "");
        part(page, "未报", String.valueOf(missing), "");
        part(page, "更正", sum(round -> round.arrival().corrections()) + "次", "");
        part(
                page,
                "审核问题",
                String.valueOf(asking),
                "已更正" + sum(round -> round.findings().fixed()) + "，已说明"
                        + sum(round -> round.findings().explained()) + "，豁免"
                        + sum(round -> round.findings().waived()));
        part(page, "已处理", (asking - open) + " / " + asking, percent(asking - open, asking));
        page.append("</dl>\n");
    }

    private static void part(StringBuilder page, String name, String figure, String note) {
        page.append("<div><dt>").append(name).append("</dt><dd>").append(figure);
        page.append(note.isEmpty() ? "" : " <small>" + note + "</small>").append("</dd></div>\n");
    }

    private void rounds(StringBuilder page) {
        page.append("<h2>逐期情况</h2>\n");
        head(page, ROUND_COLUMNS, FIRST_NUMBER);
        for (Round round : quality.rounds()) {
            Arrival arrival = round.arrival();
            Findings findings = round.findings();
            page.append("<tr>");
            cell(page, "", round.period());
            cell(page, "w", round.formCode() + " " + round.formName());
            cell(page, "", arrival.dueOn().toString());
            cell(page, "", arrival.isMissing() ? "–" : String.valueOf(arrival.receivedOn()));
            cell(page, arrival.daysLate() > 0 ? "late" : "", arrival.isMissing() ? "–" : arrival.daysLate() + "天");
            cell(page, arrival.state(), state(arrival.state()));
            for (int number : new int[] {
                arrival.versions(),
                arrival.corrections(),
                findings.errors(),
                findings.warnings(),
                findings.informations(),
                findings.open()
            }) {
                cell(page, "n", String.valueOf(number));
            }
            cell(page, "n", round.answers().accepted() + " / " + round.answers().given());
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table></div>\n");
    }

    private void types(StringBuilder page) {
        page.append("<h2>审核问题分类</h2>\n");
        if (quality.types().isEmpty()) {
            page.append("<p>没有发现问题。</p>\n");
            return;
        }
        head(page, TYPE_COLUMNS, TYPE_COLUMNS.size());
        for (ReportingQuality.Type type : quality.types()) {
            page.append("<tr>");
            cell(page, "", Wording.of(Severity.valueOf(type.severity())));
            cell(page, "", type.code());
            cell(page, "n", String.valueOf(type.findings()));
            cell(page, "n", String.valueOf(type.open()));
            cell(page, "w", type.advice());
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table></div>\n");
    }

    private static void head(StringBuilder page, List<String> columns, int firstNumber) {
        page.append("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            page.append(i < firstNumber ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">");
            page.append(columns.get(i)).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
    }

    private static void cell(StringBuilder page, String style, String text) {
        page.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">");
        page.append(escaped(text)).append("</td>");
    }

    private int sum(ToIntFunction<Round> number) {
        return quality.rounds().stream().mapToInt(number).sum();
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%d%%", Math.floorDiv(part * 100, whole));
    }

    private static String state(String state) {
        return switch (state) {
            case "MISSING" -> "未报";
            case "READ", "RECEIVED" -> "处理中";
            default -> Decision.valueOf(state).word();
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
