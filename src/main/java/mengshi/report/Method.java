package mengshi.report;

import java.util.Arrays;
import java.util.List;
import mengshi.report.TargetTables.Detail;
import mengshi.targets.Verdict;

/** What the marks mean and how a verdict comes about, in plain words. */
record Method(Language language) {

    private static final List<String> CHINESE = List.of(
            "完成：实际数占全年目标的百分比。总量类目标总是同时计算两种进度，数值为实际数占应达数的百分比，100%即正好达到进度。",
            "条形图：条为实际数，竖线为目标值，到目标的150%为止；上方▼为按时间应达之处，下方▲为按上年进度应达之处。逐月线：由决定评判的进度（没有进度的为实际数）连成，虚线为应达的水平，圆点为本期；下方为各月的评判标记，红色为未达要求的月份，之后追上也不抹去，“·”为当月无法判断。",
            "时间进度：应达数按已过月份占全年的比例计算。上年进度：应达数按上年同期占上年全年的比例计算。由哪一种决定评判，目标目录逐项规定；两者结论不同的，在评判下注明。",
            "速度、比例、指数、位次类目标直接与目标值比较，没有进度。“左右”按目录写明的容差认定。评判的界限由目标目录规定，版本见页首。",
            "自治区数：先用自治区公布数；没有的，用盟市数相加，覆盖栏写明已报盟市数；盟市未报齐的不按零计，除非已报数已足以下结论，否则无法判断。增速不取简单平均。",
            "“–”表示不适用或没有数据。");

    private static final List<String> ENGLISH = List.of(
            "Reached: the figure as a part of the whole year's target. Volumes always have two paces; 100% is exactly what is"
                    + " asked for by now.",
            "Bullet: the bar is the figure, the upright line the target, the scale ends at 150% of it; the triangle above is"
                    + " where the time gone by asks the bar to end, the one below where last year's profile does. Months: the"
                    + " pace that decides, or the figure where there is none; dotted is what is asked for, the dot is now."
                    + " Below stands the mark of every month; a month that was missed is red and stays so, whatever comes"
                    + " later; · is a month that could not be judged.",
            "Time: months gone by out of twelve. Last year: the part of last year's total that was reached by the same month."
                    + " Which one decides, the catalogue says target by target; where the two differ, it is said.",
            "Growth, ratios, indices and ranks are compared with the target itself. What “about” allows and where the bands"
                    + " lie is written in the catalogue, whose version stands above.",
            "The region's own figure comes first; else the areas are added up and the number of areas is shown. A missing"
                    + " area is never zero; a mean of rates is never computed.",
            "– means not applicable, or no data.");

    void writeTo(Html html, Detail detail) {
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("图例与评判方法", "Marks and method"), "id", "legend");
                    html.in(
                            "dl",
                            () -> Arrays.stream(Verdict.values())
                                    .map(VerdictMark::new)
                                    .forEach(mark -> {
                                        html.in("dt", () -> mark.writeTo(html, language));
                                        html.element("dd", mark.meaning(language));
                                    }),
                            "class",
                            "legend");
                    html.in(
                            "ul",
                            () -> {
                                sentences().forEach(sentence -> html.element("li", sentence));
                                if (detail != Detail.LINES_AND_MARKS) {
                                    html.element("li", lessDrawn(detail));
                                }
                            },
                            "class",
                            "method");
                },
                "aria-labelledby",
                "legend");
    }

    private String lessDrawn(Detail detail) {
        return detail == Detail.MARKS
                ? language.of(
                        "为使本页不超过150KB，“目标逐项”中只画各月标记，不画逐月线；各月数见工作簿和数据文件。",
                        "So that the page keeps within 150 KB, months are drawn as marks only in the tables; the figures"
                                + " stand in the workbook and the data files.")
                : language.of(
                        "为使本页不超过150KB，“目标逐项”中不画逐月情况；曾未达要求的月份仍写明。",
                        "So that the page keeps within 150 KB, months are not drawn in the tables; those that were missed"
                                + " are told all the same.");
    }

    List<String> sentences() {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }
}
