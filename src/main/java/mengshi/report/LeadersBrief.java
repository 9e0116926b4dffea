package mengshi.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mengshi.model.Severity;
import mengshi.targets.Verdict;
import org.jspecify.annotations.Nullable;

/** One A4 page for those who have a minute: five questions, three lines each, out of the same edition as the scorecard. */
public record LeadersBrief(Edition edition) {

    private static final int NAMED = 3;

    /** The page in UTF-8. */
    public byte[] html() {
        Html html = new Html();
        html.in(
                "html",
                () -> {
                    html.in("head", () -> {
                        html.empty("meta", "charset", "utf-8");
                        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", ScorecardPage.POLICY);
                        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
                        html.element("title", heading() + " " + edition.span());
                        html.style(StyleSheet.of("scorecard"));
                        html.style(StyleSheet.of("brief"));
                    });
                    html.in("body", () -> writeBody(html));
                },
                "lang",
                edition.language().tag());
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String heading() {
        return say("政府工作报告目标进度简报", "Government Work Report: targets in brief");
    }

    private void writeBody(Html html) {
        html.in("header", () -> {
            html.in("h1", () -> html.text(heading() + " ").element("span", edition.span()));
            html.element(
                    "p",
                    say("发布编号 ", "Publication ")
                            + edition.stamp("publication_id")
                            + say("，数据截止 ", ", data up to ")
                            + edition.stamp("facts_closed_at"),
                    "class",
                    "small");
        });
        html.in("main", () -> {
            if (edition.card().isEmpty()) {
                html.element("p", say("这一期还没有评判结果。", "Nothing is judged for this period yet."));
                return;
            }
            BulletChart.writeShapes(html);
            new HeadlineCards(edition).writeTo(html);
            write(html, say("总体", "Overall"), overall());
            write(html, say("滞后与关注", "Behind and on watch"), behind());
            write(html, say("年末推算与盟市贡献", "The year's end, and the areas"), ahead());
            write(html, say("不能评判", "What cannot be judged"), notJudged());
            write(html, say("数据质量与覆盖", "Data quality and coverage"), quality());
        });
    }

    private static void write(Html html, String title, List<String> lines) {
        html.in("section", () -> {
            html.element("h2", title);
            html.in("ul", () -> lines.forEach(line -> html.element("li", line)), "class", "method");
        });
    }

    private List<String> overall() {
        Map<Verdict, Integer> counts = edition.card().counts();
        return List.of(
                new Tally(edition.card()).said(edition.language()),
                counts.entrySet().stream()
                        .map(entry -> new VerdictMark(entry.getKey()).shape() + " "
                                + say(entry.getKey().chinese(), entry.getKey().english()) + " " + entry.getValue())
                        .collect(Collectors.joining(say("，", ", "))),
                revised());
    }

    private String revised() {
        int figures = edition.beside()
                .figureRevisions()
                .first()
                .map(row -> AreaTiles.count(row, "revisions"))
                .orElse(0);
        long verdicts = edition.beside().verdictRevisions().rows().size();
        return figures + verdicts == 0
                ? say("本期没有修订。", "Nothing of this period was revised.")
                : say(
                        "修订：本期评判结果变动" + verdicts + "次，本年数据更正" + figures + "处。",
                        "Revised: " + verdicts + " results of this period, " + figures + " figures of this year.");
    }

    private List<String> behind() {
        List<WordedLine> behind = such(line -> line.verdict() == Verdict.BEHIND);
        List<WordedLine> watched = such(line -> line.verdict() == Verdict.WATCH);
        return List.of(
                say("▼ 滞后", "▼ Behind, ") + counted(behind) + others(behind),
                say("◆ 关注", "◆ On watch, ") + counted(watched),
                say("两种进度结论不同的", "Both paces lead to different verdicts for ")
                        + such(line -> line.line().text("verdict_reason").contains("PACES_DIFFER")
                                        || line.verdict() == Verdict.PACES_DISAGREE)
                                .size()
                        + say("项，各写在记分卡的评判下。", " targets; the scorecard says so with each."));
    }

    private List<String> ahead() {
        List<Projection> projections = Projection.of(edition);
        List<Projection> falling =
                projections.stream().filter(one -> one.missing() == 2).toList();
        List<WordedLine> madeGood = such(line -> !line.verdict().equals(Verdict.WATCH)
                && !line.verdict().equals(Verdict.BEHIND)
                && !edition.statusOf(line.id()).missedBefore(edition.language()).isEmpty());
        return List.of(
                say("推算（不是实绩）：照目前进度到年末达不到的", "Projected, not fact: short at the year's end, ") + projected(falling),
                say("曾未达要求、现不再落后的", "Missed earlier and no longer behind, ") + counted(madeGood),
                say("拉动最大和最小的盟市：", "Areas that contribute most and least to growth: ") + strongest());
    }

    private String projected(List<Projection> falling) {
        if (falling.isEmpty()) {
            return say("0项。", "none.");
        }
        String named = falling.stream()
                .limit(NAMED)
                .map(one -> one.line().indicator() + " " + one.said() + say("（目标", " (target ")
                        + one.line().target() + say("）", ")"))
                .collect(Collectors.joining(say("；", "; ")));
        return falling.size() + say("项：", ": ") + named + (falling.size() > NAMED ? say("等。", " …") : say("。", "."));
    }

    private String strongest() {
        String named = new ContributionTables(edition)
                .headline().values().stream()
                        .map(rows -> {
                            Map<String, @Nullable Object> first = rows.get(0);
                            return ScorecardLine.plain(first.get(say("indicator_name", "indicator_name_en"))) + " "
                                    + points(first) + say("、", ", ") + points(rows.get(rows.size() - 1));
                        })
                        .collect(Collectors.joining(say("；", "; ")));
        return named.isEmpty() ? say("本期无数据。", "no data.") : named + say("（百分点）。", " (points).");
    }

    private String points(Map<String, @Nullable Object> row) {
        return ScorecardLine.plain(row.get(say("area_name", "area_name_en"))) + " "
                + ContributionTables.signed(ContributionTables.rounded(row.get("contribution_points"), 2));
    }

    private List<String> notJudged() {
        List<WordedLine> none = such(line -> line.verdict() == Verdict.CANNOT_JUDGE);
        long never =
                none.stream().filter(line -> line.line().canNeverBeJudged()).count();
        String reasons =
                none.stream()
                        .collect(Collectors.groupingBy(WordedLine::reason, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(NAMED)
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(say("，", ", ")));
        return List.of(
                say(
                        "共" + none.size() + "项，其中" + never + "项按目录不能评判，" + (none.size() - never) + "项只是本期不能。",
                        none.size() + " in all: " + never + " never, by the catalogue; " + (none.size() - never)
                                + " only in this period."),
                say("主要原因：", "Mostly: ") + reasons + say("。", "."),
                say("主要预期目标中：", "Of the headline targets: ")
                        + counted(none.stream()
                                .filter(line -> line.line().text("section").equals(Edition.HEADLINE))
                                .toList()));
    }

    private List<String> quality() {
        AreaTiles tiles = AreaTiles.of(edition);
        int asked = tiles.total("forms_asked");
        int held = tiles.total("forms_held");
        int missing = tiles.total("forms_missing");
        List<WordedLine> partial = such(line -> {
            String[] parts = line.line().text("coverage").split("/", 2);
            return parts.length == 2 && !parts[0].equals(parts[1]);
        });
        return List.of(
                say(
                        "盟市应报" + asked + "份：入库" + tiles.total("forms_published") + "份，退回" + held + "份，未报" + missing
                                + "份。",
                        asked + " forms due from the areas: " + tiles.total("forms_published") + " published, " + held
                                + " returned, " + missing + " missing."),
                say("盟市未报齐的目标", "Targets without all areas: ") + counted(partial),
                say(
                        "未了结的审核问题：强制性" + open(Severity.ERROR) + "件，核实性" + open(Severity.WARNING) + "件。",
                        "Open findings: " + open(Severity.ERROR) + " hard, " + open(Severity.WARNING) + " soft."));
    }

    private int open(Severity severity) {
        return edition.beside().findings().rows().stream()
                .filter(row -> severity.name().equals(row.get("severity")))
                .mapToInt(row -> AreaTiles.count(row, "findings"))
                .sum();
    }

    private List<WordedLine> such(Predicate<WordedLine> condition) {
        return edition.lines().stream().filter(condition).toList();
    }

    /** How many, and the first few by name with what they have to show. */
    private String counted(List<WordedLine> lines) {
        if (lines.isEmpty()) {
            return say("0项。", "none.");
        }
        String named = lines.stream().limit(NAMED).map(this::named).collect(Collectors.joining(say("；", "; ")));
        boolean more = lines.size() > NAMED;
        return say(lines.size() + "项：", lines.size() + ": ") + named + (more ? say("等。", " …") : say("。", "."));
    }

    /** Those that {@link #counted} leaves unnamed, by name alone. */
    private String others(List<WordedLine> lines) {
        if (lines.size() <= NAMED) {
            return "";
        }
        return say("其余：", " Also: ")
                + lines.stream()
                        .skip(NAMED)
                        .map(WordedLine::indicator)
                        .distinct()
                        .collect(Collectors.joining(say("、", ", ")))
                + say("。", ".");
    }

    private String named(WordedLine line) {
        String figure = line.actual().isEmpty() ? "" : " " + line.actual();
        String why =
                line.verdict() == Verdict.CANNOT_JUDGE || line.required().isEmpty() ? line.reason() : line.required();
        String said = say("目标", "target ") + line.target() + (why.isEmpty() ? "" : say("，", ", ") + why);
        return line.indicator() + figure + say("（", " (") + said + say("）", ")");
    }

    private String say(String chinese, String english) {
        return edition.language().of(chinese, english);
    }
}
