package mengshi.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a correction replaced, in words and in a unit that people read. Nothing of it is rounded, or a small
 * correction would look like none.
 *
 * @param row of {@code mart.figure_revision_on}, with the names of its measure
 */
record CorrectedFigure(Map<String, @Nullable Object> row, Language language) {

    static List<CorrectedFigure> of(Edition edition) {
        return edition.beside().figureRevisions().rows().stream()
                .map(row -> new CorrectedFigure(row, edition.language()))
                .toList();
    }

    String area() {
        return text(language.of("area_name", "area_name_en"));
    }

    String indicator() {
        return text(language.of("indicator_name", "indicator_name_en"));
    }

    String measure() {
        return text(language.of("measure_name", "measure_name_en"));
    }

    /** A growth rate is a percentage, whatever its indicator is counted in. */
    ColumnUnit unit() {
        boolean isRate = text("measure").startsWith("YOY") || text("measure").equals("MOM");
        return ColumnUnit.of(
                Stream.of("was", "became")
                        .map(this::figure)
                        .flatMap(Optional::stream)
                        .toList(),
                isRate ? "%" : text("base_unit"),
                language);
    }

    Optional<BigDecimal> was() {
        return figure("was").map(unit()::in);
    }

    Optional<BigDecimal> became() {
        return figure("became").map(unit()::in);
    }

    /** A column as text; empty for null. */
    String text(String column) {
        return ScorecardLine.plain(row.get(column));
    }

    private Optional<BigDecimal> figure(String column) {
        return row.get(column) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}
