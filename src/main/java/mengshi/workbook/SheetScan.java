package mengshi.workbook;

import java.io.IOException;

/** Walks through a worksheet's part from its first row to its last; only one row is ever held. */
final class SheetScan {

    static final int ROWS = 1 << 20;

    private static final int AT_ROW = 3;

    private final PartReader xml;
    private final Weight weight;
    private final CellScan cells;
    private final SheetSink sink;
    private final LayoutGathering layout = new LayoutGathering();

    private SheetScan(PartReader xml, Weight weight, CellScan cells, SheetSink sink) {
        this.xml = xml;
        this.weight = weight;
        this.cells = cells;
        this.sink = sink;
    }

    /** Tells the sink the rows; gives what the sheet says besides. */
    static SheetLayout of(PartReader xml, Weight weight, CellScan cells, SheetSink sink)
            throws IOException, UnusualPackage, WorkbookRefused {
        SheetScan scan = new SheetScan(xml, weight, cells, sink);
        xml.root("worksheet");
        boolean rows = false;
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "cols" -> scan.columns();
                case "sheetData" -> {
                    if (rows) {
                        throw xml.unusual("rows in two places");
                    }
                    rows = true;
                    scan.rows();
                }
                case "mergeCells" -> scan.merges();
                default -> {}
            }
        }
        xml.finish();
        return scan.layout.layout();
    }

    private void columns() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(2)) {
            if (xml.name().equals("col") && xml.flag("hidden")) {
                int first = xml.whole("min", -1);
                int last = xml.whole("max", -1);
                if (first < 0 || last < 0) {
                    throw xml.unusual("columns without numbers");
                }
                layout.hideColumns(first - 1, last - 1);
            }
        }
    }

    private void merges() throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(2)) {
            if (xml.name().equals("mergeCell")) {
                weight.addMerges(1);
                String reference = xml.attribute("ref");
                if (reference == null) {
                    throw xml.unusual("merged cells without an address");
                }
                layout.merge(merge(reference));
            }
        }
    }

    private SheetLayout.Merge merge(String reference) throws UnusualPackage {
        int colon = reference.indexOf(':');
        long first = Reference.of(colon < 0 ? reference : reference.substring(0, colon));
        long last = Reference.of(reference.substring(colon + 1));
        int firstRow = Reference.row(first);
        int firstColumn = Reference.column(first);
        int lastRow = Reference.row(last);
        int lastColumn = Reference.column(last);
        if (first == Reference.NONE || last == Reference.NONE || lastRow < firstRow || lastColumn < firstColumn) {
            throw xml.unusual("merged cells at " + reference);
        }
        return new SheetLayout.Merge(firstRow, firstColumn, lastRow, lastColumn);
    }

    private void rows() throws IOException, UnusualPackage, WorkbookRefused {
        CellRows row = new CellRows(sink);
        PlainCell glance = new PlainCell();
        int last = -1;
        while (xml.nextChild(2)) {
            if (!xml.name().equals("row")) {
                throw xml.unusual("something else than a row");
            }
            weight.addRow();
            int index = xml.whole("r", last + 2) - 1;
            if (index <= last || index >= ROWS) {
                throw xml.unusual("row " + (index + 1) + " after row " + (last + 1));
            }
            boolean hidden = xml.flag("hidden");
            last = index;
            cells.beginRow(index);
            boolean plain = xml.isUnprefixed();
            while (true) {
                if (plain && xml.passes(glance)) {
                    weight.addCells(1);
                    cells.cell(xml, glance, row);
                } else if (!xml.nextChild(AT_ROW)) {
                    break;
                } else if (xml.name().equals("c")) {
                    weight.addCells(1);
                    cells.cell(xml, row);
                } else if (!xml.name().equals("extLst")) {
                    throw xml.unusual("something else than a cell");
                }
            }
            row.endRow(index, hidden);
        }
    }
}
