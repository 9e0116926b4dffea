package mengshi.report;

import java.util.List;
import mengshi.targets.Verdict;

/** What is not where it should be by now, in short and leading to its row: the question asked first after the headlines. */
record ShortfallLists(Edition edition) {

    void writeTo(Html html) {
        Language language = edition.language();
        html.in(
                "section",
                () -> {
                    html.element("h2", language.of("落后的目标", "Targets that fall short"), "id", "behind");
                    write(html, Verdict.BEHIND);
                    write(html, Verdict.WATCH);
                },
                "aria-labelledby",
                "behind");
    }

    private void write(Html html, Verdict verdict) {
        Language language = edition.language();
        List<WordedLine> lines = edition.lines().stream()
                .filter(line -> line.verdict() == verdict)
                .toList();
        html.in("h3", () -> {
            new VerdictMark(verdict).writeTo(html, language);
            html.text(language.of(lines.size() + "项", " " + lines.size()));
        });
        if (lines.isEmpty()) {
            return;
        }
        html.in(
                "ul",
                () -> lines.forEach(line -> html.in("li", () -> {
                    line.writeLink(html);
                    html.text(" " + stands(line));
                })),
                "class",
                "short");
    }

    private static String stands(WordedLine line) {
        String target = line.language().of("目标", "target ") + line.target();
        return line.actual().isEmpty()
                ? target
                : line.actual() + line.language().of("，", ", ") + target;
    }
}
