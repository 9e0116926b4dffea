package mengshi.warehouse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question to the marts answered.
 *
 * @param columns the marts' names, in their order
 * @param rows by column, in the same order; numbers are {@code BigDecimal}, {@code Integer} or {@code Long}, moments and
 *     days are ISO-8601 text (moments with the offset of Asia/Shanghai), JSON is maps and lists
 */
public record Rows(List<String> columns, List<Map<String, @Nullable Object>> rows) {

    public Rows {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Optional<Map<String, @Nullable Object>> first() {
        return rows.stream().findFirst();
    }
}
