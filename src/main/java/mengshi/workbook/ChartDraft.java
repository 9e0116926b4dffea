package mengshi.workbook;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bar chart to be drawn on a sheet, its values taken from the sheet's own cells, so that it follows them. A cell without
 * a value should be blank: programs draw a text as zero.
 *
 * @param alternative what it shows, for those who cannot see it
 * @param bars the cells it takes its names and values from
 * @param anchor where it stands
 */
public record ChartDraft(String title, String alternative, Bars bars, Anchor anchor) {

    /**
     * Rows of the sheet, 0-based, ends included.
     *
     * @param names the column of the names
     * @param values the column of the numbers
     */
    public record Bars(int firstRow, int lastRow, int names, int values) {
        public Bars {
            if (lastRow < firstRow) {
                throw new IllegalArgumentException("A chart needs a row to draw");
            }
        }
    }

    /** The corners, 0-based; the second is just outside. */
    public record Anchor(int row, int column, int untilRow, int untilColumn) {}

    /** The chart's part; {@code sheet} has the cells it speaks of. */
    String part(SheetDraft sheet) {
        String quoted = "'" + sheet.name().replace("'", "''") + "'!";
        StringBuilder part = new StringBuilder(Markup.DECLARATION)
                .append("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
                .append(
                        " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart><c:title><c:tx><c:rich>")
                .append(
                        "<a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"1\"/></a:pPr><a:r><a:rPr sz=\"1200\" b=\"1\"/><a:t>")
                .append(Markup.escape(title))
                .append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>")
                .append("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/>")
                .append(
                        "<c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>")
                .append(
                        "<c:spPr><a:solidFill><a:srgbClr val=\"1D5180\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>")
                .append("<c:dLbls><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>")
                .append("<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
        part.append("<c:cat><c:strRef><c:f>")
                .append(Markup.escape(quoted + column(bars.names())))
                .append("</c:f><c:strCache>")
                .append(points(names(sheet)))
                .append("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>")
                .append(Markup.escape(quoted + column(bars.values())))
                .append("</c:f><c:numCache>")
                .append(points(values(sheet)))
                .append("</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val=\"50\"/>")
                .append("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>");
        return part.append(axis("catAx", 1, 2, "l", "maxMin"))
                .append(axis("valAx", 2, 1, "b", "minMax"))
                .append("</c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>")
                .toString();
    }

    /** The drawing that puts the chart on its place. */
    String anchorMarkup(int number) {
        return "<xdr:twoCellAnchor><xdr:from>" + corner(anchor.column(), anchor.row()) + "</xdr:from><xdr:to>"
                + corner(anchor.untilColumn(), anchor.untilRow()) + "</xdr:to><xdr:graphicFrame macro=\"\">"
                + "<xdr:nvGraphicFramePr><xdr:cNvPr id=\"" + (number + 1) + "\" name=\"" + Markup.escape(title)
                + "\" descr=\"" + Markup.escape(alternative)
                + "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>"
                + "<a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData"
                + " uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart"
                + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId" + number
                + "\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
    }

    private static String corner(int column, int row) {
        return "<xdr:col>" + column + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + row
                + "</xdr:row><xdr:rowOff>0</xdr:rowOff>";
    }

    private String column(int column) {
        return CellAddress.absolute(bars.firstRow(), column) + ":" + CellAddress.absolute(bars.lastRow(), column);
    }

    private List<String> names(SheetDraft sheet) {
        return rows().map(row -> sheet.cell(row, bars.names()).value().written())
                .toList();
    }

    private List<String> values(SheetDraft sheet) {
        return rows().map(row -> sheet.cell(row, bars.values()).value())
                .map(value -> value instanceof CellValue.Numeric numeric ? numeric.written() : "")
                .toList();
    }

    private Stream<Integer> rows() {
        return IntStream.rangeClosed(bars.firstRow(), bars.lastRow()).boxed();
    }

    /** What is empty is no point: a bar of zero would be a figure that nobody gave. */
    private static String points(List<String> values) {
        StringBuilder points = new StringBuilder("<c:ptCount val=\"" + values.size() + "\"/>");
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                points.append("<c:pt idx=\"")
                        .append(i)
                        .append("\"><c:v>")
                        .append(Markup.escape(values.get(i)))
                        .append("</c:v></c:pt>");
            }
        }
        return points.toString();
    }

    private static String axis(String kind, int id, int other, String position, String orientation) {
        boolean named = kind.equals("catAx");
        return "<c:" + kind + "><c:axId val=\"" + id + "\"/><c:scaling><c:orientation val=\"" + orientation
                + "\"/></c:scaling><c:delete val=\"" + (named ? 0 : 1) + "\"/><c:axPos val=\"" + position
                + "\"/><c:numFmt formatCode=\"General\" sourceLinked=\"1\"/><c:majorTickMark val=\"none\"/>"
                + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"" + other
                + "\"/><c:crosses val=\"autoZero\"/></c:" + kind + ">";
    }
}
