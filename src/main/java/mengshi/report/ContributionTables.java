package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each area brings to the region's amount and growth, for the headline targets that areas report on. A contribution
 * is no task, and nothing of it is attainment.
 */
record ContributionTables(Edition edition) {

    void writeTo(Html html) {
        Language language = edition.language();
        Map<String, List<Map<String, @Nullable Object>>> shown = headline();
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("盟市贡献", "Contributions of the areas"), "id", "contribution");
                    html.element("p", explanation(language, shown));
                    html.in(
                            "div",
                            () -> shown.values().forEach(rows -> writeTable(html, language, rows)),
                            "class",
                            "pair");
                },
                "aria-labelledby",
                "contribution");
    }

    private static String explanation(Language language, Map<String, List<Map<String, @Nullable Object>>> shown) {
        if (shown.isEmpty()) {
            return language.of(
                    "本期主要预期目标没有可计算贡献的盟市数。", "No area's figures allow of a contribution to a headline target.");
        }
        return language.of(
                "拉动：增速×基数所占比重，相加即为已报盟市合计的增速。这是贡献，不是任务完成情况。"
                        + (hasBefore(shown) ? "位次前的箭头为比上月的变化，没有箭头的未变。" : "没有上月位次可比。")
                        + "其余指标见工作簿“贡献”表。",
                "Contribution: growth × share of the base; together they are the growth of the areas that have"
                        + " reported. It is no attainment. "
                        + (hasBefore(shown)
                                ? "An arrow tells the places won or lost since last month; without one nothing changed."
                                : "There is no month before to compare ranks with.")
                        + " Other indicators stand in the workbook.");
    }

    /** The headline targets' indicators in the order of the report, each with its areas, the strongest first. */
    Map<String, List<Map<String, @Nullable Object>>> headline() {
        Map<String, List<Map<String, @Nullable Object>>> byIndicator = edition.beside().contributions().rows().stream()
                .filter(row -> row.get("contribution_points") != null)
                .collect(Collectors.groupingBy(row -> ScorecardLine.plain(row.get("indicator_code"))));
        Map<String, List<Map<String, @Nullable Object>>> headline = new LinkedHashMap<>();
        edition.sections().getOrDefault(Edition.HEADLINE, List.of()).stream()
                .map(line -> line.line().text("indicator_code"))
                .filter(byIndicator::containsKey)
                .forEach(code -> headline.put(code, byIndicator.getOrDefault(code, List.of())));
        return headline;
    }

    private static void writeTable(Html html, Language language, List<Map<String, @Nullable Object>> rows) {
        Map<String, @Nullable Object> first = rows.get(0);
        ColumnUnit unit = ColumnUnit.of(
                rows.stream()
                        .map(row -> row.get("value"))
                        .filter(BigDecimal.class::isInstance)
                        .map(BigDecimal.class::cast)
                        .toList(),
                ScorecardLine.plain(first.get("base_unit")),
                language);
        html.table(
                ScorecardLine.plain(first.get(language.of("indicator_name", "indicator_name_en")))
                        + language.of("：" + rows.size() + "个盟市合计", ": " + rows.size() + " areas ")
                        + grown(language, growth(rows)),
                true,
                List.of(
                        language.of("盟市", "Area"),
                        language.of("累计（" + unit.name() + "）", "Since January (" + unit.name() + ")"),
                        language.of("占比（%）", "Share (%)"),
                        language.of("增速（%）", "Growth (%)"),
                        language.of("拉动（百分点）", "Contribution (points)"),
                        language.of("总量位次", "Rank by amount"),
                        language.of("增速位次", "Rank by growth")),
                () -> rows.forEach(row -> html.in("tr", () -> writeRow(html, language, unit, row))),
                "class",
                "contribution");
    }

    private static String grown(Language language, String growth) {
        return growth.startsWith("-")
                ? language.of("下降", "down ") + growth.substring(1) + "%"
                : language.of("增长", "up ") + growth + "%";
    }

    private static void writeRow(Html html, Language language, ColumnUnit unit, Map<String, @Nullable Object> row) {
        html.element("th", ScorecardLine.plain(row.get(language.of("area_name", "area_name_en"))), "scope", "row");
        Stream.of(
                        row.get("value") instanceof BigDecimal value ? unit.said(value) : "",
                        rounded(row.get("share_percent"), 1),
                        rounded(row.get("growth_percent"), 1),
                        signed(rounded(row.get("contribution_points"), 2)))
                .forEach(cell -> html.element("td", cell));
        for (String rank : List.of("value_rank", "growth_rank")) {
            html.in("td", () -> {
                if (!change(row, rank).isEmpty()) {
                    html.element("small", change(row, rank));
                }
                html.text(ScorecardLine.plain(row.get(rank)));
            });
        }
    }

    /** The growth that the contributions add up to. */
    static String growth(List<Map<String, @Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.get("contribution_points"))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String rounded(@Nullable Object value, int decimals) {
        return value instanceof BigDecimal number
                ? number.setScale(decimals, RoundingMode.HALF_UP).toPlainString()
                : "";
    }

    static String signed(String number) {
        return number.isEmpty() || number.startsWith("-") ? number : "+" + number;
    }

    /** How a place changed since last month: {@code ↑1}; empty where it did not. */
    private static String change(Map<String, @Nullable Object> row, String rank) {
        long won = row.get(rank + "_change") instanceof Number change ? change.longValue() : 0;
        return won == 0 ? "" : won > 0 ? "↑" + won : "↓" + -won;
    }

    private static boolean hasBefore(Map<String, List<Map<String, @Nullable Object>>> shown) {
        return shown.values().stream()
                .flatMap(List::stream)
                .anyMatch(row -> row.get("value_rank_change") != null || row.get("growth_rank_change") != null);
    }
}
