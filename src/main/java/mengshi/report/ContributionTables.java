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
                    html.element("h2", language.of("盟市贡献", "What areas contribute"), "id", "contribution");
                    html.element(
                            "p",
                            shown.isEmpty()
                                    ? language.of(
                                            "本期主要预期目标没有可计算贡献的盟市数。",
                                            "No area's figures allow of a contribution to a headline target.")
                                    : language.of(
                                            "拉动：增速×基数所占比重，单位为百分点，相加即为已报盟市合计的增速。这是贡献，不是任务完成情况。括号内为比上月的位次变化。其余指标见工作簿“贡献”表。",
                                            "Contribution: growth × share of the base, in points; together they are the growth"
                                                    + " of the areas that have reported. It is no attainment. In brackets: places won"
                                                    + " or lost since last month. Other indicators stand in the workbook."));
                    shown.values().forEach(rows -> writeTable(html, language, rows));
                },
                "aria-labelledby",
                "contribution");
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
        html.table(
                ScorecardLine.plain(first.get(language.of("indicator_name", "indicator_name_en")))
                        + language.of(
                                "：" + rows.size() + "个盟市合计增长" + growth(rows) + "%",
                                ": growth of " + rows.size() + " areas " + growth(rows) + "%"),
                true,
                List.of(
                        language.of("盟市", "Area"),
                        language.of("累计", "Since January"),
                        language.of("占比（%）", "Share (%)"),
                        language.of("增速（%）", "Growth (%)"),
                        language.of("拉动（百分点）", "Contribution (points)"),
                        language.of("总量位次", "Place by amount"),
                        language.of("增速位次", "Place by growth")),
                () -> rows.forEach(row -> html.in("tr", () -> writeRow(html, language, row))),
                "class",
                "contribution");
    }

    private static void writeRow(Html html, Language language, Map<String, @Nullable Object> row) {
        html.element("th", ScorecardLine.plain(row.get(language.of("area_name", "area_name_en"))), "scope", "row");
        String amount = row.get("value") instanceof BigDecimal value
                ? new Quantity(value, ScorecardLine.plain(row.get("base_unit"))).in(language)
                : "";
        Stream.of(
                        amount,
                        rounded(row.get("share_percent"), 1),
                        rounded(row.get("growth_percent"), 1),
                        signed(rounded(row.get("contribution_points"), 2)),
                        place(row, "value_rank"),
                        place(row, "growth_rank"))
                .forEach(cell -> html.element("td", cell));
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

    /** A place and how it changed since last month: {@code 3 (↑1)}. */
    static String place(Map<String, @Nullable Object> row, String column) {
        if (!(row.get(column) instanceof Number place)) {
            return "";
        }
        if (!(row.get(column + "_change") instanceof Number change)) {
            return place.toString();
        }
        long won = change.longValue();
        return place + (won == 0 ? " (–)" : won > 0 ? " (↑" + won + ")" : " (↓" + -won + ")");
    }
}
