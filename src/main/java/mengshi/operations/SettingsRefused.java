package mengshi.operations;

import org.jspecify.annotations.Nullable;

/** A setting has a value that cannot be worked with; the program does not start. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsRefused(String what, Object where, String whatToDo, @Nullable Throwable cause) {
        super(what + " · " + where + " · " + whatToDo + " · nothing was begun", cause);
    }

    static SettingsRefused value(Setting setting, String value) {
        return new SettingsRefused(
                "\"" + setting.printable(value) + "\" is no value for this setting",
                setting.variable(),
                "allowed: " + setting.allowed(),
                null);
    }
}
