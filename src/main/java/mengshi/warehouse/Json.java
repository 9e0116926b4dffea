package mengshi.warehouse;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows as one JSON document, so that a whole set travels as one bound parameter. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An object whose values are all texts. */
    static Map<String, String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
