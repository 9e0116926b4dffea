package mengshi.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.form.Form;
import mengshi.form.FormCell;
import mengshi.form.FormLine;
import mengshi.model.Area;
import mengshi.model.Figure;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.model.Period;
import mengshi.model.SubmissionKey;
import mengshi.sample.SampleIndicator.Kind;

/** Fills a form's cells with invented figures that agree with each other to the last digit. */
final class FormFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int GROWTH_DECIMALS = 1;
    private static final int PERMILLE_SCALE = 3;

    /** A line's cells for one submission. */
    private record Line(Form form, FormLine line, SampleIndicator indicator, Area area, Period period) {}

    private final SampleCatalogue catalogue;
    private final AreaFigures figures;

    FormFigures(SampleCatalogue catalogue, AreaFigures figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    Map<FormCell, Figure> of(Form form, SubmissionKey key) {
        Map<FormCell, Figure> cells = new HashMap<>();
        for (FormLine line : form.lines()) {
            boolean quarterly = line.demand().quarterEndOnly() && key.period().endMonth() % 3 != 0;
            Optional<SampleIndicator> indicator = line.demand().required()
                    ? Optional.of(catalogue.indicator(line.indicator()))
                    : catalogue.find(line.indicator());
            if (!quarterly && indicator.isPresent() && isThere(indicator.get(), key.area())) {
                fill(cells, new Line(form, line, indicator.get(), key.area(), key.period()));
            }
        }
        return cells;
    }

    private boolean isThere(SampleIndicator indicator, Area area) {
        return figures.has(indicator, area.code()) || (area.isRegion() && !catalogue.isOwn(indicator));
    }

    private void fill(Map<FormCell, Figure> cells, Line line) {
        Set<Measure> taken = new HashSet<>(line.line().demand().must());
        taken.addAll(line.line().demand().may());
        for (Measure measure : taken) {
            figure(line, measure)
                    .ifPresent(figure -> cells.put(new FormCell(line.line().code(), measure), figure));
        }
    }

    private Optional<Figure> figure(Line line, Measure measure) {
        int year = line.period().calendarYear();
        return switch (line.indicator().kind()) {
            case STAGE -> stage(line).map(Figure::ofText);
            case RATE -> Optional.of(Figure.of(rate(line)));
            default ->
                switch (measure) {
                    case MONTH -> month(line).map(Figure::of);
                    case YTD, END -> Optional.of(Figure.of(cumulative(line, year, endMonth(line))));
                    case YTD_LY -> Optional.of(Figure.of(cumulative(line, year - 1, endMonth(line))));
                    case YTD_LY_COMP -> comparable(line).map(Figure::of);
                    case YOY_YTD -> Optional.of(growth(line));
                    default -> Optional.empty();
                };
        };
    }

    private static int endMonth(Line line) {
        return line.period().endMonth();
    }

    private static Optional<String> stage(Line line) {
        YearMonth end = line.period().end();
        return Optional.ofNullable(line.indicator().stages().floorEntry(end)).map(Map.Entry::getValue);
    }

    private BigDecimal rate(Line line) {
        long steps = figures.month(
                line.indicator(), line.area().code(), line.period().calendarYear(), endMonth(line));
        return catalogue.step(line.indicator().code()).multiply(BigDecimal.valueOf(steps));
    }

    /** The month's amount as written: what the cumulative figure has grown by. */
    private Optional<BigDecimal> month(Line line) {
        int month = endMonth(line);
        int year = line.period().calendarYear();
        if (figures.isStock(line.indicator())) {
            return Optional.empty();
        }
        boolean januaryInside = !line.form().schedule().januaryCollected() && month == 2;
        if (januaryInside || line.period().frequency() != Period.Frequency.MONTH) {
            return Optional.empty();
        }
        BigDecimal now = cumulative(line, year, month);
        return Optional.of(month == 1 ? now : now.subtract(cumulative(line, year, month - 1)));
    }

    /** In base units, rounded to what the line can hold. */
    private BigDecimal cumulative(Line line, int year, int month) {
        SampleIndicator indicator = line.indicator();
        BigDecimal exact = inBaseUnit(indicator, line.area().code(), year, month);
        if (line.area().isRegion() && !catalogue.isOwn(indicator)) {
            BigDecimal gap = indicator.variation().gap().movePointLeft(PERMILLE_SCALE);
            exact = sum(indicator, year, month).multiply(gap.add(BigDecimal.ONE));
        }
        return rounded(exact, line);
    }

    private BigDecimal sum(SampleIndicator indicator, int year, int month) {
        return catalogue.weights(indicator).keySet().stream()
                .map(area -> inBaseUnit(indicator, area, year, month))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal inBaseUnit(SampleIndicator indicator, String area, int year, int month) {
        if (!figures.has(indicator, area)) {
            return BigDecimal.ZERO;
        }
        long steps = figures.cumulative(indicator, area, year, month);
        return catalogue.step(indicator.code()).multiply(BigDecimal.valueOf(steps));
    }

    private BigDecimal rounded(BigDecimal quantity, Line line) {
        BigDecimal step = catalogue.step(line.line());
        return quantity.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    private Optional<BigDecimal> comparable(Line line) {
        return comparable(line, line.indicator());
    }

    private Optional<BigDecimal> comparable(Line line, SampleIndicator indicator) {
        Integer permille = indicator.variation().comparable().get(line.area().code());
        if (permille == null) {
            return Optional.empty();
        }
        if (indicator.kind() == Kind.REST) {
            return indicator.parents().stream()
                    .map(parent -> comparable(line, catalogue.indicator(parent)).orElseThrow())
                    .reduce(BigDecimal::subtract);
        }
        BigDecimal published =
                inBaseUnit(indicator, line.area().code(), line.period().calendarYear() - 1, endMonth(line));
        BigDecimal factor = BigDecimal.valueOf(permille).movePointLeft(PERMILLE_SCALE);
        return Optional.of(rounded(published.multiply(factor), line));
    }

    private Figure growth(Line line) {
        int year = line.period().calendarYear();
        BigDecimal now = cumulative(line, year, endMonth(line));
        BigDecimal base = comparable(line).orElseGet(() -> cumulative(line, year - 1, endMonth(line)));
        if (base.signum() == 0) {
            return Figure.missing(ObservationStatus.M);
        }
        BigDecimal growth = now.subtract(base).multiply(HUNDRED).divide(base, GROWTH_DECIMALS, RoundingMode.HALF_UP);
        return Figure.of(growth.add(line.indicator().variation().real()));
    }
}
