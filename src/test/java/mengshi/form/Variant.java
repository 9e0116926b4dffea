package mengshi.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mengshi.intake.ContentType;
import mengshi.intake.IntakeLimits;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Reading;
import mengshi.seeds.Seeds;
import mengshi.workbook.SheetContent;
import mengshi.workbook.SheetDraft;
import mengshi.workbook.WorkbookDraft;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;
import mengshi.workbook.WorkbookWriter;

/**
 * A workbook as people send it, with what must come of reading it: exactly these figures and exactly these findings.
 * Drafted from the faultless {@link TestSheet#june()}.
 */
final class Variant {

    /** What the faultless form says, in base units. */
    static final Map<String, String> TRUTH = Map.ofEntries(
            Map.entry("101 YOY_YTD", "5.2"),
            Map.entry("102 MONTH", "1200000"),
            Map.entry("102 YTD", "6000000"),
            Map.entry("102 YTD_LY", "5500000"),
            Map.entry("102 YTD_LY_COMP", "5400000"),
            Map.entry("102 YOY_YTD", "9.1"),
            Map.entry("1021 MONTH", "700000"),
            Map.entry("1021 YTD", "3100000"),
            Map.entry("112 MONTH", "800"),
            Map.entry("112 YTD", "4100"));

    private static final FormReader READER = new FormReader(
            TestForms.FORMS,
            AreaCatalogue.from(Seeds.builtIn()),
            UnitCatalogue.from(Seeds.builtIn()),
            Clock.fixed(Instant.parse("2025-07-15T02:00:00Z"), ZoneOffset.UTC));

    /** What came of reading. */
    record Outcome(Map<String, String> facts, List<String> findings) {}

    private final String name;
    private TestSheet sheet = TestSheet.june();
    private final List<TestSheet> others = new ArrayList<>();
    private final Map<String, String> facts = new TreeMap<>(TRUTH);
    private final List<String> findings = new ArrayList<>();
    private SentAs sent = SentAs.file("报表.xlsx");
    private boolean binary;
    private UnaryOperator<byte[]> container = bytes -> bytes;

    private Variant(String name) {
        this.name = name;
    }

    static Variant of(String name) {
        return new Variant(name);
    }

    static Variant of(String name, Consumer<TestSheet> change) {
        Variant variant = new Variant(name);
        change.accept(variant.sheet);
        return variant;
    }

    Variant sheet(TestSheet other) {
        sheet = other;
        return this;
    }

    Variant with(TestSheet other) {
        others.add(other);
        return this;
    }

    /** Another sheet in place of those with it. */
    Variant instead(TestSheet other) {
        others.clear();
        return with(other);
    }

    Variant named(String file) {
        sent = new SentAs(file, sent.folder());
        return this;
    }

    Variant in(String folder) {
        sent = new SentAs(sent.file(), folder);
        return this;
    }

    Variant xls() {
        binary = true;
        return this;
    }

    Variant as(UnaryOperator<byte[]> spoiling) {
        container = spoiling;
        return this;
    }

    Variant gives(String fact, String value) {
        facts.put(fact, value);
        return this;
    }

    Variant loses(String... lost) {
        List.of(lost).forEach(facts::remove);
        return this;
    }

    /** @param found code and cell, or the sheet's name, or - for the file */
    Variant finds(String... found) {
        findings.addAll(List.of(found));
        return this;
    }

    Variant refused(String found) {
        facts.clear();
        return finds(found);
    }

    Outcome expected() {
        return new Outcome(facts, findings.stream().sorted().toList());
    }

    /** The way a file takes: told by its content, opened, read. */
    Outcome read(Path folder) {
        try {
            Path file = Files.write(folder.resolve("variant"), file());
            ContentType type = ContentType.detect(file, sent.file(), IntakeLimits.DEFAULT);
            if (type instanceof ContentType.Refused refused) {
                return new Outcome(Map.of(), List.of(refused.reason() + " -"));
            }
            Reading reading = READER.read(WorkbookReader.read(file, WorkbookLimits.DEFAULT), sent);
            Map<String, String> read = new TreeMap<>();
            reading.submitted()
                    .map(Reading.Submitted::observations)
                    .orElse(List.of())
                    .forEach(seen -> read.put(seen.line() + " " + seen.measure(), figure(seen)));
            return new Outcome(
                    read,
                    reading.findings().stream().map(Variant::said).sorted().toList());
        } catch (WorkbookRefused e) {
            return new Outcome(Map.of(), List.of(e.reason() + " -"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's bytes. */
    byte[] file() {
        return container.apply(bytes());
    }

    private byte[] bytes() {
        List<SheetDraft> drafts = new ArrayList<>(List.of(draft(sheet.content())));
        others.forEach(other -> drafts.add(draft(other.content())));
        WorkbookDraft draft = new WorkbookDraft(drafts);
        return binary ? WorkbookWriter.xls(draft) : WorkbookWriter.xlsx(draft);
    }

    static SheetDraft draft(SheetContent content) {
        SheetDraft draft = SheetDraft.named(content.name());
        content.rows().forEach(row -> row.cells().forEach(cell -> draft.put(cell.row(), cell.column(), cell.value())));
        return content.hidden() ? draft.hide() : draft;
    }

    private static String figure(Observation seen) {
        return seen.figure().value() == null
                ? seen.figure().status().name()
                : seen.figure().value().toPlainString();
    }

    private static String said(Finding finding) {
        return finding.code() + " "
                + finding.place().address().or(finding.place()::sheetName).orElse("-");
    }

    @Override
    public String toString() {
        return name;
    }
}
