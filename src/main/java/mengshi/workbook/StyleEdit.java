package mengshi.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The styles part of a submitted workbook with those of an answer behind its own. Workbooks made from one template have the
 * same styles byte by byte, so those last met are kept.
 */
final class StyleEdit {

    private static final Set<String> VOCABULARY = Set.of(Markup.MAIN);

    /** Excel's own number of the format for text. */
    private static final int TEXT_FORMAT = 49;

    private static final List<ReplyStyle> ALL = ReplyStyle.all();
    private static final String BLUE = "FF0000FF";

    /** What may stand behind the formats of conditions. */
    private static final Set<String> LAST = Set.of("tableStyles", "colors", "extLst");

    private static final int LARGEST_KEPT = 256 * 1024;

    private static volatile @Nullable StyleEdit last;

    private final byte[] submitted;
    private final PartEdit part;
    private final PartReader xml;
    private final Map<String, Integer> counts = new HashMap<>();
    private int firstStyle;
    private int firstCondition = -1;
    private byte[] edited = new byte[0];

    private StyleEdit(byte[] submitted, PartEdit part) {
        this.submitted = submitted;
        this.part = part;
        this.xml = part.xml();
    }

    static StyleEdit of(String name, byte[] content) throws IOException, UnusualPackage, WorkbookRefused {
        StyleEdit known = last;
        if (known != null && Arrays.equals(known.submitted, content)) {
            return known;
        }
        StyleEdit edit = new StyleEdit(content, PartEdit.of(name, content, "styleSheet", VOCABULARY));
        edit.walk();
        edit.edited = edit.part.edited();
        if (content.length <= LARGEST_KEPT) {
            last = edit;
        }
        return edit;
    }

    /** The number by which a cell refers to a style. */
    int number(ReplyStyle style) {
        return firstStyle + ALL.indexOf(style);
    }

    /** The number by which a condition refers to the highlight of a tone. */
    int number(Reply.Tone tone) {
        return firstCondition + tone.ordinal();
    }

    byte[] edited() {
        return edited;
    }

    private void walk() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent root = part.parent();
        int lastAt = -1;
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "fonts" -> group(fonts());
                case "fills" -> group(fills());
                case "borders" -> group(List.of(border()));
                case "cellStyleXfs" -> group(List.of());
                case "cellXfs" -> formats();
                case "dxfs" -> firstCondition = group(conditions());
                default -> lastAt = lastAt < 0 && LAST.contains(xml.name()) ? part.here() : lastAt;
            }
        }
        if (!counts.keySet().containsAll(Set.of("fonts", "fills", "borders", "cellXfs"))) {
            throw xml.unusual("styles without fonts, fills, borders or formats");
        }
        if (firstCondition < 0) {
            firstCondition = 0;
            List<String> added = conditions();
            String group = "<dxfs count=\"" + added.size() + "\">" + String.join("", added) + "</dxfs>";
            if (lastAt < 0) {
                part.append(root, group);
            } else {
                part.insert(lastAt, group);
            }
        }
    }

    /** Puts what is given behind what there is; gives the number of what there was. */
    private int group(List<String> added) throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent group = part.parent();
        PartEdit.Value count = part.value("count");
        int before = 0;
        while (xml.nextChild(2)) {
            before++;
        }
        if (counts.put(group.name(), before) != null) {
            throw xml.unusual(group.name() + " in two places");
        }
        if (!added.isEmpty()) {
            part.append(group, String.join("", added));
            part.replace(count, String.valueOf(before + added.size()));
        }
        return before;
    }

    private void formats() throws IOException, UnusualPackage, WorkbookRefused {
        if (!counts.keySet().containsAll(Set.of("fonts", "fills", "borders"))) {
            throw xml.unusual("formats before what they are made of");
        }
        firstStyle = group(ALL.stream().map(this::format).toList());
    }

    private static List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        for (Reply.Tone tone : Reply.Tone.values()) {
            conditions.add("<dxf><fill><patternFill patternType=\"solid\"><bgColor rgb=\""
                    + ReplyFill.of(tone).written() + "\"/></patternFill></fill></dxf>");
        }
        return conditions;
    }

    private static List<String> fonts() {
        List<String> fonts = new ArrayList<>();
        for (ReplyStyle.Look look : ReplyStyle.Look.values()) {
            boolean link = look == ReplyStyle.Look.LINK;
            fonts.add("<font>" + (ReplyStyle.isBold(look) ? "<b/>" : "") + (link ? "<u/>" : "") + "<sz val=\""
                    + ReplyStyle.points(look) + "\"/>" + (link ? "<color rgb=\"" + BLUE + "\"/>" : "") + "<name val=\""
                    + ReplyStyle.FONT + "\"/><family val=\"3\"/><charset val=\"134\"/></font>");
        }
        return fonts;
    }

    private static List<String> fills() {
        List<String> fills = new ArrayList<>();
        for (ReplyFill fill : ReplyFill.values()) {
            fills.add("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + fill.written()
                    + "\"/></patternFill></fill>");
        }
        return fills;
    }

    private static String border() {
        return "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/>"
                + "<diagonal/></border>";
    }

    private String format(ReplyStyle style) {
        int fill =
                style.fill().map(colour -> before("fills") + colour.ordinal()).orElse(0);
        return "<xf numFmtId=\"" + (style.isText() ? TEXT_FORMAT : 0) + "\" fontId=\""
                + (before("fonts") + style.look().ordinal()) + "\" fillId=\"" + fill + "\" borderId=\""
                + (style.isInTable() ? before("borders") : 0) + "\""
                + (before("cellStyleXfs") > 0 ? " xfId=\"0\"" : "")
                + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\""
                + " applyProtection=\"1\"><alignment"
                + (style.isCentred() ? " horizontal=\"center\"" : "")
                + " vertical=\"" + (style.isOnTop() ? "top" : "center") + "\" wrapText=\"1\"/>"
                + (style.isLocked() ? "" : "<protection locked=\"0\"/>") + "</xf>";
    }

    /** How many the submitter's workbook has of a group. */
    private int before(String group) {
        return counts.getOrDefault(group, 0);
    }
}
