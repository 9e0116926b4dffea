package mengshi.report;

import java.util.Locale;
import mengshi.targets.Verdict;

/** How a page shows a verdict: a shape and the word, and a class for the colour, which says nothing of its own. */
record VerdictMark(Verdict verdict) {

    /** One character that every font has. */
    String shape() {
        return switch (verdict) {
            case ACHIEVED -> "✓";
            case AHEAD -> "▲";
            case ON_PACE -> "●";
            case WATCH -> "◆";
            case BEHIND -> "▼";
            case PACES_DISAGREE -> "≠";
            case CANNOT_JUDGE -> "?";
        };
    }

    /** What it says of a target, for the legend; where the bands lie is the catalogue's business. */
    String meaning(Language language) {
        return language == Language.CHINESE ? chinese() : english();
    }

    private String english() {
        return switch (verdict) {
            case ACHIEVED ->
                "the target is met; of growth, ratios and ranks this is said only in the year's last period";
            case AHEAD -> "clearly ahead of what is due by now";
            case ON_PACE -> "what is due by now is reached";
            case WATCH -> "a little short of what is due by now";
            case BEHIND -> "short of what is due by now";
            case PACES_DISAGREE -> "the two paces lead to different verdicts, and both decide";
            case CANNOT_JUDGE -> "no verdict, and the reason why";
        };
    }

    private String chinese() {
        return switch (verdict) {
            case ACHIEVED -> "已达到目标值；速度、比例、位次类只在全年最后一期认定";
            case AHEAD -> "明显快于应达进度";
            case ON_PACE -> "达到应达进度";
            case WATCH -> "略低于应达进度";
            case BEHIND -> "低于应达进度";
            case PACES_DISAGREE -> "时间进度与上年进度得出的结论不同，且目录规定两者并用";
            case CANNOT_JUDGE -> "不下结论，并写明原因";
        };
    }

    void writeTo(Html html, Language language) {
        html.in(
                "span",
                () -> html.element("i", shape(), "aria-hidden", "true")
                        .text(" " + language.of(verdict.chinese(), verdict.english())),
                "class",
                "verdict " + styleClass());
    }

    String styleClass() {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
