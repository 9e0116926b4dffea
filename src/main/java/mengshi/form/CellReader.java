package mengshi.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mengshi.form.LineFinder.FoundLine;
import mengshi.model.AsWritten;
import mengshi.model.Figure;
import mengshi.model.FindingCode;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Place;
import mengshi.model.Subject;
import mengshi.workbook.CellValue;
import mengshi.workbook.FormatCode;

/** Reads the cells of one line. A cell that cannot be read for certain gives a finding and no observation. */
final class CellReader {

    /** Of stages and other things that are not counted. */
    static final Unit NO_UNIT = new Unit("", "", BigDecimal.ONE);

    /** Percentages are printed with two decimals at most. */
    private static final int PERCENT_DECIMALS = 2;

    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    /** Of the smallest step a form's decimals allow. */
    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    /**
     * What is asked of a cell.
     *
     * @param column the sheet's column, 0-based
     */
    record Asked(Measure measure, int column, boolean required) {}

    /** A number and how it was written. */
    private record Counted(BigDecimal number, String written, boolean percent) {}

    private final Grid grid;
    private final Legend legend;
    private final FoundLine found;
    private final Findings findings;

    CellReader(Grid grid, Legend legend, FoundLine found, Findings findings) {
        this.grid = grid;
        this.legend = legend;
        this.found = found;
        this.findings = findings;
    }

    /** @param unit what the cell is counted in; empty where a finding says that it is not known */
    Optional<Observation> read(Asked asked, Optional<Unit> unit) {
        CellValue value = grid.value(found.row(), asked.column());
        if (Grid.isBlank(value)) {
            if (asked.required()) {
                add(FindingCode.VALUE_MISSING, asked, "", Map.of());
            }
            return Optional.empty();
        }
        Optional<FormMark> mark = legend.mark(value);
        if (!found.line().demand().takes(asked.measure())) {
            if (mark.isEmpty()) {
                add(FindingCode.CELL_NOT_EXPECTED, asked, written(value), Map.of());
            }
            return Optional.empty();
        }
        if (grid.isStruck(found.row(), asked.column())) {
            add(FindingCode.CELL_STRUCK, asked, written(value), Map.of());
            return Optional.empty();
        }
        if (value instanceof CellValue.Fault || value instanceof CellValue.NotCalculated) {
            boolean fault = value instanceof CellValue.Fault;
            add(fault ? FindingCode.CELL_FAULT : FindingCode.FORMULA_WITHOUT_VALUE, asked, written(value), Map.of());
            return Optional.empty();
        }
        if (mark.isPresent()) {
            Figure missing = Figure.missing(mark.get().status());
            return unit.map(known -> observation(asked, missing, written(value), known));
        }
        return asked.measure() == Measure.STAGE ? stage(asked, written(value)) : quantity(asked, value, unit);
    }

    private static String written(CellValue value) {
        return value.written().strip();
    }

    private Optional<Observation> stage(Asked asked, String written) {
        Optional<Stage> stage = Stage.of(written);
        if (stage.isEmpty()) {
            add(FindingCode.STAGE_UNKNOWN, asked, written, Map.of("expected", Stage.texts()));
        }
        return stage.map(known -> observation(asked, Figure.ofText(known.text()), written, NO_UNIT));
    }

    private Optional<Observation> quantity(Asked asked, CellValue value, Optional<Unit> unit) {
        Optional<FindingCode> meant = otherwiseMeant(value);
        if (meant.isPresent()) {
            add(meant.get(), asked, shown(value), Map.of());
            return Optional.empty();
        }
        Optional<Counted> counted = counted(value);
        if (counted.isEmpty()) {
            add(FindingCode.NOT_A_NUMBER, asked, value.written(), Map.of());
            return Optional.empty();
        }
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> other = otherUnit(counted.get(), value, unit.get());
        if (other.isPresent()) {
            Map<String, String> units =
                    Map.of("unit", other.get(), "expected", unit.get().written());
            add(FindingCode.UNIT_CONTRADICTED, asked, counted.get().written(), units);
            return Optional.empty();
        }
        if (value instanceof CellValue.Text) {
            Map<String, String> number = Map.of("number", counted.get().number().toPlainString());
            add(FindingCode.NUMBER_AS_TEXT, asked, value.written(), number);
        }
        Figure figure = Figure.of(plain(inBaseUnit(counted.get().number(), unit.get())));
        return Optional.of(observation(asked, figure, counted.get().written(), unit.get()));
    }

