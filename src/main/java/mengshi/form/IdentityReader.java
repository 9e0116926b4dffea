package mengshi.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mengshi.model.Area;
import mengshi.model.FindingCode;
import mengshi.model.Period;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.model.SubmissionKey;
import mengshi.workbook.LocatedCell;

/**
 * Reads whose form this is and for when. What stands in the form decides; the names of sheet, file and folders stand in
 * where the form has no field for it, and must not say anything else where it has. A field left blank is a fault.
 */
final class IdentityReader {

    private static final String FORM = "报表";

    private final FormCatalogue forms;
    private final AreaCatalogue areas;
    private final FormRecogniser.Recognised recognised;
    private final List<Hint> hints;
    private final Findings findings;

    IdentityReader(
            FormCatalogue forms,
            AreaCatalogue areas,
            FormRecogniser.Recognised recognised,
            List<Hint> hints,
            Findings findings) {
        this.forms = forms;
        this.areas = areas;
        this.recognised = recognised;
        this.hints = List.copyOf(hints);
        this.findings = findings;
    }

    SubmissionKey read(HiddenMetadata metadata, LocalDate today) throws Refusal {
        Form form = recognised.form();
        Frame frame = recognised.frame();
        PeriodReader periods = new PeriodReader(recognised.grid(), frame);
        Optional<PeriodReader.Located> written = periods.find(metadata);
        Optional<PeriodReader.Located> located =
                written.isPresent() || frame.cell(FrameField.PERIOD).isPresent() ? written : periodOfHints();
        LocalDate day = located.map(PeriodReader.Located::period)
                .filter(form.schedule()::collects)
                .map(Period::lastDay)
                .orElse(today);
        Area area = new AreaReader(areas, recognised.grid(), frame).read(form, metadata, day, areaOfHints(day));
        Period period = periods.check(located, form, today);
        SubmissionKey key = new SubmissionKey(form.code(), area, period);
        checkForm(form);
        checkFrame(key, day);
        checkHints(key, day);
        note(written.isEmpty(), area, period, metadata, day);
        return key;
    }

    private Optional<PeriodReader.Located> periodOfHints() {
        Set<Period> named = new LinkedHashSet<>();
        hints.forEach(hint -> named.addAll(PeriodMentions.in(hint.text()).periods()));
        return named.size() == 1
                ? Optional.of(new PeriodReader.Located(
                        named.iterator().next(), recognised.grid().place()))
                : Optional.empty();
    }

    private Optional<Area> areaOfHints(LocalDate day) {
        if (recognised.frame().cell(FrameField.REPORTING_UNIT).isPresent()) {
            return Optional.empty();
        }
        Set<Area> named = new LinkedHashSet<>();
        hints.forEach(hint -> named.addAll(areas.mentionedIn(hint.text(), day)));
        List<Area> expected = named.stream()
                .filter(recognised.form().schedule()::expectedFrom)
                .toList();
        return expected.size() == 1 ? Optional.of(expected.get(0)) : Optional.empty();
    }

    private void checkForm(Form form) throws Refusal {
        List<LocatedCell> head = recognised.grid().head();
        for (Form other : forms.forms()) {
            if (other.code().equals(form.code())) {
                continue;
            }
            boolean titled = head.stream().anyMatch(cell -> names(cell, form.nameZh()));
            Optional<LocatedCell> title =
                    head.stream().filter(cell -> names(cell, other.nameZh())).findFirst();
            if (!titled && title.isPresent()) {
                String cell = "单元格" + title.get().address();
                throw contradicted(FORM, "表号", form.code() + " " + form.nameZh(), cell, other.nameZh());
            }
            for (Hint hint : hints) {
                String text = Label.bare(hint.text());
                if (text.contains(Label.bare(other.code())) && !text.contains(Label.bare(form.code()))) {
                    throw contradicted(FORM, "表内", form.code(), hint.describe(), other.code());
                }
            }
        }
    }

    private static boolean names(LocatedCell cell, String title) {
        return Label.bare(cell.value().written()).contains(Label.bare(title));
    }

