package mengshi.form;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.model.Area;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.LocatedCell;
import org.jspecify.annotations.Nullable;

/** Reads who sends a form: code and name must mean the same area, and the area must be one that sends this form. */
final class AreaReader {

    private static final Subject FIELD = Subject.line(FrameField.REPORTING_UNIT.label());

    /** A code written with the name: 呼伦贝尔市（150700） or 150700 呼伦贝尔市. */
    private static final Pattern CODE_WITH_NAME =
            Pattern.compile("^(?:(\\d{6})(.+)|(.+?)(?:\\((\\d{6})\\)|(\\d{6})))$");

    /** The area's name, or its code instead of it, and its code as written; either may be blank. */
    private record Written(String name, String code) {}

    private final AreaCatalogue areas;
    private final Grid grid;
    private final Frame frame;

    AreaReader(AreaCatalogue areas, Grid grid, Frame frame) {
        this.areas = areas;
        this.grid = grid;
        this.frame = frame;
    }

    /**
     * @param on the day whose names and codes hold: the reporting period's last
     * @param elsewhere the area that file and folders name, for a form that names none
     */
    Area read(Form form, HiddenMetadata metadata, LocalDate on, Optional<Area> elsewhere) throws Refusal {
        Area area = area(metadata, on, elsewhere);
        if (!form.schedule().expectedFrom(area)) {
            throw new Refusal(
                    FindingCode.AREA_NOT_EXPECTED,
                    place(FrameField.REPORTING_UNIT),
                    FIELD,
                    Map.of("area", area.name(), "code", area.code(), "form", form.code()));
        }
        return area;
    }

    private Area area(HiddenMetadata metadata, LocalDate on, Optional<Area> elsewhere) throws Refusal {
        Written written = written();
        if (written.name().isEmpty() && written.code().isEmpty()) {
            return metadata.area()
                    .flatMap(code -> areas.byCode(code, on))
                    .or(() -> elsewhere)
                    .orElseThrow(() -> unknown(FrameField.REPORTING_UNIT, ""));
        }
        Optional<Area> byName = areas.byName(written.name(), on).or(() -> areas.byCode(written.name(), on));
        if (!written.name().isEmpty() && byName.isEmpty()) {
            throw unknown(FrameField.REPORTING_UNIT, written.name());
        }
        Optional<Area> byCode = areas.byCode(written.code(), on);
        if (!written.code().isEmpty() && byCode.isEmpty()) {
            throw unknown(FrameField.REPORTING_UNIT_CODE, written.code());
        }
        if (byName.isPresent() && byCode.isPresent() && !byName.equals(byCode)) {
            throw new Refusal(
                    FindingCode.AREA_CONTRADICTED,
                    place(FrameField.REPORTING_UNIT_CODE),
                    FIELD,
                    Map.of(
                            "name", written.name(),
                            "cells",
                                    frame.cell(FrameField.REPORTING_UNIT)
                                            .map(LocatedCell::address)
                                            .orElse("—"),
                            "code", written.code(),
                            "code_name", byCode.get().name()));
        }
        return byName.or(() -> byCode).orElseThrow(() -> unknown(FrameField.REPORTING_UNIT, written.name()));
    }

    private Written written() {
        String unit = frame.text(FrameField.REPORTING_UNIT).orElse("");
        String code = Label.bare(frame.text(FrameField.REPORTING_UNIT_CODE).orElse(""));
        Matcher matcher = CODE_WITH_NAME.matcher(Label.bare(unit));
        if (!matcher.matches()) {
            return new Written(unit, code);
        }
        String name = firstOf(matcher.group(2), matcher.group(3));
        String inName = firstOf(matcher.group(1), matcher.group(4), matcher.group(5));
        return new Written(name, code.isEmpty() ? inName : code);
    }

    private static String firstOf(@Nullable String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private Refusal unknown(FrameField field, String value) {
        return new Refusal(FindingCode.AREA_UNKNOWN, place(field), FIELD, Map.of("value", value));
    }

    private Place place(FrameField field) {
        return frame.cell(field)
                .or(() -> frame.cell(FrameField.REPORTING_UNIT))
                .<Place>map(cell -> grid.place(cell.row(), cell.column()))
                .orElse(grid.place());
    }
}
