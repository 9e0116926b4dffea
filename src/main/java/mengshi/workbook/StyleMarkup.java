package mengshi.workbook;

import java.util.LinkedHashMap;
import java.util.Map;

/** The styles part of an .xlsx: one cell format per look, in the order of first use. */
final class StyleMarkup {

    private static final int FIRST_OWN_FORMAT = 164;
    private static final int INPUT_FILL = 2;

    private final Map<CellLook, Integer> looks = new LinkedHashMap<>();
    private final Map<String, Integer> formats = new LinkedHashMap<>();

    StyleMarkup() {
        index(CellLook.PLAIN);
    }

    /** The number by which a cell refers to its look. */
    int index(CellLook look) {
        if (!look.format().isEmpty()) {
            formats.putIfAbsent(look.format(), FIRST_OWN_FORMAT + formats.size());
        }
        looks.putIfAbsent(look, looks.size());
        return looks.get(look);
    }

    String part() {
        StringBuilder part = new StringBuilder(Markup.DECLARATION)
                .append("<styleSheet xmlns=\"")
                .append(Markup.MAIN)
                .append("\">");
        if (!formats.isEmpty()) {
            part.append("<numFmts count=\"").append(formats.size()).append("\">");
            formats.forEach((code, id) -> part.append("<numFmt numFmtId=\"")
                    .append(id)
                    .append("\" formatCode=\"")
                    .append(Markup.escape(code))
                    .append("\"/>"));
            part.append("</numFmts>");
        }
        String font = "<sz val=\"11\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>";
        part.append("<fonts count=\"2\"><font>")
                .append(font)
                .append("<font><b/>")
                .append(font);
        part.append("</fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>")
                .append("<fill><patternFill patternType=\"gray125\"/></fill>")
                .append(
                        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF8DC\"/></patternFill></fill></fills>")
                .append("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>")
                .append("<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>")
                .append("<bottom style=\"thin\"/><diagonal/></border></borders>")
                .append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>")
                .append("</cellStyleXfs><cellXfs count=\"")
                .append(looks.size())
                .append("\">");
        looks.keySet().forEach(look -> part.append(cellFormat(look)));
        return part.append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>")
                .append("</cellStyles></styleSheet>")
                .toString();
    }

    private String cellFormat(CellLook look) {
        int format = formats.getOrDefault(look.format(), 0);
        String horizontal =
                switch (look.align()) {
                    case BY_TYPE -> "";
                    case CENTRE -> " horizontal=\"center\"";
                    case RIGHT -> " horizontal=\"right\"";
                };
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + (look.bold() ? 1 : 0) + "\" fillId=\""
                + (look.input() ? INPUT_FILL : 0)
                + "\" borderId=\"" + (look.border() ? 1 : 0)
                + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\""
                + (look.input() ? " applyFill=\"1\" applyProtection=\"1\"" : "")
                + "><alignment vertical=\"center\"" + horizontal + (look.wrap() ? " wrapText=\"1\"" : "") + "/>"
                + (look.input() ? "<protection locked=\"0\"/>" : "") + "</xf>";
    }
}
