package mengshi.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a mart as a person reads it. */
record Texts(Map<String, @Nullable Object> row) {

    private static final int MINUTES = "2025-07-01T02:03".length();

    /** A column as text, empty for null. */
    String of(String column) {
        Object value = row.get(column);
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A moment without seconds and offset: all are Asia/Shanghai's. */
    String minute(String column) {
        String moment = of(column);
        return moment.length() < MINUTES ? moment : moment.substring(0, MINUTES).replace('T', ' ');
    }

    /** How long it lasted from one moment to the other, as 0:01:03; empty while one of them is missing. */
    String between(String from, String to) {
        if (of(from).isEmpty() || of(to).isEmpty()) {
            return "";
        }
        Duration lasted = Duration.between(OffsetDateTime.parse(of(from)), OffsetDateTime.parse(of(to)));
        return String.format("%d:%02d:%02d", lasted.toHours(), lasted.toMinutesPart(), lasted.toSecondsPart());
    }

    /** Sheet and cell as people point at them. */
    String place() {
        String sheet = of("sheet");
        String cell = of("cell");
        return cell.isEmpty() ? sheet : sheet + "!" + cell;
    }
}
