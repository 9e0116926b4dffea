package mengshi.warehouse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tabs between cells, {@code \N} for null. */
final class CopyText {

    private static final int TYPICAL_ROW = 160;

    private final StringBuilder rows = new StringBuilder(TYPICAL_ROW * 100);
    private boolean rowBegun;

    CopyText cell(@Nullable String text) {
        separate();
        if (text == null) {
            rows.append("\\N");
            return this;
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                // PostgreSQL text cannot hold it; nothing a person wrote can contain it either.
                case '\0' -> rows.append(' ');
                default -> rows.append(character);
            }
        }
        return this;
    }

    CopyText cell(@Nullable BigDecimal number) {
        return cell(number == null ? null : number.toPlainString());
    }

    CopyText cell(long number) {
        separate();
        rows.append(number);
        return this;
    }

    void endRow() {
        rows.append('\n');
        rowBegun = false;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    byte[] bytes() {
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (rowBegun) {
            rows.append('\t');
        }
        rowBegun = true;
    }
}
