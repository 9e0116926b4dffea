package mengshi.report;

import java.util.Arrays;
import java.util.List;
import mengshi.report.TargetTables.Detail;
import mengshi.targets.Verdict;

/** What the marks mean and how a verdict comes about, in plain words. */
record Method(Language language) {

    private static final List<String> CHINESE = List.of(
            "完成：实际数占全年目标的百分比。应达：到本期应完成全年目标的百分比，总量类目标总是按时间和按上年同期各算一种。",
            "按时间：已过月份占全年的比例。按上年：上年同期占上年全年的比例。由哪一种决定评判，目标目录逐项规定；两者结论不同的，在评判下注明。",
            "速度、比例、指数、位次类目标直接与目标值比较，没有进度。“左右”按目录写明的容差认定。评判的界限由目标目录规定，其版本与记分卡一并印出。",
            "自治区数：先用自治区公布数；没有的，用盟市数相加，并写明已报的盟市数；盟市未报齐的不按零计，除非已报数已足以下结论，否则无法判断。增速不取简单平均。",
            "“–”表示不适用或没有数据。");

    private static final List<String> ENGLISH = List.of(
            "Reached: the figure as a part of the whole year's target. Due: the part of it that should be reached by"
                    + " now; for volumes it is always worked out by the time gone by and by last year.",
            "By time: months gone by out of twelve. By last year: the part of last year's total that was reached by"
                    + " the same month. Which one decides, the catalogue says target by target; where the two differ, it"
                    + " is said.",
            "Growth, ratios, indices and ranks are compared with the target itself. What “about” allows and where the"
                    + " bands lie is written in the catalogue, whose version is printed with the scorecard.",
            "The region's own figure comes first; else the areas are added up and the number of areas is shown. A"
                    + " missing area is never zero; a mean of rates is never computed.",
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
        return language.of("为使本页不超过150KB，“目标逐项”中", "So that the page keeps within 150 KB, the tables of targets have ")
                + switch (detail) {
                    case LINES_AND_MARKS, MARKS ->
                        language.of(
                                "只画各月标记，不画逐月线；各月数见工作簿和数据文件。",
                                "marks only for the months; the figures stand in the workbook and the data files.");
                    case BARS ->
                        language.of(
                                "不画逐月情况；曾未达要求的月份仍写明。",
                                "no drawing of the months; those that were missed are told all the same.");
                    case FIGURES ->
                        language.of(
                                "不画逐月情况和条形图；曾未达要求的月份仍写明。",
                                "neither bars nor drawings of the months; those that were missed are told all the"
                                        + " same.");
                };
    }

    List<String> sentences() {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }
}
