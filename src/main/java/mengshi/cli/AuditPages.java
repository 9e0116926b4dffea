package mengshi.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.targets.AuditResult;
import mengshi.targets.Complaint;
import mengshi.targets.Coverage;
import mengshi.targets.NumeralClass;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** What an audit found, for people and for programs. */
final class AuditPages {

    private static final NumeralClass[] CLASSES = NumeralClass.values();
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final AuditResult result;

    AuditPages(AuditResult result) {
        this.result = result;
    }

    /** The coverage by section and class, then every complaint with its place. */
    List<String> lines(int width) {
        List<String> lines = new ArrayList<>(coverage().lines(width));
        for (Complaint complaint : result.complaints()) {
            lines.add("");
            lines.add(complaint.code() + "  " + complaint.subject() + "  " + where(complaint.place()));
            lines.add("  " + Table.printable(complaint.message()));
            lines.add("  " + Table.printable(complaint.whatToDo()));
        }
        return lines;
    }

    /** In one sentence. */
    String summary() {
        return result.year() + ": " + result.numerals() + " numerals, " + share() + " % classified; "
                + result.targets() + " targets and " + result.actuals() + " results read again; "
                + result.complaints().size() + " complaints";
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("year", result.year());
        document.put("sha256", result.report().sha256());
        document.put("code_points", result.report().codePoints());
        document.put("numerals", result.numerals());
        document.put("classified", classified());
        document.put("targets", result.targets());
        document.put("actuals", result.actuals());
        document.put("coverage", result.coverage().stream().map(AuditPages::row).toList());
        document.put(
                "complaints", result.complaints().stream().map(AuditPages::row).toList());
        return document;
    }

    /** A header and rows as a seed file. */
    static String csv(List<String> header, List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
            printer.printRecord(header);
            printer.printRecords(rows);
        }
        return text.toString();
    }

    private Table coverage() {
        List<String> header = new ArrayList<>(List.of("部分"));
        for (NumeralClass numeralClass : CLASSES) {
            header.add(numeralClass.chinese());
        }
        header.addAll(List.of("未分类", "合计"));
        Table table = new Table(header.toArray(String[]::new)).right(numbers(header.size()));
        result.coverage().forEach(stretch -> {
            List<Object> row = new ArrayList<>(List.of(stretch.heading().label()));
            for (NumeralClass numeralClass : CLASSES) {
                row.add(stretch.count(numeralClass));
            }
            row.addAll(List.of(stretch.unclassified(), stretch.total()));
            table.row(row.toArray());
        });
        List<Object> sums = new ArrayList<>(List.of("合计"));
        for (NumeralClass numeralClass : CLASSES) {
            sums.add(result.count(numeralClass));
        }
        sums.addAll(List.of(result.unclassified().size(), result.numerals()));
        return table.row(sums.toArray());
    }

    private static int[] numbers(int columns) {
        int[] numbers = new int[columns - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        return numbers;
    }

    private int classified() {
        return result.coverage().stream()
                .mapToInt(stretch -> stretch.total() - stretch.unclassified())
                .sum();
    }

    /** Rounded down, so that 100 is said only of all. */
    private BigDecimal share() {
        return result.numerals() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * classified())
                        .divide(BigDecimal.valueOf(result.numerals()), 1, RoundingMode.DOWN);
    }

    private static String where(Complaint.Place place) {
        if (place.paragraph() == 0) {
            return "";
        }
        String paragraph = "第" + place.paragraph() + "段";
        return (place.offset() < 0 ? paragraph : paragraph + " " + place.offset() + "  ")
                + Table.printable(place.around());
    }

    private static Map<String, @Nullable Object> row(Complaint complaint) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("code", complaint.code().name());
        row.put("subject", complaint.subject());
        row.put(
                "paragraph",
                complaint.place().paragraph() == 0 ? null : complaint.place().paragraph());
        row.put(
                "offset",
                complaint.place().offset() < 0 ? null : complaint.place().offset());
        row.put("around", complaint.place().around());
        row.put("message", complaint.message());
        row.put("what_to_do", complaint.whatToDo());
        return row;
    }

    private static Map<String, Object> row(Coverage stretch) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("heading", stretch.heading().label());
        row.put("first_paragraph", stretch.first());
        row.put("last_paragraph", stretch.last());
        for (NumeralClass numeralClass : CLASSES) {
            row.put(numeralClass.code(), stretch.count(numeralClass));
        }
        row.put("unclassified", stretch.unclassified());
        row.put("total", stretch.total());
        return row;
    }
}
