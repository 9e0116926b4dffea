package mengshi.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;

/** Tells which form a workbook is and on which of its sheets: by 表号, by the hidden sheet, or by its labels. */
final class FormRecogniser {

    /** A form and the sheet it stands on. */
    record Recognised(Form form, Grid grid, Frame frame) {
        Recognised(Form form, Grid grid) {
            this(form, grid, Frame.of(grid));
        }
    }

    private static final double ENOUGH_LABELS = 0.8;
    private static final Pattern CODE_TAIL = Pattern.compile("表$");

    private final FormCatalogue forms;
    private final UnitCatalogue units;

    FormRecogniser(FormCatalogue forms, UnitCatalogue units) {
        this.forms = forms;
        this.units = units;
    }

    Recognised recognise(List<Grid> grids, HiddenMetadata metadata, String file) throws Refusal {
        List<Grid> visible = grids.stream()
                .filter(grid -> !grid.isHidden() && !grid.isEmpty())
                .toList();
        List<Recognised> coded = coded(visible, file);
        if (!coded.isEmpty()) {
            return theOneSent(coded);
        }
        Optional<Recognised> issued = byMetadata(visible, metadata);
        if (issued.isPresent()) {
            return issued.get();
        }
        List<Recognised> labelled =
                visible.stream().flatMap(grid -> byLabels(grid).stream()).toList();
        if (!labelled.isEmpty()) {
            return theOneSent(labelled);
        }
        return visible.stream()
                .flatMap(grid -> byTitle(forms.forms(), grid).stream())
                .findFirst()
                .orElseThrow(() -> unknown(file, onHiddenSheet(grids).orElse("没有表号")));
    }

    /** Nobody sees what a hidden sheet says when sending it, so no form is taken from there. */
    private Optional<String> onHiddenSheet(List<Grid> grids) {
        return grids.stream()
                .filter(grid -> grid.isHidden() && !grid.isEmpty())
                .filter(grid ->
                        writtenCode(grid, Frame.of(grid)).flatMap(this::formOf).isPresent())
                .findFirst()
                .map(grid -> "报表在隐藏的工作表“" + grid.sheetName() + "”上，请取消隐藏");
    }

    /** The sheets with a 表号 that is known; sheets without one are no forms where another has one. */
    private List<Recognised> coded(List<Grid> visible, String file) throws Refusal {
        List<Recognised> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Grid grid : visible) {
            Frame frame = Frame.of(grid);
            Optional<String> written = writtenCode(grid, frame);
            written.flatMap(this::formOf).ifPresent(form -> known.add(new Recognised(form, grid, frame)));
            written.filter(code -> formOf(code).isEmpty()).ifPresent(unknown::add);
        }
        if (known.isEmpty() && !unknown.isEmpty()) {
            throw unknown(file, "表号 " + unknown.get(0));
        }
        return known;
    }

    /** Of several forms in one workbook the one that is filled in; if that is more than one, nobody can tell. */
    private Recognised theOneSent(List<Recognised> found) throws Refusal {
        List<Recognised> filled = found.size() == 1
                ? found
                : found.stream().filter(this::isFilledIn).toList();
        if (filled.size() > 1) {
            Grid second = filled.get(1).grid();
            throw new Refusal(
                    FindingCode.FORM_AMBIGUOUS,
                    second.place(),
                    Subject.WHOLE,
                    Map.of(
                            "sheet", second.sheetName(),
                            "form_sheet", filled.get(0).grid().sheetName()));
        }
        return filled.isEmpty() ? found.get(0) : filled.get(0);
    }

    /** Whether any line holds a number besides its code. */
    private boolean isFilledIn(Recognised candidate) {
        LineWords words = new LineWords(candidate.form(), units);
        return candidate.grid().rows().stream()
                .anyMatch(row -> row.cells().stream()
                                .anyMatch(cell ->
                                        !words.byLabel(cell.value().written()).isEmpty())
                        && row.cells().stream().anyMatch(cell -> isFigure(cell.value(), words)));
    }

    private static boolean isFigure(CellValue value, LineWords words) {
        boolean number = value instanceof CellValue.Numeric
                || (value instanceof CellValue.Text text
                        && NumberText.parse(text.text()).isPresent());
        return number && words.byCode(value.written()).isEmpty();
    }

    private static Optional<String> writtenCode(Grid grid, Frame frame) {
        return frame.cell(FrameField.FORM_CODE)
                .filter(found -> grid.head().stream().anyMatch(cell -> cell.row() == found.row()))
                .map(found -> found.value().written().strip())
                .filter(written -> !written.isEmpty());
    }

    private Optional<Form> formOf(String written) {
        String code = CODE_TAIL.matcher(Label.bare(written)).replaceFirst("");
        return forms.forms().stream()
                .filter(form -> Label.bare(form.code()).equals(code))
                .findFirst();
    }

    private Optional<Recognised> byMetadata(List<Grid> visible, HiddenMetadata metadata) {
        Optional<Form> form = metadata.form().flatMap(forms::form);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        return visible.stream()
                .filter(grid ->
                        metadata.formSheet().map(grid.sheetName()::equals).orElse(true))
                .findFirst()
                .or(() -> visible.stream()
                        .filter(grid -> hasLabels(form.get(), grid))
                        .findFirst())
                .map(grid -> new Recognised(form.get(), grid));
    }

    /** By the line labels, and where several forms share them, by the title; never where two forms would do. */
    private Optional<Recognised> byLabels(Grid grid) {
        List<Form> fitting =
                forms.forms().stream().filter(form -> hasLabels(form, grid)).toList();
        return fitting.size() > 1
                ? byTitle(fitting, grid)
                : fitting.stream().findFirst().map(form -> new Recognised(form, grid));
    }

    private static Optional<Recognised> byTitle(List<Form> among, Grid grid) {
        List<Form> titled = among.stream().filter(form -> isTitled(form, grid)).toList();
        return titled.size() == 1 ? Optional.of(new Recognised(titled.get(0), grid)) : Optional.empty();
    }

    private static boolean isTitled(Form form, Grid grid) {
        String name = Label.bare(form.nameZh());
        return grid.head().stream()
                .anyMatch(cell -> Label.bare(cell.value().written()).contains(name));
    }

    private boolean hasLabels(Form form, Grid grid) {
        Set<String> written = grid.cells().stream()
                .map(cell -> Label.of(cell.value().written(), units).key())
                .collect(Collectors.toCollection(HashSet::new));
        long found = form.lines().stream()
                .filter(line -> LineWords.keys(line, units).stream().anyMatch(written::contains))
                .count();
        return !form.lines().isEmpty() && found >= ENOUGH_LABELS * form.lines().size();
    }

    private Refusal unknown(String file, String found) {
        String known = forms.forms().stream()
                .map(form -> form.code() + " " + form.nameZh())
                .collect(Collectors.joining("、"));
        return new Refusal(
                FindingCode.FORM_UNKNOWN,
                new Place.InFile(file),
                Subject.WHOLE,
                Map.of("detail", found + "；已知报表：" + known));
    }
}
