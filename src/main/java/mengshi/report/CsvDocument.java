package mengshi.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** Rows as CSV after RFC 4180, safe to open in a spreadsheet. */
public final class CsvDocument {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private CsvDocument() {}

    /** The rows in UTF-8, the header being the marts' column names; null is an empty cell. */
    public static byte[] of(Rows rows) {
        List<String> records = new ArrayList<>();
        records.add(String.join(",", rows.columns()));
        for (Map<String, @Nullable Object> row : rows.rows()) {
            records.add(
                    rows.columns().stream().map(column -> cell(row.get(column))).collect(Collectors.joining(",")));
        }
        return (String.join("\r\n", records) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String text = ScorecardLine.plain(value);
        // A spreadsheet takes text that begins like a formula for one.
        boolean formula = value instanceof String && !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