    /** A second field of the same name with another value: two tables, or a frame filled in twice. */
    private void checkFrame(SubmissionKey key, LocalDate day) throws Refusal {
        Frame frame = recognised.frame();
        for (LocatedCell cell : frame.repeated(FrameField.REPORTING_UNIT)) {
            Optional<Area> other = areas.byName(cell.value().written(), day);
            if (other.isPresent() && !other.get().equals(key.area())) {
                throw contradicted(
                        FrameField.REPORTING_UNIT.label(),
                        where(FrameField.REPORTING_UNIT),
                        key.area().name(),
                        "单元格" + cell.address(),
                        other.get().name());
            }
        }
        for (LocatedCell cell : frame.repeated(FrameField.PERIOD)) {
            Optional<Period> other = PeriodText.read(cell.value());
            if (other.isPresent() && !other.get().equals(key.period())) {
                throw contradicted(
                        FrameField.PERIOD.label(),
                        where(FrameField.PERIOD),
                        PeriodText.print(key.period()),
                        "单元格" + cell.address(),
                        PeriodText.print(other.get()));
            }
        }
    }

    private void checkHints(SubmissionKey key, LocalDate day) throws Refusal {
        for (Hint hint : hints) {
            // The region's name precedes the names of its leagues everywhere and says nothing alone.
            Set<Area> named = areas.mentionedIn(hint.text(), day);
            boolean leagueNamed = named.stream().anyMatch(area -> !area.isRegion());
            if (leagueNamed && !named.contains(key.area())) {
                String others = named.stream()
                        .filter(area -> !area.isRegion())
                        .map(Area::name)
                        .collect(Collectors.joining("、"));
                throw contradicted(
                        FrameField.REPORTING_UNIT.label(),
                        where(FrameField.REPORTING_UNIT),
                        key.area().name(),
                        hint.describe(),
                        others);
            }
            PeriodMentions periods = PeriodMentions.in(hint.text());
            if (periods.contradict(key.period())) {
                throw contradicted(
                        FrameField.PERIOD.label(),
                        where(FrameField.PERIOD),
                        PeriodText.print(key.period()),
                        hint.describe(),
                        periods.describe());
            }
        }
    }

    private void note(boolean noPeriod, Area area, Period period, HiddenMetadata metadata, LocalDate day) {
        Frame frame = recognised.frame();
        boolean noArea = frame.text(FrameField.REPORTING_UNIT).isEmpty()
                && frame.text(FrameField.REPORTING_UNIT_CODE).isEmpty()
                && metadata.area().isEmpty();
        if (noArea) {
            add(
                    FindingCode.AREA_NOT_WRITTEN,
                    FrameField.REPORTING_UNIT,
                    Map.of("area", area.name(), "detail", sources()));
        }
        if (noPeriod) {
            Map<String, String> arguments = Map.of("period", PeriodText.print(period), "detail", sources());
            add(FindingCode.PERIOD_NOT_WRITTEN, FrameField.PERIOD, arguments);
        }
        metadata.area()
                .flatMap(code -> areas.byCode(code, day))
                .filter(issued -> !issued.equals(area))
                .ifPresent(issued -> issuedFor(FrameField.REPORTING_UNIT, area.name(), issued.name()));
        metadata.period()
                .filter(issued -> !issued.equals(period))
                .ifPresent(issued -> issuedFor(FrameField.PERIOD, PeriodText.print(period), PeriodText.print(issued)));
        metadata.form()
                .filter(issued -> !issued.equals(recognised.form().code()))
                .ifPresent(issued ->
                        issuedFor(FrameField.FORM_CODE, recognised.form().code(), issued));
    }

    private void issuedFor(FrameField field, String value, String expected) {
        add(
                FindingCode.METADATA_CONTRADICTED,
                field,
                Map.of("name", field.label(), "value", value, "expected", expected));
    }

    private void add(FindingCode code, FrameField field, Map<String, String> arguments) {
        findings.add(code, place(field), Subject.line(field.label()), arguments);
    }

    private String sources() {
        return hints.stream().map(Hint::describe).collect(Collectors.joining("、"));
    }

    private Refusal contradicted(String what, String where, String value, String elsewhere, String other) {
        FrameField field = what.equals(FORM)
                ? FrameField.FORM_CODE
                : what.equals(FrameField.PERIOD.label()) ? FrameField.PERIOD : FrameField.REPORTING_UNIT;
        return new Refusal(
                FindingCode.IDENTITY_CONTRADICTED,
                place(field),
                Subject.line(what),
                Map.of("name", what, "cells", where, "value", value, "detail", elsewhere, "expected", other));
    }

    private String where(FrameField field) {
        return recognised
                .frame()
                .cell(field)
                .map(cell -> "单元格" + cell.address())
                .orElse("表内");
    }

    private Place place(FrameField field) {
        Grid grid = recognised.grid();
        return recognised
                .frame()
                .cell(field)
                .<Place>map(cell -> grid.place(cell.row(), cell.column()))
                .orElse(grid.place());
    }
}
