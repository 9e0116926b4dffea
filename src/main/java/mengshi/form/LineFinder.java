package mengshi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mengshi.form.FormColumn.Role;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.SheetContent;

/** Finds a form's lines below its header: by code, checked against the label, or by label where there is no code. */
final class LineFinder {

    /** A form's line and the sheet's row that holds it, 0-based. */
    record FoundLine(FormLine line, int row) {}

    private final Form form;
    private final LineWords words;
    private final Findings findings;

    private final Map<String, List<FoundLine>> found = new LinkedHashMap<>();

    /** Lines about which a finding says already that they cannot be told. */
    private final Set<String> doubtful = new HashSet<>();

    /** Other headers that have been named. */
    private final Set<Columns.OtherHeader> told = new HashSet<>();

    /** Rows that hold figures of no line of the form: where a missing line may be, under another name. */
    private final List<String> unknown = new ArrayList<>();

    LineFinder(Form form, LineWords words, Findings findings) {
        this.form = form;
        this.words = words;
        this.findings = findings;
    }

    /** Every line that stands on the sheet exactly once and for certain. */
    List<FoundLine> find(Grid grid, Columns columns, Period period) {
        if (!columns.canFindLines()) {
            return List.of();
        }
        for (SheetContent.CellRow row : TableRows.of(grid, columns, words)) {
            Optional<Columns.OtherHeader> other = columns.otherAbove(row.index());
            if (other.isEmpty()) {
                read(grid, columns, row.index());
            } else {
                doubt(grid, columns, row.index(), other.get());
            }
        }
        List<FoundLine> certain = new ArrayList<>();
        for (FormLine line : form.lines()) {
            List<FoundLine> rows = found.getOrDefault(line.code(), List.of());
            if (rows.size() > 1) {
                ambiguous(grid, columns, rows);
            } else if (rows.isEmpty()
                    && !doubtful.contains(line.code())
                    && line.demand().dueIn(period)) {
                Map<String, String> arguments = new HashMap<>(arguments(line));
                arguments.put("expected", line.label());
                arguments.put("detail", unknown.isEmpty() ? "—" : String.join("、", unknown));
                findings.add(FindingCode.LINE_MISSING, grid.place(), subject(line), arguments);
            } else if (!doubtful.contains(line.code())) {
                certain.addAll(rows);
            }
        }
        return certain;
    }

    private void read(Grid grid, Columns columns, int row) {
        String code = columns.text(grid, row, Role.CODE);
        String label = columns.text(grid, row, Role.LABEL);
        Optional<FormLine> byCode = words.byCode(code);
        List<FormLine> byLabel = words.byLabel(label);
        if (byCode.isPresent() && (label.isEmpty() || words.isCalled(byCode.get(), label))) {
            put(byCode.get(), row);
        } else if (byCode.isPresent() || (!code.isEmpty() && !byLabel.isEmpty())) {
            contradicted(grid, columns, row, byCode.orElseGet(() -> byLabel.get(0)));
            byLabel.forEach(line -> doubtful.add(line.code()));
        } else if (byLabel.size() == 1) {
            put(byLabel.get(0), row);
        } else if (byLabel.size() > 1) {
            severalLines(grid, columns, row, byLabel);
        } else if (columns.hasValues(grid, row)) {
            Place.InCell place = place(grid, columns, row);
            unknown.add(place.cell() + "“" + (label.isEmpty() ? code : Label.bare(label)) + "”");
            findings.add(
                    FindingCode.LINE_UNKNOWN,
                    place,
                    Subject.line(label.isEmpty() ? code : Label.bare(label)),
                    Map.of("code", code, "label", label));
        }
    }

    /** A line in another table: its figures may stand under other columns, and nobody can tell which table holds. */
    private void doubt(Grid grid, Columns columns, int row, Columns.OtherHeader other) {
        List<FormLine> lines = lines(grid, columns, row);
        lines.forEach(line -> doubtful.add(line.code()));
        if (!lines.isEmpty() && told.add(other)) {
            FormColumn column = other.column();
            findings.add(
                    FindingCode.COLUMN_AMBIGUOUS,
                    grid.place(other.cell().row(), other.cell().column()),
                    new Subject(column.label(), null, column.measure()),
                    Map.of("column", column.label(), "cells", other.cells()));
        }
    }

    private List<FormLine> lines(Grid grid, Columns columns, int row) {
        return columns.at(Role.CODE)
                .flatMap(column -> words.byCode(grid.text(row, column)))
                .map(List::of)
                .or(() -> columns.at(Role.LABEL).map(column -> words.byLabel(grid.text(row, column))))
                .orElse(List.of());
    }

    private void put(FormLine line, int row) {
        found.computeIfAbsent(line.code(), code -> new ArrayList<>()).add(new FoundLine(line, row));
    }

    private void contradicted(Grid grid, Columns columns, int row, FormLine line) {
        doubtful.add(line.code());
        String code = columns.text(grid, row, Role.CODE);
        String label = columns.text(grid, row, Role.LABEL);
        findings.add(
                FindingCode.LINE_CONTRADICTED,
                place(grid, columns, row),
                subject(line),
                Map.of("code", code, "label", label, "expected", line.code() + " " + line.label()));
    }

    private void severalLines(Grid grid, Columns columns, int row, List<FormLine> lines) {
        lines.forEach(line -> doubtful.add(line.code()));
        String codes = lines.stream().map(FormLine::code).collect(Collectors.joining("、"));
        Map<String, String> arguments = new HashMap<>(arguments(lines.get(0)));
        Place.InCell place = place(grid, columns, row);
        arguments.put("code", codes);
        arguments.put("cells", place.cell());
        findings.add(FindingCode.LINE_AMBIGUOUS, place, subject(lines.get(0)), arguments);
    }

    private void ambiguous(Grid grid, Columns columns, List<FoundLine> rows) {
        String cells = rows.stream()
                .map(line -> place(grid, columns, line.row()).cell())
                .collect(Collectors.joining("、"));
        FoundLine second = rows.get(1);
        Map<String, String> arguments = new HashMap<>(arguments(second.line()));
        arguments.put("cells", cells);
        findings.add(FindingCode.LINE_AMBIGUOUS, place(grid, columns, second.row()), subject(second.line()), arguments);
    }

    private static Place.InCell place(Grid grid, Columns columns, int row) {
        Optional<Integer> filled = columns.at(Role.CODE)
                .filter(column -> !grid.isBlank(row, column))
                .or(() -> columns.at(Role.LABEL).filter(column -> !grid.isBlank(row, column)));
        int column = filled.or(() -> columns.byMeasure().values().stream()
                        .filter(value -> !grid.isBlank(row, value))
                        .sorted()
                        .findFirst())
                .orElse(0);
        return grid.place(row, column);
    }

    private static Subject subject(FormLine line) {
        return new Subject(line.code(), line.indicator(), null);
    }

    private static Map<String, String> arguments(FormLine line) {
        return Map.of("code", line.code(), "label", line.label());
    }
}
