package mengshi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The leagues and cities laid out about as they lie on the map. A target of the region is not theirs, so a tile judges
 * nothing: it says how a leading figure grew, how much of the whole it is, and whether the area's forms have come.
 *
 * @param standing rows of {@code mart.area_standing_on}
 * @param hasTasks whether any area was given a part of a target to do; of that alone it is judged, elsewhere on the page
 */
record AreaTiles(Rows standing, Language language, boolean hasTasks) {

    /** Monthly, reported by all, and in 元. */
    static final String LEADING = "FAI";

    private static final int HUNDRED_MILLION = 8;

    /** How an area's reporting stands. */
    enum Reporting {
        COMPLETE("✓", "报齐", "complete"),
        HELD("←", "有退回", "returned"),
        MISSING("○", "有未报", "missing"),
        MISSING_AND_HELD("○", "有未报、有退回", "missing, returned"),
        NOT_DUE("–", "未到期", "not due");

        private final String shape;
        private final String chinese;
        private final String english;

        Reporting(String shape, String chinese, String english) {
            this.shape = shape;
            this.chinese = chinese;
            this.english = english;
        }

        static Reporting of(Map<String, @Nullable Object> row) {
            boolean held = count(row, "forms_held") > 0;
            if (count(row, "forms_missing") > 0) {
                return held ? MISSING_AND_HELD : MISSING;
            }
            if (held) {
                return HELD;
            }
            return count(row, "forms_asked") == 0 ? NOT_DUE : COMPLETE;
        }

        String shape() {
            return shape;
        }

        String styleClass() {
            return this == COMPLETE || this == NOT_DUE ? "calm" : "owing";
        }

        void writeTo(Html html, Language language) {
            html.in(
                    "span",
                    () -> html.element("i", shape, "aria-hidden", "true").text(" " + language.of(chinese, english)),
                    "class",
                    "reporting " + styleClass());
        }
    }

    static AreaTiles of(Edition edition) {
        return new AreaTiles(
                edition.beside().areas(),
                edition.language(),
                !edition.beside().assigned().isEmpty());
    }

    /** @param map what a map needs to be drawn above the tiles; draws nothing where there is none */
    void writeTo(Html html, Runnable map) {
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("十二盟市", "Leagues and cities"), "id", "areas");
                    map.run();
                    html.in(
                            "div",
                            () -> {
                                html.in("div", () -> writeExplanation(html), "class", "note");
                                html.in("ul", () -> standing.rows().forEach(row -> writeTile(html, row)));
                            },
                            "class",
                            "areas");
                },
                "aria-labelledby",
                "areas");
    }

    private void writeExplanation(Html html) {
        String name = standing.first().map(row -> text(row, "indicator_name")).orElse("");
        int have = standing.first().map(row -> count(row, "areas_have")).orElse(0);
        html.element(
                "p",
                hasTasks
                        ? language.of(
                                "盟市只按分解到自己的任务评判，见“分解到盟市的任务”；这里不评判。",
                                "An area is judged by the tasks given to it alone, see there; not here.")
                        : language.of(
                                "自治区目标没有分解到盟市，因此这里不评判盟市。",
                                "The region's targets are not shared out, so no area is judged here."));
        html.element(
                "p",
                have == 0
                        ? language.of(name + "本期没有盟市上报数。", "No area has reported the leading figure of this period.")
                        : language.of(
                                "大字为" + name + "累计增速（盟市上报数），小字为累计额及其占已入库" + have + "个盟市合计的比重。",
                                "Large: growth of fixed-asset investment since January, as the area reported it."
                                        + " Small: the amount and its share of the " + have + " areas published."));
        html.element(
                "p",
                language.of(
                        "“报表”为本年截至本期应报的份数中已入库的，另计被退回和逾期未报的。",
                        "Forms: of those due this year, how many are published, returned and overdue."));
        html.element(
                "p",
                language.of(
                        "盟市合计应报" + total("forms_asked") + "份：入库" + total("forms_published") + "份，退回"
                                + total("forms_held") + "份，未报" + total("forms_missing") + "份。",
                        "All areas: " + total("forms_asked") + " forms due, " + total("forms_published")
                                + " published, " + total("forms_held") + " returned, " + total("forms_missing")
                                + " missing."));
    }

    private void writeTile(Html html, Map<String, @Nullable Object> row) {
        html.in(
                "li",
                () -> {
                    html.element("h3", text(row, "area_name"));
                    html.element("span", growth(row, language), "class", "figure");
                    html.element("span", amount(row), "class", "small");
                    html.in("span", () -> Reporting.of(row).writeTo(html, language));
                    html.element("span", forms(row), "class", "small");
                },
                "class",
                "area-" + text(row, "area_code"));
    }

    int total(String column) {
        return standing.rows().stream().mapToInt(row -> count(row, column)).sum();
    }

    static String growth(Map<String, @Nullable Object> row, Language language) {
        return row.get("growth") instanceof BigDecimal growth
                ? (growth.signum() > 0 ? "+" : "")
                        + growth.setScale(Math.max(1, growth.scale()), RoundingMode.UNNECESSARY)
                                .toPlainString()
                        + "%"
                : language.of("无数据", "no data");
    }

    private String amount(Map<String, @Nullable Object> row) {
        if (row.get("amount") instanceof BigDecimal amount
                && row.get("amount_of_areas") instanceof BigDecimal whole
                && whole.signum() > 0) {
            BigDecimal share = amount.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
            BigDecimal written = amount.movePointLeft(HUNDRED_MILLION).setScale(1, RoundingMode.HALF_UP);
            return language.of(
                    written.toPlainString() + "亿元 · 占" + share.toPlainString() + "%",
                    written.movePointLeft(1).toPlainString() + " bn yuan · " + share.toPlainString() + "%");
        }
        return language.of("累计额无数据", "no amount");
    }

    private String forms(Map<String, @Nullable Object> row) {
        StringBuilder forms = new StringBuilder(
                language.of("报表", "forms ") + count(row, "forms_published") + "/" + count(row, "forms_asked"));
        if (count(row, "forms_held") > 0) {
            forms.append(language.of(" · 退回", " · returned ")).append(count(row, "forms_held"));
        }
        if (count(row, "forms_missing") > 0) {
            forms.append(language.of(" · 未报", " · missing ")).append(count(row, "forms_missing"));
        }
        return forms.toString();
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return ScorecardLine.plain(row.get(column));
    }

    static int count(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number number ? number.intValue() : 0;
    }
}
