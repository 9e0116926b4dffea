package mengshi.warehouse;

import tools.jackson.databind.json.JsonMapper;

/** Rows as one JSON document, so that a whole set travels as one bound parameter. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
