package mengshi.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import mengshi.model.Area;
import mengshi.model.Finding;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;
import mengshi.seeds.Seeds;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetLayout;
import mengshi.workbook.SheetSink;
import mengshi.workbook.WorkbookContent;

/** A table that nobody ever holds: the figure of an indicator for areas and months, again and again, made row by row. */
final class LongTable {

    private static final int HEADER = 2;

    private LongTable() {}

    /** Tells a table of so many rows; every area and month has as many indicators as it takes. */
    private static void tell(SheetSink sink, int rows, Form form, List<Area> areas) {
        List<FormLine> lines = form.lines().stream()
                .filter(line -> line.demand().takes(Measure.YTD))
                .toList();
        int months = rows / (areas.size() * lines.size());
        sink.begin();
        sink.sheet("历史数据", false);
        row(sink, 0, "历史数据");
        row(sink, 1, "地区", "报告期", "指标名称", "计量单位", "累计");
        int index = HEADER;
        for (int month = 0; month < months; month++) {
            String period = 2010 + month / 12 + "年" + (month % 12 + 1) + "月";
            for (Area area : areas) {
                for (FormLine line : lines) {
                    row(sink, index, area.name(), period, line.label(), line.unit(), String.valueOf(index));
                    index++;
                }
            }
        }
        sink.endSheet(new SheetLayout(List.of(), List.of()));
    }

    private static void row(SheetSink sink, int index, String... texts) {
        List<LocatedCell> cells = new java.util.ArrayList<>();
        for (int column = 0; column < texts.length; column++) {
            CellValue value = column == 4 && index >= HEADER
                    ? new CellValue.Numeric(new BigDecimal(texts[column]), false)
                    : new CellValue.Text(texts[column]);
            cells.add(new LocatedCell(index, column, value));
        }
        sink.row(new SheetContent.CellRow(index, cells));
    }

    /** Reads a table of as many rows as the argument says and prints what came of it: for a machine of its own. */
    public static void main(String[] arguments) throws Exception {
        Seeds seeds = Seeds.builtIn();
        FormCatalogue forms = FormCatalogue.from(seeds);
        AreaCatalogue areas = AreaCatalogue.from(seeds);
        Clock clock = Clock.fixed(Instant.parse("2025-07-15T02:00:00Z"), ZoneOffset.UTC);
        FormReader reader = new FormReader(forms, areas, UnitCatalogue.from(seeds), clock);
        Form form = forms.form("NM-H01").orElseThrow();
        int rows = Integer.parseInt(arguments[0]);
        if (arguments.length > 1) {
            // Held whole, to show that the machine could not.
            WorkbookContent.of(sink -> tell(sink, rows, form, areas.areas()));
        }
        Reading reading =
                reader.readAs("NM-H01", sink -> tell(sink, rows, form, areas.areas()), SentAs.file("历史.xlsx"));
        int[] heard = new int[2];
        Reading.Compiled.Ending ending = ((Reading.Compiled) reading).tell(new Reading.Compiled.Listener() {
            @Override
            public void observation(SubmissionKey whose, Observation observation) {
                heard[0]++;
            }

            @Override
            public void finding(SubmissionKey whose, Finding finding) {
                heard[1]++;
            }
        });
        System.out.println(heard[0] + " figures, " + heard[1] + " findings, refused " + ending.refused() + " "
                + ending.findings().stream().limit(3).toList());
    }
}
