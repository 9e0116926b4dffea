package mengshi.model;

import java.util.Map;

/**
 * A fault of the data, with its place: a value, never an exception.
 *
 * @param code what is wrong; severity and level hang on it
 * @param arguments what the catalogue's sentences name in braces, for example {@code value} or {@code expected}
 */
public record Finding(FindingCode code, Place place, Subject subject, Map<String, String> arguments) {

    public Finding {
        arguments = Map.copyOf(arguments);
    }

    public Severity severity() {
        return code.severity();
    }

    public int level() {
        return code.level();
    }
}
