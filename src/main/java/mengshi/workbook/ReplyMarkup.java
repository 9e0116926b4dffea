package mengshi.workbook;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The answer's own sheets as parts of an .xlsx; texts stand in the cells, so the submitter's table of texts stays as it is. */
final class ReplyMarkup {

    private static final String BEGIN = Markup.DECLARATION + "<worksheet xmlns=\"" + Markup.MAIN + "\">";
    private static final String HEIGHT = "<sheetFormatPr defaultRowHeight=\"15\"/>";

    private final StringBuilder part = new StringBuilder(8192);
    private final ToIntFunction<ReplyStyle> styles;

    private ReplyMarkup(ToIntFunction<ReplyStyle> styles) {
        this.styles = styles;
    }

    /** @param styles the number of each style in the workbook */
    static String sheet(ReplyLayout layout, List<Reply.Column> columns, ToIntFunction<ReplyStyle> styles) {
        return new ReplyMarkup(styles).part(layout, columns);
    }

    /** The hidden sheet. */
    static String metadata(Reply.Metadata metadata) {
        StringBuilder part = new StringBuilder(BEGIN).append(HEIGHT + "<sheetData>");
        int row = 0;
        for (Map.Entry<String, String> entry : metadata.entries()) {
            part.append("<row r=\"").append(row + 1).append("\">");
            part.append("<c r=\"").append(CellAddress.of(row, 0)).append('"');
            text(part, entry.getKey());
            part.append("<c r=\"").append(CellAddress.of(row, 1)).append('"');
            text(part, entry.getValue());
            part.append("</row>");
            row++;
        }
        return part.append("</sheetData></worksheet>").toString();
    }

    private String part(ReplyLayout layout, List<Reply.Column> columns) {
        part.append(BEGIN).append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        view(layout);
        part.append(HEIGHT + "<cols>");
        for (int column = 0; column < columns.size(); column++) {
            part.append("<col min=\"")
                    .append(column + 1)
                    .append("\" max=\"")
                    .append(column + 1)
                    .append("\" width=\"")
                    .append(columns.get(column).width())
                    .append("\" customWidth=\"1\"/>");
        }
        part.append("</cols><sheetData>");
        layout.lines().forEach(this::line);
        // Against slips only, hence without a password; widths and heights may be changed.
        part.append("</sheetData><sheetProtection sheet=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        merges(layout);
        links(layout);
        part.append("<pageMargins");
        List.of("left", "right", "top", "bottom", "header", "footer")
                .forEach(side -> part.append(' ').append(side).append("=\"" + ReplySheet.MARGIN_INCHES + "\""));
        part.append("/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        return part.append("</worksheet>").toString();
    }

    private void view(ReplyLayout layout) {
        part.append("<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"");
        if (layout.header().isEmpty()) {
            part.append("/></sheetViews>");
            return;
        }
        int rows = layout.header().getAsInt() + 1;
        part.append("><pane ySplit=\"")
                .append(rows)
                .append("\" topLeftCell=\"")
                .append(CellAddress.of(rows, 0))
                .append("\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>")
                .append("</sheetView></sheetViews>");
    }

    private void line(ReplyLayout.Line line) {
        part.append("<row r=\"")
                .append(line.row() + 1)
                .append("\" ht=\"")
                .append(line.height())
                .append("\" customHeight=\"1\">");
        for (int column = 0; column < line.items().size(); column++) {
            ReplyLayout.Item item = line.items().get(column);
            part.append("<c r=\"")
                    .append(CellAddress.of(line.row(), column))
                    .append("\" s=\"")
                    .append(styles.applyAsInt(item.style()))
                    .append('"');
            if (item.text().isEmpty()) {
                part.append("/>");
            } else {
                text(part, item.text());
            }
        }
        part.append("</row>");
    }

    /** As the text of a formula is stored: programs that go by POI's rules do not get rid of a text written in line. */
    private static void text(StringBuilder part, String text) {
        part.append(" t=\"str\"><v>").append(Markup.escape(text)).append("</v></c>");
    }

    private void merges(ReplyLayout layout) {
        part.append("<mergeCells count=\"").append(layout.merges().size()).append("\">");
        layout.merges().forEach(merge -> part.append("<mergeCell ref=\"")
                .append(CellAddress.of(merge.firstRow(), merge.firstColumn()))
                .append(':')
                .append(CellAddress.of(merge.lastRow(), merge.lastColumn()))
                .append("\"/>"));
        part.append("</mergeCells>");
    }

    private void links(ReplyLayout layout) {
        StringBuilder links = new StringBuilder();
        for (ReplyLayout.Line line : layout.lines()) {
            for (int column = 0; column < line.items().size(); column++) {
                String at = CellAddress.of(line.row(), column);
                line.items().get(column).link().ifPresent(spot -> links.append("<hyperlink ref=\"")
                        .append(at)
                        .append("\" location=\"")
                        .append(Markup.escape(ReplyLayout.leadingTo(spot)))
                        .append("\"/>"));
            }
        }
        if (!links.isEmpty()) {
            part.append("<hyperlinks>").append(links).append("</hyperlinks>");
        }
    }
}
