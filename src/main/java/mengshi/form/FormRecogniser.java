package mengshi.form;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.LocatedCell;

/** Tells which form a workbook is and on which of its sheets: by 表号, by the hidden sheet, or by its labels. */
final class FormRecogniser {

    /** A form and the sheet it stands on. */
    record Recognised(Form form, Grid grid, Frame frame) {
        Recognised(Form form, Grid grid) {
            this(form, grid, Frame.of(grid));
        }
    }

    /** 表号 and title are looked for in the sheet's first rows only. */
    private static final int HEAD_ROWS = 15;

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
        for (Grid grid : visible) {
            Frame frame = Frame.of(grid);
            Optional<String> written = writtenCode(grid, frame);
            if (written.isPresent()) {
                Form form = formOf(written.get()).orElseThrow(() -> unknown(file, "表号 " + written.get()));
                return new Recognised(form, grid, frame);
            }
        }
        return byMetadata(visible, metadata)
                .or(() -> first(visible, this::byLabels))
                .or(() -> first(visible, grid -> byTitle(forms.forms(), grid)))
                .orElseThrow(() -> unknown(file, "没有表号"));
    }

    private static Optional<Recognised> first(List<Grid> visible, Function<Grid, Optional<Recognised>> way) {
        return visible.stream().flatMap(grid -> way.apply(grid).stream()).findFirst();
    }

    private Optional<String> writtenCode(Grid grid, Frame frame) {
        Optional<LocatedCell> cell = frame.cell(FrameField.FORM_CODE);
        return cell.filter(found -> found.row() < headEnd(grid))
                .map(found -> found.value().written().strip())
                .filter(written -> !written.isEmpty());
    }

    /** Sheets may begin far down; the head is counted from the first row that has content. */
    private static int headEnd(Grid grid) {
        return grid.rows().get(0).index() + HEAD_ROWS;
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
        return grid.cells().stream()
                .filter(cell -> cell.row() < headEnd(grid))
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
