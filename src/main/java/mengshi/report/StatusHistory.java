package mengshi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a target month by month. A month that was missed stays so, whatever came later, and where a revision
 * made it good, that it was missed at first is said.
 */
record StatusHistory(List<Month> months) {

    /** A month, 1 to 12, what is said of it now and what was said of it at first. */
    record Month(int number, Verdict verdict, Verdict atFirst) {

        boolean isMissed() {
            return isMissed(verdict);
        }

        boolean wasEverMissed() {
            return isMissed(verdict) || isMissed(atFirst);
        }

        private static boolean isMissed(Verdict verdict) {
            return verdict == Verdict.WATCH || verdict == Verdict.BEHIND;
        }

        /** What cannot be judged is a dot: it is no result. */
        String shape() {
            return verdict == Verdict.CANNOT_JUDGE ? "·" : new VerdictMark(verdict).shape();
        }

        String name(Language language) {
            return StatusHistory.name(number, language);
        }
    }

    private static final List<String> NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** A month, 1 to 12, as a language calls it. */
    static String name(int month, Language language) {
        return language.of(month + "月", NAMES.get(month - 1));
    }

    static StatusHistory of(List<Map<String, @Nullable Object>> rows) {
        return new StatusHistory(rows.stream()
                .filter(row -> ScorecardLine.plain(row.get("period")).matches("\\d{4}-\\d{2}"))
                .map(row -> {
                    Verdict now = Verdict.valueOf(ScorecardLine.plain(row.get("verdict")));
                    String first = ScorecardLine.plain(row.get("verdict_at_first"));
                    return new Month(
                            Integer.parseInt(
                                    ScorecardLine.plain(row.get("period")).substring(5)),
                            now,
                            first.isEmpty() ? now : Verdict.valueOf(first));
                })
                .toList());
    }

    /** Whether the months say more than the last of them does. */
    boolean isEventful() {
        return months.stream().map(Month::verdict).distinct().count() > 1;
    }

    /** The months before the last that were missed, in words; empty where there is none. */
    String missedBefore(Language language) {
        List<Month> before = months.subList(0, Math.max(0, months.size() - 1));
        String missed = runs(before.stream().filter(Month::isMissed).toList(), language, Month::shape);
        String atFirst = runs(
                before.stream()
                        .filter(month -> month.wasEverMissed() && !month.isMissed())
                        .toList(),
                language,
                month -> new VerdictMark(month.atFirst()).shape() + language.of("（初评）", " (at first)"));
        if (missed.isEmpty() && atFirst.isEmpty()) {
            return "";
        }
        Verdict last = months.get(months.size() - 1).verdict();
        boolean isMadeGood = last == Verdict.ACHIEVED || last == Verdict.AHEAD || last == Verdict.ON_PACE;
        return language.of("曾未达要求：", "missed before: ")
                + Stream.of(missed, atFirst)
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining(language.of("，", ", ")))
                + (isMadeGood ? language.of("，现已追上", "; made good since") : "");
    }

    /** What was said of the months, for those who hear the page; silent of those that could not be judged. */
    String said(Language language) {
        return runs(
                months.stream()
                        .filter(month -> month.verdict() != Verdict.CANNOT_JUDGE)
                        .toList(),
                language,
                month -> language.of(
                        month.verdict().chinese(), " " + month.verdict().english()));
    }

    /** Months that follow each other and of which the same is said, told at once. */
    private static String runs(List<Month> chosen, Language language, Function<Month, String> saying) {
        List<String> runs = new ArrayList<>();
        for (int begin = 0, next; begin < chosen.size(); begin = next) {
            next = begin + 1;
            String said = saying.apply(chosen.get(begin));
            while (next < chosen.size()
                    && chosen.get(next).number() == chosen.get(next - 1).number() + 1
                    && saying.apply(chosen.get(next)).equals(said)) {
                next++;
            }
            Month first = chosen.get(begin);
            Month last = chosen.get(next - 1);
            runs.add((first.equals(last) ? "" : language.of(first.number() + "—", first.name(language) + "–"))
                    + last.name(language)
                    + said);
        }
        return String.join(language.of("，", ", "), runs);
    }

    /** The marks of the months side by side, each below its month; those that were missed apart, for their colour. */
    void writeTo(Html html) {
        write(html, Month::isMissed, "m");
        write(html, Predicate.not(Month::isMissed), "");
    }

    private void write(Html html, Predicate<Month> such, String styleClass) {
        List<Month> chosen = months.stream().filter(such).toList();
        if (chosen.isEmpty()) {
            return;
        }
        String places = chosen.stream()
                .map(month -> String.valueOf(Sparkline.place(month.number())))
                .collect(Collectors.joining(" "));
        String marks = chosen.stream().map(Month::shape).collect(Collectors.joining());
        if (styleClass.isEmpty()) {
            html.element("text", marks, "x", places);
        } else {
            html.element("text", marks, "class", styleClass, "x", places);
        }
    }
}
