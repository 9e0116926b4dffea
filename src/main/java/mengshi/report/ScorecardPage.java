package mengshi.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import mengshi.report.TargetTables.Detail;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as one HTML file that needs nothing else: no script, no network, no font. It holds the stamp of its
 * publication and no other moment, so the same publication gives the same bytes.
 *
 * @param map drawn above the tiles of the areas, with as many points as the page has room for; null for none
 */
public record ScorecardPage(Edition edition, @Nullable AreaMap map) {

    public ScorecardPage(Edition edition) {
        this(edition, null);
    }

    /** A page that is larger is slow to open over a poor line and cannot be sent along. */
    static final int MOST_BYTES = 150 * 1024;

    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    /** What labels, caption and the paths' names take at most. */
    private static final int MAP_WITHOUT_BORDERS = 4096;

    /** Borders of fewer bytes are hard to know again. */
    private static final int LEAST_OF_A_MAP = 5 * 1024;

    /** The stamp's parts: label and column of the publication. */
    private static final List<List<String>> STAMP = List.of(
            List.of("发布编号", "Publication", "publication_id"),
            List.of("数据截止", "Data up to", "facts_closed_at"),
            List.of("评判时间", "Judged at", "judged_at"));

    /** What the verdicts were given by, for whoever has to give them again. */
    private static final List<List<String>> VERSIONS = List.of(
            List.of("目标目录版本", "Catalogue", "catalogue_version"),
            List.of("审核规则版本", "Rule book", "rule_book_version"),
            List.of("报表制度版本", "Forms", "form_version"));

    /**
     * The page in UTF-8. What is drawn, beside figures and words that stay, gives way where the page would grow too large:
     * first the months, then the bars.
     *
     * @throws MapRefused if the map has too many borders for the page
     */
    public byte[] html() {
        AreaMap complete = edition.card().isEmpty() ? null : map;
        int asked = complete == null ? MOST_BYTES : MOST_BYTES - MAP_WITHOUT_BORDERS - LEAST_OF_A_MAP;
        Detail detail = Detail.LINES_AND_MARKS;
        byte[] bare = html(detail, html -> {});
        while (bare.length > asked && detail != Detail.FIGURES) {
            detail = Detail.values()[detail.ordinal() + 1];
            bare = html(detail, html -> {});
        }
        if (complete == null) {
            return bare;
        }
        AreaMap drawn = complete.within(MOST_BYTES - bare.length - MAP_WITHOUT_BORDERS);
        return html(
                detail, html -> drawn.writeTo(html, edition.beside().areas(), edition.language(), complete.points()));
    }

    private byte[] html(Detail detail, Consumer<Html> drawing) {
        Html html = new Html();
        html.in(
                "html",
                () -> {
                    html.in("head", () -> writeHead(html));
                    html.in("body", () -> writeBody(html, detail, drawing));
                },
                "lang",
                edition.language().tag());
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeHead(Html html) {
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", heading() + " " + edition.span());
        html.style(StyleSheet.of("scorecard"));
        if (edition.language() == Language.ENGLISH) {
            html.style(StyleSheet.of("scorecard-en"));
        }
    }

    private String heading() {
        return edition.language().of("政府工作报告目标进度记分卡", "Government Work Report: scorecard of targets");
    }

    private void writeBody(Html html, Detail detail, Consumer<Html> drawing) {
        html.in("header", () -> {
            html.in("h1", () -> html.text(heading() + " ").element("span", edition.span()));
            writeStamp(html, STAMP);
            if (!edition.card().isEmpty()) {
                html.element("p", new Tally(edition.card()).said(edition.language()), "class", "lead");
            }
        });
        if (!edition.card().isEmpty()) {
            writeWays(html);
        }
        html.in("main", () -> {
            if (edition.card().isEmpty()) {
                html.element("p", say("这一期还没有评判结果。", "Nothing is judged for this period yet."));
                return;
            }
            BulletChart.writeShapes(html);
            new HeadlineCards(edition).writeTo(html);
            new Tally(edition.card()).writeTo(html, edition.language());
            new ShortfallLists(edition).writeTo(html);
            new CatalogueTable(edition).writeTo(html);
            AreaTiles.of(edition).writeTo(html, () -> drawing.accept(html));
            new AssignedTable(edition).writeTo(html);
            new ContributionTables(edition).writeTo(html);
            new ProjectionTable(edition).writeTo(html);
            new DualTable(edition).writeTo(html);
            new TargetTables(edition, detail).writeTo(html);
            new RevisionTables(edition).writeTo(html);
            new FindingTable(edition.beside().findings(), edition.language()).writeTo(html);
            new Method(edition.language()).writeTo(html, detail);
        });
        html.in("footer", () -> {
            writeStamp(html, VERSIONS);
            html.element(
                    "p",
                    say(
                            "本页只记发布时刻，不记打印时刻；同一发布编号的页面逐字节相同。每个数都可用mengshi trace追溯到报表单元格。",
                            "This page bears the moment of its publication, not of its printing; the same publication"
                                    + " gives the same bytes. mengshi trace leads from every figure to its cell."));
        });
    }

    /** The page's parts, to go there at once. */
    private void writeWays(Html html) {
        html.in(
                "nav",
                () -> {
                    way(html, "counts", say("总览", "Overview"));
                    way(html, "behind", say("落后的目标", "Shortfalls"));
                    way(html, "catalogue", say("各部分", "Sections"));
                    way(html, "areas", say("盟市", "Areas"));
                    way(html, "contribution", say("贡献", "Contributions"));
                    way(html, "projection", say("年末推算", "Projection"));
                    edition.sections()
                            .keySet()
                            .forEach(section -> way(html, TargetTables.anchor(section), edition.title(section)));
                    way(html, "revisions", say("修订", "Revisions"));
                    way(html, "findings", say("审核问题", "Findings"));
                    way(html, "legend", say("评判方法", "Method"));
                },
                "aria-label",
                say("本页内容", "On this page"));
    }

    private static void way(Html html, String anchor, String name) {
        html.element("a", name, "href", "#" + anchor).text(" ");
    }

    private String say(String chinese, String english) {
        return edition.language().of(chinese, english);
    }

    private void writeStamp(Html html, List<List<String>> parts) {
        html.in(
                "dl",
                () -> parts.forEach(part -> html.in("div", () -> html.element("dt", say(part.get(0), part.get(1)))
                        .element("dd", edition.stamp(part.get(2))))),
                "class",
                "stamp");
    }
}
