package mengshi.form;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.model.SubmissionKey;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.SheetSource;
import mengshi.workbook.WorkbookContent;
import mengshi.workbook.WorkbookRefused;

/**
 * Reads a workbook as a submission: which form, whose, for when, and every figure with its place. Tolerant about where
 * things stand, strict about what they mean. Holds no state: may be shared by threads.
 */
public final class FormReader {

    /** Whether a period is over is a question of the region's calendar, wherever the program runs. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a line is known by, and how people call it. */
    private static final Map<FormColumn.Role, String> SAYING_WHAT = new EnumMap<>(
            Map.of(FormColumn.Role.LABEL, "指标名称", FormColumn.Role.CODE, "代码", FormColumn.Role.UNIT, "计量单位"));

    private final FormCatalogue forms;
    private final AreaCatalogue areas;
    private final UnitCatalogue units;
    private final Clock clock;
    private final Map<String, FormWords> words = new HashMap<>();

    /** @throws IllegalStateException if a form uses a unit that the catalogue of units does not know */
    public FormReader(FormCatalogue forms, AreaCatalogue areas, UnitCatalogue units, Clock clock) {
        this.forms = forms;
        this.areas = areas;
        this.units = units;
        this.clock = clock;
        for (Form form : forms.forms()) {
            checkUnits(form);
            words.put(form.code(), new FormWords(form, units));
        }
        forms.crosstabs().forEach(this::checkUnits);
    }

    /**
     * Reads the submission in a workbook.
     *
     * @param fileName as it was submitted; stands in every place
     * @return the submission with all findings of one pass, or why the workbook is none
     */
    public Reading read(WorkbookContent content, String fileName) {
        return read(content, SentAs.file(fileName));
    }

