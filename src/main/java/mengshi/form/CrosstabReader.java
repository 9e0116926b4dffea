package mengshi.form;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.model.Area;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetLayout;
import mengshi.workbook.SheetSink;
import mengshi.workbook.SheetSource;
import mengshi.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of many areas and periods, as departments and yearbooks have them: every area and period in it becomes a
 * submission of its own. A fault of layout refuses the file, for it may concern every figure; a fault of one cell is its
 * area's and period's alone.
 *
 * <p>Such a table may be very long, so it is never held: one walk through it finds out where the tables stand, a second
 * tells their figures.
 */
final class CrosstabReader {

    private final Form form;
    private final AreaCatalogue areas;
    private final UnitCatalogue units;
    private final LocalDate today;
    private final CrosstabWords words;
    private final Memory<String, Optional<Area>> known = new Memory<>(this::area);

    private final Set<String> codes;

    CrosstabReader(Form form, AreaCatalogue areas, UnitCatalogue units, LocalDate today) {
        this.form = form;
        this.areas = areas;
        this.units = units;
        this.today = today;
        this.words = new CrosstabWords(form, units);
        this.codes = areas.codes();
    }

    /** A sheet as it was found: with a table, or with none. */
    private record Found(TableSketch sketch, Optional<CrosstabLayout> layout) {}

    Reading read(SheetSource source, SentAs sent) throws WorkbookRefused, IOException {
        TableSurvey survey = new TableSurvey(this::isArea);
        source.tell(survey);
        List<Found> found = new ArrayList<>();
        Map<String, String> frame = new LinkedHashMap<>();
        for (TableSketch sketch : survey.sketches()) {
            Grid grid = sketch.grid(sent.file());
            Optional<CrosstabLayout> layout =
                    sketch.isNothing() ? Optional.empty() : CrosstabLayout.of(sketch, grid, words);
            found.add(new Found(sketch, layout));
            if (layout.isPresent()) {
                Frame around = Frame.of(grid);
                Optional<String> other = around.text(FrameField.FORM_CODE).filter(code -> !isOurs(code));
                if (other.isPresent()) {
                    return new Reading.Refused(FormReader.notExpected(sent, form.code(), other.get()));
                }
                around.texts().forEach(frame::putIfAbsent);
            }
        }
        if (found.stream().allMatch(sheet -> sheet.layout().isEmpty())) {
            return new Reading.Refused(noTable(sent));
        }
        return new Told(source, sent, found, frame);
    }

    /** The table, found and not yet told. */
    private final class Told implements Reading.Compiled {

        private final SheetSource source;
        private final SentAs sent;
        private final List<Found> sheets;
        private final Map<String, String> frame;

        private Told(SheetSource source, SentAs sent, List<Found> sheets, Map<String, String> frame) {
            this.source = source;
            this.sent = sent;
            this.sheets = sheets;
            this.frame = frame;
        }

        @Override
        public Ending tell(Listener listener) throws IOException {
            TableFigures figures = new TableFigures(form, listener);
            Walk walk = new Walk(sheets, sent, figures);
            try {
                source.tell(walk);
            } catch (WorkbookRefused e) {
                if (walk.fault != null) {
                    throw walk.fault;
                }
                return refused(List.of(new Finding(
                        e.reason(), new Place.InFile(sent.file()), Subject.WHOLE, Map.of("detail", e.detail()))));
            }
            walk.tellOfHidden();
            if (figures.isFaulty()) {
                return refused(figures.errors());
            }
            return figures.isEmpty() ? refused(List.of(noTable(sent))) : new Ending(frame, figures.layout(), false);
        }

        private Ending refused(List<Finding> findings) {
            return new Ending(frame, findings, true);
        }
    }

    /** The second walk: every row of every table is read as it comes. */
    private final class Walk implements SheetSink {

        private final List<Found> sheets;
        private final SentAs sent;
        private final TableFigures figures;
        private final HiddenFigures hidden;
        private int next;
        private @Nullable CrosstabRows rows;

        /** What failed while it was told: a fault of the system, which is not the workbook's. */
        private @Nullable RuntimeException fault;

        private Walk(List<Found> sheets, SentAs sent, TableFigures figures) {
            this.sheets = sheets;
            this.sent = sent;
            this.figures = figures;
            this.hidden = new HiddenFigures(sent.file());
        }

        @Override
        public void begin() {
            if (next > 0) {
                throw failed(new IllegalStateException(
                        sent.file() + " was read in one way, then in another · nothing of it was kept"));
            }
        }

        @Override
        public void sheet(String name, boolean isHidden) {
            hidden.sheet(name, isHidden);
            Found found = sheets.get(next++);
            Grid grid = found.sketch().grid(sent.file());
            rows = found.layout()
                    .map(layout -> rows(found.sketch(), grid, layout))
                    .orElse(null);
            if (rows != null) {
                rows.begin();
            } else if (!found.sketch().isNothing()) {
                figures.ofLayout()
                        .add(
                                FindingCode.SHEET_IGNORED,
                                grid.place(),
                                Subject.line(name),
                                Map.of(
                                        "sheet",
                                        name,
                                        "form_sheet",
                                        form.masthead().sheetName()));
            }
        }

        private CrosstabRows rows(TableSketch sketch, Grid grid, CrosstabLayout layout) {
            CrosstabTable table =
                    new CrosstabTable(form, words, today, sketch, new CrosstabTable.Located(grid, layout));
            CrosstabCells cells = new CrosstabCells(form, units, grid, layout, figures.ofLayout());
            return new CrosstabRows(form, today, table, new CrosstabRows.Taking(cells, figures));
        }

        @Override
        public void row(SheetContent.CellRow row) {
            hidden.row(row);
            if (rows != null) {
                try {
                    rows.row(row, known::of);
                } catch (RuntimeException e) {
                    throw failed(e);
                }
            }
        }

        @Override
        public void endSheet(SheetLayout layout) {
            hidden.endSheet(layout);
        }

        private void tellOfHidden() {
            hidden.tellOfSheets(form.masthead().sheetName(), figures.ofLayout());
            sheets.stream()
                    .filter(sheet -> sheet.layout().isPresent())
                    .forEach(
                            sheet -> hidden.tellOfTable(sheet.sketch().content().name(), figures.ofLayout()));
        }

        private RuntimeException failed(RuntimeException e) {
            fault = e;
            return e;
        }
    }

    private boolean isOurs(String code) {
        return Label.bare(code).replaceFirst("表$", "").equals(Label.bare(form.code()));
    }

    private Optional<Area> area(String written) {
        return areas.byName(written, today)
                .or(() -> areas.byName(Label.of(written, units).key(), today))
                .or(() -> areas.byCode(written, today))
                .or(() -> areas.byFormer(written));
    }

    /** A number is an area only by its code. */
    private boolean isArea(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return !text.text().isBlank() && known.of(text.text()).isPresent();
        }
        return value instanceof CellValue.Numeric numeric
                && numeric.number().scale() == 0
                && codes.contains(numeric.written());
    }

    private Finding noTable(SentAs sent) {
        return new Finding(
                FindingCode.FORM_UNKNOWN,
                new Place.InFile(sent.file()),
                Subject.WHOLE,
                Map.of("detail", "没有找到 " + form.code() + " 的表：左侧一栏应为盟市名称，表头应有该表的指标或时间"));
    }
}
