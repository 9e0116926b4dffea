package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.Area;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.LocatedCell;

/** Compares a form that came back with the blank one that had been handed out, as its hidden sheet says. */
final class IssuedForm {

    private final AreaCatalogue areas;
    private final UnitCatalogue units;
    private final HiddenMetadata metadata;

    IssuedForm(AreaCatalogue areas, UnitCatalogue units, HiddenMetadata metadata) {
        this.areas = areas;
        this.units = units;
        this.metadata = metadata;
    }

    /** Tells what was changed; nothing about forms that were never handed out. */
    void compare(Form form, Grid grid, Findings findings) {
        Optional<String> checksum = metadata.checksum();
        Optional<Area> area = metadata.area().flatMap(areas::byCode);
        Optional<Period> period = metadata.period();
        if (checksum.isEmpty()) {
            return;
        }
        List<String> changes = new ArrayList<>();
        Place place = grid.place();
        if (area.isEmpty() || period.isEmpty() || !metadata.form().equals(Optional.of(form.code()))) {
            changes.add("隐藏工作表被改动");
        } else {
            DrawnForm issued = new FormSheet(units).draw(FilledForm.blank(form, area.get(), period.get()));
            if (!checksum.get().equals(BlankForm.checksum(issued))) {
                changes.add("隐藏工作表中的校验值与现行表式不符");
            }
            List<LocatedCell> changed = changed(issued, grid);
            if (!changed.isEmpty()) {
                LocatedCell first = changed.get(0);
                place = grid.place(first.row(), first.column());
                changes.add(first.address() + "原为“" + first.value().written() + "”，现为“"
                        + grid.text(first.row(), first.column()) + "”（共" + changed.size() + "处）");
            }
        }
        if (!changes.isEmpty()) {
            findings.add(
                    FindingCode.FORM_ALTERED,
                    place,
                    Subject.line(grid.sheetName()),
                    Map.of("detail", String.join("；", changes), "sheet", grid.sheetName()));
        }
    }

    /** The form's own cells that read differently now. Whose form and for when is read elsewhere. */
    private static List<LocatedCell> changed(DrawnForm issued, Grid grid) {
        return issued.sheet().rows().stream()
                .filter(row -> row.index() >= issued.headerRow())
                .flatMap(row -> row.cells().stream())
                .filter(cell ->
                        issued.inputs().stream().noneMatch(input -> input.cell().equals(cell)))
                .filter(cell ->
                        !Label.bare(cell.value().written()).equals(Label.bare(grid.text(cell.row(), cell.column()))))
                .toList();
    }
}
