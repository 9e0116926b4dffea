package mengshi.form;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.model.Measure;
import mengshi.model.Observation;
import mengshi.model.Reading;
import mengshi.seeds.Seeds;

/** A few small forms for tests, and a reader that lives on 15 July 2025. */
final class TestForms {

    static final String FILE = "报表.xlsx";
    static final Seeds SEEDS = Seeds.overriddenBy(Path.of("src/test/resources/seeds-form"));
    static final FormCatalogue FORMS = FormCatalogue.from(SEEDS);
    static final AreaCatalogue AREAS = AreaCatalogue.from(SEEDS);
    static final UnitCatalogue UNITS = UnitCatalogue.from(SEEDS);

    private TestForms() {}

    static Form form(String code) {
        return FORMS.form(code).orElseThrow();
    }

    static FormReader reader() {
        return readerAt("2025-07-15T02:00:00Z");
    }

    static FormReader readerAt(String instant) {
        return new FormReader(FORMS, AREAS, UNITS, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    static Reading read(TestSheet sheet, TestSheet... others) {
        return reader().read(sheet.workbook(others), FILE);
    }

    static Reading.Submitted submitted(TestSheet sheet, TestSheet... others) {
        return read(sheet, others).submitted().orElseThrow();
    }

    /** Each finding as one line: code, place, and what it is about. */
    static List<String> findings(TestSheet sheet, TestSheet... others) {
        return said(read(sheet, others));
    }

    static List<String> said(Reading reading) {
        return reading.findings().stream()
                .map(finding -> Stream.of(
                                finding.code().name(),
                                finding.place()
                                        .address()
                                        .or(finding.place()::sheetName)
                                        .orElse(finding.place().file()),
                                finding.subject().line(),
                                finding.subject().measure())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The one observation of a line and measure, as value in base units. */
    static Observation observation(Reading.Submitted reading, String line, Measure measure) {
        return reading.observations().stream()
                .filter(seen -> seen.line().equals(line) && seen.measure() == measure)
                .findFirst()
                .orElseThrow();
    }
}
