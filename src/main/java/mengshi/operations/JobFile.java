package mengshi.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a job is for and when it runs, as its file in {@code jobs/} says.
 *
 * @param schedule second, minute, hour, day, month, weekday; empty for a job that no clock starts
 * @param parameters names with what they mean
 * @param timeout such as {@code 3h}
 * @param onFailure who is told of a run that failed, if anybody
 */
public record JobFile(
        String name,
        String purpose,
        Optional<String> schedule,
        ZoneId zone,
        Map<String, String> parameters,
        String timeout,
        Optional<FailureHook> onFailure) {

    /** The jobs the program has. */
    public static final List<String> NAMES = List.of("backfill", "nightly");

    private static final Pattern TIMEOUT = Pattern.compile("(?=\\d)(\\d{1,3}h)?(\\d{1,5}m)?");
    private static final String NO_SCHEDULE = "-";

    public JobFile {
        parameters = Map.copyOf(parameters);
        if (!TIMEOUT.matcher(timeout).matches()) {
            throw new YAMLException("the timeout is written such as 3h, 90m or 1h30m, not " + timeout);
        }
    }

    /** All jobs: as the folder has them, else as the program brings them along. */
    public static List<JobFile> all(Optional<Path> folder) throws IOException {
        List<JobFile> jobs = new ArrayList<>();
        for (String name : NAMES) {
            Optional<Path> file =
                    folder.map(given -> given.resolve(name + ".yaml")).filter(Files::exists);
            try (InputStream input = file.isPresent() ? Files.newInputStream(file.get()) : builtIn(name)) {
                jobs.add(read(name, input, file.map(Path::toString).orElse("jobs/" + name + ".yaml")));
            }
        }
        return jobs;
    }

    /** The longest an attempt may take. */
    public Duration longest() {
        return Duration.parse("PT" + timeout.toUpperCase(Locale.ROOT));
    }

    private static InputStream builtIn(String name) {
        return Objects.requireNonNull(
                JobFile.class.getResourceAsStream("/jobs/" + name + ".yaml"),
                "The program lacks jobs/" + name + ".yaml");
    }

    private static JobFile read(String name, InputStream input, String where) {
        try {
            Map<String, @Nullable Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(input);
            String schedule = text(file, "schedule");
            return new JobFile(
                    name,
                    text(file, "purpose"),
                    Optional.of(schedule).filter(cron -> !cron.equals(NO_SCHEDULE)),
                    ZoneId.of(text(file, "zone")),
                    parameters(file.get("parameters")),
                    text(file, "timeout"),
                    FailureHook.of(text(file, "on-failure")));
        } catch (YAMLException | DateTimeException | ClassCastException | NullPointerException e) {
            throw new SettingsRefused(
                    "A job file cannot be understood: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " "),
                    where,
                    "mend it, or take it away: then the built-in one holds",
                    e);
        }
    }

    private static String text(Map<String, @Nullable Object> file, String key) {
        Object value = file.get(key);
        if (value == null) {
            throw new YAMLException("the key " + key + " is missing");
        }
        return value.toString();
    }

    private static Map<String, String> parameters(@Nullable Object written) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> map) {
            map.forEach((name, about) -> parameters.put(
                    String.valueOf(name), about instanceof Map<?, ?> said ? String.valueOf(said.get("meaning")) : ""));
        }
        return parameters;
    }
}
