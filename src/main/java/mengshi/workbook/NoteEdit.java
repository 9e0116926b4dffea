package mengshi.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The boxes in which a sheet's comments are shown: an older vocabulary, which Excel still asks for. */
final class NoteEdit {

    private static final Map<String, String> PREFIXES = Map.of(
            "xmlns:v", "urn:schemas-microsoft-com:vml",
            "xmlns:o", "urn:schemas-microsoft-com:office:office",
            "xmlns:x", "urn:schemas-microsoft-com:office:excel");

    /** The outermost element belongs to no vocabulary. */
    private static final Set<String> VOCABULARY = Set.of("", "urn:schemas-microsoft-com:vml");

    private static final Pattern NUMBER = Pattern.compile("_x0000_s(\\d{1,8})");
    private static final String KIND = "_x0000_t202";
    private static final int FIRST_NUMBER = 1025;
    private static final int COLUMNS_WIDE = 4;
    private static final int FEWEST_ROWS = 5;
    private static final int CHARACTERS_A_LINE = 22;

    /** Between the cell and its box, in pixels. */
    private static final int GAP = 15;

    private NoteEdit() {}

    /** The part for a sheet that had no comments. */
    static String part(List<Reply.Remark> remarks) {
        return "<xml xmlns:v=\"" + PREFIXES.get("xmlns:v") + "\" xmlns:o=\"" + PREFIXES.get("xmlns:o") + "\" xmlns:x=\""
                + PREFIXES.get("xmlns:x") + "\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
                + "</o:shapelayout>" + kind() + shapes(remarks, FIRST_NUMBER) + "</xml>";
    }

    /** The boxes a sheet has, and behind them one for each of the remarks. */
    static byte[] edited(String name, byte[] content, List<Reply.Remark> remarks)
            throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit part = PartEdit.of(name, content, "xml", VOCABULARY);
        PartReader xml = part.xml();
        PartEdit.Parent root = part.parent();
        requirePrefixes(xml);
        boolean known = false;
        int highest = FIRST_NUMBER - 1;
        while (xml.nextChild(1)) {
            String id = xml.attribute("id");
            if (id != null) {
                known |= id.equals(KIND);
                Matcher number = NUMBER.matcher(id);
                highest = number.matches() ? Math.max(highest, Integer.parseInt(number.group(1))) : highest;
            }
        }
        part.append(root, (known ? "" : kind()) + shapes(remarks, highest + 1));
        return part.edited();
    }

    private static void requirePrefixes(PartReader xml) throws UnusualPackage {
        XmlTag tag = xml.tag();
        int found = 0;
        for (int i = 0; i < tag.attributes(); i++) {
            if (tag.value(i).equals(PREFIXES.get(tag.attribute(i).toString()))) {
                found++;
            }
        }
        if (found < PREFIXES.size()) {
            throw xml.unusual("other prefixes than usual");
        }
    }

    private static String kind() {
        return "<v:shapetype id=\"" + KIND + "\" coordsize=\"21600,21600\" o:spt=\"202\""
                + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
                + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
    }

    private static String shapes(List<Reply.Remark> remarks, int firstNumber) {
        StringBuilder shapes = new StringBuilder();
        int number = firstNumber;
        for (Reply.Remark remark : remarks) {
            shapes.append("<v:shape id=\"_x0000_s")
                    .append(number)
                    .append("\" type=\"#" + KIND + "\" style=\"position:absolute;visibility:hidden\"")
                    .append(" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>")
                    .append("<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>")
                    .append("<v:textbox style=\"mso-direction-alt:auto\"/>")
                    .append("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>");
            place(shapes, remark);
            shapes.append("</x:ClientData></v:shape>");
            number++;
        }
        return shapes.toString();
    }

    /** Beside the cell, as high as the text needs. */
    private static void place(StringBuilder shapes, Reply.Remark remark) {
        long at = Reference.of(remark.at().cell());
        int row = Reference.row(at);
        int column = Reference.column(at);
        long lines = remark.text()
                .lines()
                .mapToLong(line -> 1 + line.length() / CHARACTERS_A_LINE)
                .sum();
        shapes.append(column + 1)
                .append(", " + GAP + ", ")
                .append(row)
                .append(", 0, ")
                .append(column + COLUMNS_WIDE)
                .append(", " + GAP + ", ")
                .append(row + Math.max(FEWEST_ROWS, lines + 1))
                .append(", 0</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
                .append(row)
                .append("</x:Row><x:Column>")
                .append(column)
                .append("</x:Column>");
    }
}
