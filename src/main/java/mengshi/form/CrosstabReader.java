package mengshi.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Area;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Observation;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Severity;
import mengshi.model.Subject;
import mengshi.model.SubmissionKey;
import mengshi.workbook.WorkbookContent;

/**
 * Reads a table of many areas and periods, as departments and yearbooks have them: every area and period in it becomes a
 * submission of its own. A fault of layout refuses the file, for it may concern every figure; a fault of one cell is its
 * area's and period's alone.
 */
final class CrosstabReader {

    private final Form form;
    private final AreaCatalogue areas;
    private final UnitCatalogue units;
    private final LocalDate today;
    private final CrosstabWords words;
    private final Map<String, Optional<Area>> known = new HashMap<>();

    CrosstabReader(Form form, AreaCatalogue areas, UnitCatalogue units, LocalDate today) {
        this.form = form;
        this.areas = areas;
        this.units = units;
        this.today = today;
        this.words = new CrosstabWords(form, units);
    }

    /** What one area and period have in the file. */
    static final class Part {
        private final List<Observation> observations = new ArrayList<>();
        private final Findings findings = new Findings();

        void add(Observation observation) {
            observations.add(observation);
        }

        Findings findings() {
            return findings;
        }
    }

    /** Whose figures for when. */
    record Key(Area area, Period period) {}

    /** What reading gave so far: faults of layout, and the parts in the order of the file. */
    record Collected(Findings layout, Map<Key, Part> parts) {
        Part part(Key key) {
            return parts.computeIfAbsent(key, any -> new Part());
        }
    }

    Reading read(WorkbookContent content, SentAs sent) {
        List<Grid> grids = content.sheets().stream()
                .map(sheet -> new Grid(sent.file(), sheet))
                .filter(grid -> !grid.isHidden() && !grid.isEmpty())
                .toList();
        Findings layout = new Findings();
        Map<Key, Part> parts = new LinkedHashMap<>();
        CrosstabRows rows = new CrosstabRows(form, words, units, today, new Collected(layout, parts));
        Map<String, String> frame = new LinkedHashMap<>();
        HiddenFigures hidden = hidden(content, sent);
        hidden.tellOfSheets(form.masthead().sheetName(), layout);
        for (Grid grid : grids) {
            Optional<CrosstabLayout> table = CrosstabLayout.of(grid, words, this::isArea);
            if (table.isEmpty()) {
                noteIgnored(grid, layout);
                continue;
            }
            Frame around = Frame.of(grid);
            Optional<String> other = around.text(FrameField.FORM_CODE).filter(code -> !isOurs(code));
            if (other.isPresent()) {
                return new Reading.Refused(FormReader.notExpected(sent, form.code(), other.get()));
            }
            around.texts().forEach(frame::putIfAbsent);
            rows.read(grid, table.get(), this::area);
            hidden.tellOfTable(grid.sheetName(), layout);
        }
        return parts.isEmpty() && layout.list().stream().noneMatch(CrosstabReader::isError)
                ? new Reading.Refused(noTable(sent))
                : compiled(parts, frame, layout.list());
    }

    private static HiddenFigures hidden(WorkbookContent content, SentAs sent) {
        HiddenFigures hidden = new HiddenFigures(sent.file());
        content.sheets().forEach(sheet -> {
            hidden.sheet(sheet.name(), sheet.hidden());
            sheet.rows().forEach(hidden::row);
            hidden.endSheet(sheet.layout());
        });
        return hidden;
    }

    private boolean isOurs(String code) {
        return Label.bare(code).replaceFirst("表$", "").equals(Label.bare(form.code()));
    }

    private Reading compiled(Map<Key, Part> parts, Map<String, String> frame, List<Finding> layout) {
        if (layout.stream().anyMatch(CrosstabReader::isError)) {
            List<Finding> all = new ArrayList<>(
                    layout.stream().filter(CrosstabReader::isError).toList());
            parts.values().forEach(part -> part.findings.list().stream()
                    .filter(CrosstabReader::isError)
                    .forEach(all::add));
            return new Reading.Refused(all);
        }
        List<Reading.Submitted> submitted = new ArrayList<>();
        parts.forEach((key, part) -> {
            List<Finding> findings = new ArrayList<>(submitted.isEmpty() ? layout : List.of());
            findings.addAll(part.findings.list());
            submitted.add(new Reading.Submitted(
                    new SubmissionKey(form.code(), key.area(), key.period()), frame, part.observations, findings));
        });
        return new Reading.Compiled(submitted);
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    /** Remembered, because a table says the same few names over and over. */
    private Optional<Area> area(String written) {
        return known.computeIfAbsent(written, name -> areas.byName(name, today)
                .or(() -> areas.byName(Label.of(name, units).key(), today))
                .or(() -> areas.byCode(name, today))
                .or(() -> areas.byFormer(name)));
    }

    private boolean isArea(String written) {
        return !written.isBlank() && area(written).isPresent();
    }

    private void noteIgnored(Grid grid, Findings layout) {
        layout.add(
                FindingCode.SHEET_IGNORED,
                grid.place(),
                Subject.line(grid.sheetName()),
                Map.of("sheet", grid.sheetName(), "form_sheet", form.masthead().sheetName()));
    }

    private Finding noTable(SentAs sent) {
        return new Finding(
                FindingCode.FORM_UNKNOWN,
                new Place.InFile(sent.file()),
                Subject.WHOLE,
                Map.of("detail", "没有找到 " + form.code() + " 的表：左侧一栏应为盟市名称，表头应有该表的指标或时间"));
    }
}
