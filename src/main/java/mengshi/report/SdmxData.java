package mengshi.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/** Figures as SDMX-CSV 2.0: one line per observation of the dataflow that {@link SdmxStructure} describes. */
public final class SdmxData {

    private static final String INFORMATION = "I";

    private SdmxData() {}

    /** @param figures as {@code Marts.exchangeFigures} gives them */
    public static byte[] csv(Rows figures) {
        List<String> components = SdmxStructure.components();
        StringBuilder text = new StringBuilder(
                record(Stream.concat(Stream.of("STRUCTURE", "STRUCTURE_ID", "ACTION"), components.stream())));
        for (Map<String, @Nullable Object> figure : figures.rows()) {
            text.append(record(Stream.concat(
                    Stream.of("dataflow", SdmxStructure.DATAFLOW_ID, INFORMATION),
                    components.stream().map(component -> plain(figure.get(component.toLowerCase(Locale.ROOT)))))));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String record(Stream<String> cells) {
        return cells.map(SdmxData::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        boolean special = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    /** Numbers without an exponent and without trailing zeros, so that the same figure is the same text. */
    private static String plain(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
