package mengshi.report;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Maps, lists and plain values as one JSON document whose bytes depend on nothing else. */
public final class JsonDocument {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final Separators NAMES =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(NAMES).withObjectIndenter(LINES).withArrayIndenter(LINES));

    private JsonDocument() {}

    /** The document in UTF-8, with a line break at its end. Numbers are written in full, never with an exponent. */
    public static byte[] of(Object value) {
        return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
