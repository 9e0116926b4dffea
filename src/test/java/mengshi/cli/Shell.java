package mengshi.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import mengshi.TestDatabase;
import mengshi.database.Database;
import mengshi.database.Login;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Types commands as an operator would, in this JVM.
 *
 * @param database null for the one that comes with the program
 * @param environment beside the settings that point to the database; with COLUMNS a person looks at what is printed
 */
record Shell(@Nullable Database database, Path folder, Clock clock, Map<String, String> environment) {

    /** What a command left behind. */
    record Ended(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        String lastLine() {
            String[] lines = out.strip().split("\n");
            return lines[lines.length - 1];
        }
    }

    Shell(Database database, Path folder, Clock clock) {
        this(database, folder, clock, Map.of());
    }

    Ended run(String... arguments) {
        Map<String, String> settings =
                database == null ? new HashMap<>() : logins(database.url(), TestDatabase.folder());
        settings.putAll(environment);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Program program = new Program(
                settings,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                clock,
                "UTF-8",
                new Program.Terminals(environment.containsKey("COLUMNS"), false));
        int code = Mengshi.run(program, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The settings that point to a database of an embedded server, whose passwords lie in {@code server}. */
    static Map<String, String> logins(String url, Path server) {
        Map<String, String> settings = new HashMap<>(Map.of("MENGSHI_DB_URL", url));
        for (Login login : Login.values()) {
            String role = "mengshi_" + login.name().toLowerCase(Locale.ROOT);
            settings.put("MENGSHI_DB_" + login + "_USER", role);
            settings.put(
                    "MENGSHI_DB_" + login + "_PASSWORD_FILE",
                    server.resolve(role + ".password").toString());
        }
        return settings;
    }
}
