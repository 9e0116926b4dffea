package mengshi.report;

import java.util.List;
import mengshi.model.Measure;
import mengshi.targets.Target;

/**
 * How a kind of target is worked out, and of which figures.
 *
 * @param words for people
 * @param measures what is looked at
 */
record Formula(String words, List<Measure> measures) {

    static Formula of(Target.Kind kind) {
        return switch (kind) {
            case VOLUME ->
                new Formula(
                        "完成 = 实际 ÷ 目标；进度 = 实际 ÷ 应达（越低越好的为 2 − 实际 ÷ 应达）；按时间应达 = 目标 × 月数 ÷ 12；按上年应达 = 目标 × 上年同期 ÷ 上年全年",
                        List.of(Measure.YTD));
            case LEVEL ->
                new Formula(
                        "应达 = 上年末 + (目标 − 上年末) × 月数 ÷ 12；进度 = 实际 ÷ 应达（越低越好的为倒数）", List.of(Measure.END, Measure.YTD));
            case GROWTH ->
                new Formula(
                        "自治区公布增速；没有的，Σ 累计 ÷ Σ 上年同期（优先同口径）− 1；仍没有的，盟市增速按上年同期加权；与目标相差的百分点",
                        List.of(Measure.YOY_YTD, Measure.YTD, Measure.YTD_LY, Measure.YTD_LY_COMP));
            case RATIO -> new Formula("自治区公布比率；没有的，Σ 分子 ÷ Σ 分母", List.of(Measure.YTD));
            case MEAN -> new Formula("自治区各月公布数的平均", List.of(Measure.MONTH));
            case INDEX -> new Formula("自治区公布的累计涨幅，与目标相差的百分点", List.of(Measure.YOY_YTD));
            case RANK -> new Formula("公布的位次，数小为好", List.of(Measure.END));
            case RELATION -> new Formula("同一时期两项公布增速之差", List.of(Measure.YOY_YTD));
            case MILESTONE -> new Formula("已报阶段与须达阶段比较：开工 < 在建 < 完工 < 验收", List.of(Measure.STAGE));
            case EXTERNAL -> new Formula("国家下达的指标，报告没有数值", List.of(Measure.YTD));
        };
    }
}
