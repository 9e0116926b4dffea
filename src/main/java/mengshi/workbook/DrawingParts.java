package mengshi.workbook;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parts an .xlsx has for its charts: for each sheet with charts one drawing, for each chart a part of its own. */
final class DrawingParts {

    private static final String DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml";
    private static final String CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private int charts;

    DrawingParts(WorkbookDraft draft) {
        for (int i = 0; i < draft.sheets().size(); i++) {
            SheetDraft sheet = draft.sheets().get(i);
            if (!sheet.charts().isEmpty()) {
                add(sheet, i + 1);
            }
        }
    }

    /** Each part by its name, in the order they are written. */
    Map<String, String> parts() {
        return parts;
    }

    /** The content type of each part that needs to be told. */
    Map<String, String> types() {
        return types;
    }

    private void add(SheetDraft sheet, int number) {
        StringBuilder drawing = new StringBuilder(Markup.DECLARATION)
                .append("<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\"")
                .append(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"")
                .append(XlsxPackage.OFFICE)
                .append("\">");
        StringBuilder relations = new StringBuilder();
        int within = 0;
        for (ChartDraft chart : sheet.charts()) {
            charts++;
            within++;
            String name = "charts/chart" + charts + ".xml";
            drawing.append(chart.anchorMarkup(within));
            relations.append(XlsxPackage.relation(within, XlsxPackage.OFFICE + "/chart", "../" + name));
            parts.put("xl/" + name, chart.part(sheet));
            types.put("xl/" + name, CHART);
        }
        String name = "drawings/drawing" + number + ".xml";
        parts.put("xl/" + name, drawing.append("</xdr:wsDr>").toString());
        types.put("xl/" + name, DRAWING);
        parts.put("xl/drawings/_rels/drawing" + number + ".xml.rels", relations(relations.toString()));
        parts.put(
                "xl/worksheets/_rels/sheet" + number + ".xml.rels",
                relations(XlsxPackage.relation(1, XlsxPackage.OFFICE + "/drawing", "../" + name)));
    }

    private static String relations(String inside) {
        return Markup.DECLARATION + "<Relationships xmlns=\"" + XlsxPackage.PACKAGE + "/relationships\">" + inside
                + "</Relationships>";
    }
}