    /** What is stored as a number and shown as something else: nobody can tell which of the two is meant. */
    private static Optional<FindingCode> otherwiseMeant(CellValue value) {
        if (value instanceof CellValue.Day) {
            return Optional.of(FindingCode.VALUE_IS_DATE);
        }
        FormatCode.Kind shown =
                value instanceof CellValue.Numeric numeric ? numeric.format().kind() : FormatCode.Kind.PLAIN;
        return switch (shown) {
            case CLOCK -> Optional.of(FindingCode.VALUE_IS_DATE);
            case SCALED -> Optional.of(FindingCode.VALUE_SHOWN_SMALLER);
            default -> Optional.empty();
        };
    }

    /** A time as people see it: 1:03 for 0.04375 of a day. */
    private static String shown(CellValue value) {
        boolean clock =
                value instanceof CellValue.Numeric numeric && numeric.format().kind() == FormatCode.Kind.CLOCK;
        if (!clock) {
            return value.written();
        }
        BigDecimal minutes = new BigDecimal(value.written()).multiply(BigDecimal.valueOf(MINUTES_A_DAY));
        BigInteger[] hours = minutes.setScale(0, RoundingMode.HALF_UP)
                .toBigInteger()
                .divideAndRemainder(BigInteger.valueOf(MINUTES_AN_HOUR));
        return "%d:%02d".formatted(hours[0], hours[1].abs());
    }

    /** The unit stated by the cell itself, be it a percent sign or what its format writes, if it is not the line's. */
    private Optional<String> otherUnit(Counted counted, CellValue value, Unit unit) {
        if (counted.percent()) {
            return unit.isPercent() ? Optional.empty() : Optional.of(Unit.PERCENT);
        }
        return value instanceof CellValue.Numeric numeric
                ? legend.unitBehind(numeric.format(), unit)
                        .filter(written -> !written.isSameAs(unit))
                        .map(written -> numeric.format().behind())
                : Optional.empty();
    }

    private static Optional<Counted> counted(CellValue value) {
        if (value instanceof CellValue.Numeric numeric && numeric.percent()) {
            BigDecimal shown = plain(numeric.number().movePointRight(2));
            return Optional.of(new Counted(shown, shown.toPlainString() + Unit.PERCENT, true));
        }
        if (value instanceof CellValue.Numeric numeric) {
            return Optional.of(new Counted(numeric.number(), value.written(), false));
        }
        if (value instanceof CellValue.Text text) {
            return NumberText.parse(text.text())
                    .map(number -> new Counted(number.number(), text.text(), number.percent()));
        }
        return Optional.empty();
    }

    /** One quantity is always written one way, whatever zeros were typed behind it. */
    static BigDecimal plain(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * What a spreadsheet's binary arithmetic leaves behind, as in 0.100000000093 for 0.1, is not part of the figure.
     * Decimals that anybody could have meant stay.
     */
    private BigDecimal inBaseUnit(BigDecimal written, Unit unit) {
        BigDecimal value = written.multiply(unit.factor());
        if (written.scale() <= decimals(unit)) {
            return value;
        }
        BigDecimal step = step(unit);
        BigDecimal rounded = value.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        BigDecimal off = value.subtract(rounded).abs();
        return off.compareTo(step.multiply(NOISE)) <= 0 ? rounded : value;
    }

    private BigDecimal step(Unit unit) {
        return unit.factor().scaleByPowerOfTen(-decimals(unit));
    }

    private int decimals(Unit unit) {
        return unit.isPercent() ? PERCENT_DECIMALS : found.line().decimals();
    }

    private Observation observation(Asked asked, Figure figure, String written, Unit unit) {
        BigDecimal step = step(unit);
        FormLine line = found.line();
        return new Observation(
                line.code(),
                line.indicator(),
                asked.measure(),
                figure,
                new AsWritten(written, unit.written(), unit.factor(), plain(step)),
                place(asked));
    }

    private void add(FindingCode code, Asked asked, String value, Map<String, String> more) {
        FormLine line = found.line();
        Map<String, String> arguments = new HashMap<>(more);
        arguments.put("value", value);
        arguments.put("code", line.code());
        arguments.put("label", line.label());
        arguments.put(
                "column",
                legend.form()
                        .column(asked.measure())
                        .map(FormColumn::label)
                        .orElse(asked.measure().name()));
        Subject subject = new Subject(line.code(), line.indicator(), asked.measure());
        findings.add(code, place(asked), subject, arguments);
    }

    private Place.InCell place(Asked asked) {
        return grid.place(found.row(), asked.column());
    }
}
