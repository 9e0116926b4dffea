package mengshi.report;

import java.util.ArrayList;
import java.util.List;

/** What the year would come to by both paces, marked as the projection it is; what would fall short stands first. */
record ProjectionTable(Edition edition) {

    /** As many as a page shows; the workbook has all. */
    static final int MOST = 30;

    void writeTo(Html html) {
        Language language = edition.language();
        List<Projection> projections = Projection.of(edition);
        html.in(
                "section",
                () -> {
                    html.element(
                            "h2",
                            language.of("年末推算（不是实绩）", "Projection to the year's end (not fact)"),
                            "id",
                            "projection");
                    html.element("p", explanation(language, projections));
                    if (!projections.isEmpty()) {
                        write(html, language, projections);
                    }
                },
                "class",
                "projection",
                "aria-labelledby",
                "projection");
    }

    private static String explanation(Language language, List<Projection> projections) {
        if (projections.isEmpty()) {
            return language.of("本期没有可推算的目标。", "Nothing can be projected in this period.");
        }
        long falls = projections.stream().filter(one -> one.missing() == 2).count();
        long partly = projections.stream().filter(one -> one.missing() == 1).count();
        return language.of(
                "照目前的进度推到年末，可推算的" + projections.size() + "项中" + falls + "项达不到，" + partly
                        + "项两种推算结论不同。按时间：实际数×12÷已过月数；按上年：实际数÷上年同期占全年的比重。"
                        + (hasBands(projections) ? "区间取有记录的各年比重的最高与最低。" : "只有一年的记录，不给区间。")
                        + "盟市未报齐、尚未到产出季节和已完成的不推算。",
                "If the year goes on as it did, " + falls + " of the " + projections.size()
                        + " targets that can be projected fall short, and for " + partly
                        + " the two paces lead to different ends. By time: the figure × 12 ÷ months gone by. By last"
                        + " year: the figure ÷ last year's share by the same month. "
                        + (hasBands(projections)
                                ? "The band is drawn by the highest and the lowest share of the years on record."
                                : "One year on record gives no band.")
                        + " Nothing is projected where areas are missing, out of season, or what is achieved already.");
    }

    private static boolean hasBands(List<Projection> projections) {
        return projections.stream().anyMatch(one -> !one.band().isEmpty());
    }

    private static void write(Html html, Language language, List<Projection> projections) {
        boolean hasBands = hasBands(projections);
        List<String> columns = new ArrayList<>(List.of(
                language.of("指标", "Indicator"),
                language.of("目标", "Target"),
                language.of("推算：按时间", "Projected by time"),
                language.of("推算：按上年", "Projected by last year"),
                language.of("照此推算", "If so")));
        if (hasBands) {
            columns.add(columns.size() - 1, language.of("区间", "Band"));
        }
        html.table(language.of("年末推算数与目标", "Projected figures and targets"), false, columns, () -> projections.stream()
                .limit(MOST)
                .forEach(one -> html.in("tr", () -> {
                    html.in("th", () -> one.line().writeLink(html), "scope", "row");
                    html.element("td", one.line().target());
                    html.element("td", one.said("projected_time"));
                    html.element("td", one.said("projected_profile"));
                    if (hasBands) {
                        html.element("td", one.band());
                    }
                    html.element("td", one.conclusion());
                })));
        if (projections.size() > MOST) {
            html.element(
                    "p",
                    language.of(
                            "共" + projections.size() + "项，上列" + MOST + "项，达不到的在前；全部见工作簿“推算”表。",
                            "The first " + MOST + " of " + projections.size()
                                    + ", those that fall short in front; all of them stand in the workbook."));
        }
    }
}
