package mengshi.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;

/** Reads for which period a form was filled in, and whether that can be. */
final class PeriodReader {

    private static final Subject FIELD = Subject.line(FrameField.PERIOD.label());

    /** A period and where it stands. */
    record Located(Period period, Place place) {}

    /** Why a period is not expected, for people of two languages. */
    private record Reason(String zh, String en) {}

    private final Grid grid;
    private final Frame frame;

    PeriodReader(Grid grid, Frame frame) {
        this.grid = grid;
        this.frame = frame;
    }

    /**
     * The period written beside 报告期; without that field, the only period that stands alone in a cell, as under many
     * titles; else the hidden sheet's.
     */
    Optional<Located> find(HiddenMetadata metadata) {
        Optional<LocatedCell> field = frame.cell(FrameField.PERIOD);
        if (frame.text(FrameField.PERIOD).isPresent()) {
            return field.flatMap(this::located);
        }
        return underTitle().or(() -> metadata.period().map(period -> new Located(period, fieldPlace())));
    }

    /** Refuses a period that is not there or cannot be this form's. */
    Period check(Optional<Located> found, Form form, LocalDate today) throws Refusal {
        Located located = found.orElseThrow(() -> new Refusal(
                FindingCode.PERIOD_MISSING,
                fieldPlace(),
                FIELD,
                Map.of("value", frame.text(FrameField.PERIOD).orElse(""))));
        Period period = located.period();
        Schedule schedule = form.schedule();
        if (!schedule.collects(period)) {
            Reason reason = reason(schedule, period);
            throw new Refusal(
                    FindingCode.PERIOD_NOT_EXPECTED,
                    located.place(),
                    FIELD,
                    Map.of(
                            "period", period.code(),
                            "form", form.code(),
                            "reason", reason.zh(),
                            "reason_en", reason.en()));
        }
        if (period.endsAfter(today)) {
            throw new Refusal(
                    FindingCode.PERIOD_IN_FUTURE,
                    located.place(),
                    FIELD,
                    Map.of(
                            "period",
                            period.code(),
                            "last_day",
                            period.lastDay().toString(),
                            "today",
                            today.toString()));
        }
        return period;
    }

    private static Reason reason(Schedule schedule, Period period) {
        if (period.frequency() != schedule.frequency()) {
            return switch (schedule.frequency()) {
                case MONTH -> new Reason("本表为月报", "the form is monthly");
                case QUARTER -> new Reason("本表为季报", "the form is quarterly");
                case YEAR -> new Reason("本表为年报", "the form is yearly");
            };
        }
        return schedule.isUncollectedJanuary(period)
                ? new Reason("本表1月份免报，1—2月合并报送", "January is not collected but reported together with February")
                : new Reason("不在本表有效期内", "the form is not valid for it");
    }

    private Optional<Located> located(LocatedCell cell) {
        return PeriodText.read(cell.value()).map(period -> new Located(period, grid.place(cell.row(), cell.column())));
    }

    private Optional<Located> underTitle() {
        List<Located> alone = grid.cells().stream()
                .filter(cell -> cell.value() instanceof CellValue.Text && !isOtherField(cell))
                .filter(cell -> Label.bare(cell.value().written()).contains("年"))
                .flatMap(cell -> located(cell).stream())
                .toList();
        boolean agreed = alone.stream().map(Located::period).distinct().count() == 1;
        return agreed ? Optional.of(alone.get(0)) : Optional.empty();
    }

    private boolean isOtherField(LocatedCell cell) {
        for (FrameField field : FrameField.values()) {
            if (frame.cell(field).filter(cell::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Place fieldPlace() {
        return frame.cell(FrameField.PERIOD)
                .<Place>map(cell -> grid.place(cell.row(), cell.column()))
                .orElse(grid.place());
    }
}