    /** Reads the submission in a workbook that came in a folder, which may say too whose it is. */
    public Reading read(WorkbookContent content, SentAs sent) {
        List<Grid> grids = content.sheets().stream()
                .map(sheet -> new Grid(sent.file(), sheet))
                .filter(grid -> !grid.isReply())
                .toList();
        try {
            return submission(grids, sent);
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.finding());
        }
    }

    /**
     * Reads a file that was loaded as one of a form, which may be a table of many areas and periods.
     *
     * @param expected the form's code; a file that says it is another form is refused
     * @throws IllegalArgumentException if there is no such form
     * @throws WorkbookRefused if the source is no workbook that can be read
     * @throws IOException if it cannot be read, which says nothing about its content
     */
    public Reading readAs(String expected, SheetSource source, SentAs sent) throws WorkbookRefused, IOException {
        Form form =
                forms.form(expected).orElseThrow(() -> new IllegalArgumentException("There is no form " + expected));
        if (form.isCrosstab()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
            return new CrosstabReader(form, areas, units, today).read(source, sent);
        }
        Reading reading = read(WorkbookContent.of(source), sent);
        Optional<SubmissionKey> other = reading.submitted()
                .map(Reading.Submitted::key)
                .filter(key -> !key.form().equals(expected));
        return other.<Reading>map(key -> new Reading.Refused(notExpected(sent, expected, key.form())))
                .orElse(reading);
    }

    /** A file that is another form than the one it was loaded as. */
    static Finding notExpected(SentAs sent, String expected, String found) {
        return new Finding(
                FindingCode.IDENTITY_CONTRADICTED,
                new Place.InFile(sent.file()),
                Subject.line("报表"),
                Map.of("name", "报表", "cells", "装载任务", "value", expected, "detail", "文件", "expected", found));
    }

    private Reading.Submitted submission(List<Grid> grids, SentAs sent) throws Refusal {
        HiddenMetadata metadata = HiddenMetadata.of(grids);
        FormRecogniser.Recognised recognised = new FormRecogniser(forms, units).recognise(grids, metadata, sent.file());
        Form form = recognised.form();
        Grid grid = recognised.grid();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Findings findings = new Findings();
        SubmissionKey key =
                new IdentityReader(forms, areas, recognised, Hint.of(recognised, sent), findings).read(metadata, today);
        noteIgnored(grids, grid, findings);
        checkValidity(recognised, key.period(), findings);
        new IssuedForm(areas, units, metadata).compare(form, grid, findings);
        List<Observation> observations = observations(form, grid, key.period(), findings);
        return new Reading.Submitted(key, recognised.frame().texts(), observations, findings.list());
    }

    /** What is printed on the form counts: a form that had expired may ask for something else under the same names. */
    private static void checkValidity(FormRecogniser.Recognised recognised, Period period, Findings findings) {
        Optional<LocatedCell> until = recognised.frame().cell(FrameField.VALID_UNTIL);
        Optional<LocalDate> end = until.flatMap(cell -> DayText.read(cell.value())
                .or(() -> PeriodText.read(cell.value()).map(Period::lastDay)));
        if (until.isPresent() && end.isPresent() && end.get().isBefore(period.lastDay())) {
            findings.add(
                    FindingCode.FORM_EXPIRED,
                    recognised.grid().place(until.get().row(), until.get().column()),
                    Subject.line(FrameField.VALID_UNTIL.label()),
                    Map.of("value", until.get().value().written().strip(), "period", period.code()));
        }
    }

    private List<Observation> observations(Form form, Grid grid, Period period, Findings findings) {
        FormWords known = Objects.requireNonNull(words.get(form.code()));
        Columns columns = new ColumnFinder(form, units, findings).find(grid, known.header(period));
        List<LineFinder.FoundLine> lines = new LineFinder(form, known.lines(), findings).find(grid, columns, period);
        noteHidden(grid, columns, lines, findings);
        noteStruck(grid, columns, lines, findings);
        LineReader reader = new LineReader(known, grid, columns, period, findings);
        List<Observation> observations = new ArrayList<>();
        for (LineFinder.FoundLine line : lines) {
            observations.addAll(reader.read(line));
        }
        return observations;
    }

    /** People hide rows to print and forget them: they are read like any other, and it is said. */
    private static void noteHidden(Grid grid, Columns columns, List<LineFinder.FoundLine> lines, Findings findings) {
        if (!grid.hasHidden()) {
            return;
        }
        List<Place.InCell> hidden = new ArrayList<>();
        for (LineFinder.FoundLine line : lines) {
            columns.byMeasure().values().stream()
                    .sorted()
                    .filter(column -> !grid.isBlank(line.row(), column))
                    .filter(column -> grid.isRowHidden(line.row()) || grid.isColumnHidden(column))
                    .forEach(column -> hidden.add(grid.place(line.row(), column)));
        }
        if (!hidden.isEmpty()) {
            String cells = hidden.stream().map(Place.InCell::cell).collect(Collectors.joining("、"));
            findings.add(
                    FindingCode.FIGURES_HIDDEN,
                    hidden.get(0),
                    Subject.line(grid.sheetName()),
                    Map.of("cells", cells, "sheet", grid.sheetName()));
        }
    }

    /** A name or unit that is struck through does not say what is to become of the line: it is read, and it is said. */
    private static void noteStruck(Grid grid, Columns columns, List<LineFinder.FoundLine> lines, Findings findings) {
        if (!grid.hasStruck()) {
            return;
        }
        for (LineFinder.FoundLine found : lines) {
            List<FormColumn.Role> struck = SAYING_WHAT.keySet().stream()
                    .filter(role -> columns.at(role)
                            .filter(column -> grid.isStruck(found.row(), column))
                            .isPresent())
                    .toList();
            if (!struck.isEmpty()) {
                FormLine line = found.line();
                int first = columns.at(struck.get(0)).orElseThrow();
                findings.add(
                        FindingCode.LABEL_STRUCK,
                        grid.place(found.row(), first),
                        new Subject(line.code(), line.indicator(), null),
                        Map.of(
                                "label",
                                line.label(),
                                "column",
                                struck.stream().map(SAYING_WHAT::get).collect(Collectors.joining("、"))));
            }
        }
    }

    private static void noteIgnored(List<Grid> grids, Grid form, Findings findings) {
        for (Grid grid : grids) {
            boolean ours = grid == form || grid.sheetName().startsWith(HiddenMetadata.SHEET);
            boolean silent = grid.isHidden() ? !hasNumbers(grid) : grid.isEmpty();
            if (!ours && !silent) {
                findings.add(
                        FindingCode.SHEET_IGNORED,
                        grid.place(),
                        Subject.line(grid.sheetName()),
                        Map.of("sheet", grid.sheetName(), "form_sheet", form.sheetName()));
            }
        }
    }

    private static boolean hasNumbers(Grid grid) {
        return grid.cells().stream().anyMatch(cell -> cell.value() instanceof CellValue.Numeric);
    }

    private void checkUnits(Form form) {
        form.lines().stream()
                .map(FormLine::unit)
                .filter(unit -> !unit.isEmpty())
                .forEach(units::known);
        for (FormColumn column : form.columns()) {
            if (column.unit() != null) {
                units.known(column.unit());
            }
        }
    }
}
