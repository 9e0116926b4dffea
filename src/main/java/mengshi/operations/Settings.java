package mengshi.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import mengshi.database.DatabaseSettings;
import mengshi.database.Login;
import mengshi.database.Patience;
import mengshi.model.FileLimits;
import mengshi.seeds.Seeds;

/** The settings in force, looked through before anything begins. */
public final class Settings {

    /** Where a setting's value comes from. */
    public enum Source {
        DEFAULT,
        FILE,
        ENVIRONMENT
    }

    /**
     * A setting as it is in force.
     *
     * @param value may be shown; empty for none
     */
    public record Effective(Setting setting, String value, Source source) {}

    private static final String PREFIX = "MENGSHI_";
    private static final List<String> LOG_FORMATS = List.of("plain", "ecs");
    private static final int MOST_THREADS = 16;
    private static final int LONGEST_QUIET = 3600;
    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2060;
    private static final int MOST_RETRIES = 10;
    private static final int LONGEST_CONNECT = 120;
    private static final int DAY = 86_400;
    private static final int FEWEST_CONNECTIONS = 8;

    private final Map<Setting, Effective> effective = new EnumMap<>(Setting.class);
    private final List<String> unknown = new ArrayList<>();
    private final Path folder;

    private Settings(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads and checks all settings.
     *
     * @param folder the working folder, from which relative paths go
     * @throws SettingsRefused naming the first wrong one
     */
    public static Settings of(Map<String, String> environment, Path folder) {
        Settings settings = new Settings(folder);
        for (Setting setting : Setting.values()) {
            settings.put(setting, setting.standard(), Source.DEFAULT);
        }
        settings.take(environment, Source.ENVIRONMENT);
        if (settings.isSet(Setting.MENGSHI_CONFIG)) {
            settings.take(settings.file(), Source.FILE);
        }
        settings.check();
        return settings;
    }

    /** Names that begin like ours and are none of ours: most likely slips of the pen. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    public List<Effective> all() {
        return effective.values().stream()
                .map(one -> new Effective(one.setting(), one.setting().printable(one.value()), one.source()))
                .toList();
    }

    public Home home() {
        return new Home(path(Setting.MENGSHI_HOME));
    }

    public Seeds seeds() {
        return given(Setting.MENGSHI_SEEDS).map(Seeds::overriddenBy).orElseGet(Seeds::builtIn);
    }

    /** The folder that overrides the built-in jobs, if there is one. */
    public Optional<Path> jobs() {
        return given(Setting.MENGSHI_JOBS);
    }

    /** The folder of the external server's client programs, if it is set. */
    public Optional<Path> databasePrograms() {
        return given(Setting.MENGSHI_DB_PROGRAMS);
    }

    public int threads() {
        return whole(Setting.MENGSHI_THREADS, 1, MOST_THREADS);
    }

    /** How long a file must have lain unchanged in the inbox before it is taken. */
    public Duration inboxQuiet() {
        return Duration.ofSeconds(whole(Setting.MENGSHI_INBOX_QUIET, 0, LONGEST_QUIET));
    }

    public int targetYear() {
        return whole(Setting.MENGSHI_TARGET_YEAR, FIRST_YEAR, LAST_YEAR);
    }

    /** What one submitted file may hold. */
    public FileLimits fileLimits() {
        return new FileLimits(
                whole(Setting.MENGSHI_MAX_FILE_MB, 1, 1000),
                whole(Setting.MENGSHI_MAX_UNPACKED_MB, 4, 8000),
                whole(Setting.MENGSHI_MAX_CELLS, 1000, 20_000_000),
                whole(Setting.MENGSHI_MAX_TEXTS, 1000, 5_000_000),
                whole(Setting.MENGSHI_MAX_SHEETS, 1, 1000),
                whole(Setting.MENGSHI_MAX_SECONDS, 1, 3600),
                whole(Setting.MENGSHI_MAX_TABLE_CELLS, 1000, 20_000_000));
    }

    /** Where the database's passwords lie: those that are given, or those of the embedded server. */
    List<Path> passwordFiles() throws IOException {
        List<Path> given = Arrays.stream(Login.values())
                .flatMap(login -> given(passwordFile(login)).stream())
                .toList();
        return given.isEmpty() ? home().passwordFiles() : given;
    }

    public DatabaseSettings database() {
        // Every thread needs one connection for its data and, for a moment, one for the state of its step.
        int connections = Math.max(FEWEST_CONNECTIONS, 2 * threads() + 4);
        if (!isSet(Setting.MENGSHI_DB_URL)) {
            return new DatabaseSettings(
                    new DatabaseSettings.Embedded(home().postgres(), "mengshi"), connections, patience());
        }
        Map<Login, DatabaseSettings.Credentials> logins = new EnumMap<>(Login.class);
        for (Login login : Login.values()) {
            logins.put(login, new DatabaseSettings.Credentials(value(user(login)), path(passwordFile(login))));
        }
        try {
            return new DatabaseSettings(
                    new DatabaseSettings.External(value(Setting.MENGSHI_DB_URL), logins), connections, patience());
        } catch (IllegalArgumentException e) {
            throw new SettingsRefused(
                    String.valueOf(e.getMessage()), Setting.MENGSHI_DB_URL, "see `mengshi config --help`", e);
        }
    }

    /** {@code plain} or {@code ecs}. */
    public String logFormat() {
        String format = value(Setting.MENGSHI_LOG_FORMAT);
        if (!LOG_FORMATS.contains(format)) {
            throw SettingsRefused.value(Setting.MENGSHI_LOG_FORMAT, format);
        }
        return format;
    }

    /** How many times a run whose database was in trouble is tried again by itself. */
    public int databaseRetries() {
        return whole(Setting.MENGSHI_DB_RETRIES, 0, MOST_RETRIES);
    }

    private Patience patience() {
        return new Patience(
                seconds(Setting.MENGSHI_DB_CONNECT_SECONDS, LONGEST_CONNECT),
                seconds(Setting.MENGSHI_DB_STATEMENT_SECONDS, DAY),
                seconds(Setting.MENGSHI_DB_LOCK_SECONDS, DAY),
                seconds(Setting.MENGSHI_DB_IDLE_SECONDS, DAY));
    }

    private Duration seconds(Setting setting, int most) {
        return Duration.ofSeconds(whole(setting, 1, most));
    }

    private void take(Map<String, String> values, Source source) {
        new TreeMap<>(values).forEach((name, value) -> {
            if (!name.startsWith(PREFIX)) {
                return;
            }
            Optional<Setting> setting = Setting.named(name);
            if (setting.isEmpty()) {
                unknown.add(name);
            } else if (!value.isBlank() && at(setting.get()).source() != Source.ENVIRONMENT) {
                put(setting.get(), value.strip(), source);
            }
        });
    }

    private Map<String, String> file() {
        Path file = path(Setting.MENGSHI_CONFIG);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsRefused(
                    "The file of settings cannot be read: " + e,
                    "MENGSHI_CONFIG",
                    "give a readable properties file",
                    e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
        return values;
    }

    private void check() {
        if (Files.exists(home().root()) && !Files.isDirectory(home().root())) {
            throw SettingsRefused.value(Setting.MENGSHI_HOME, value(Setting.MENGSHI_HOME));
        }
        for (Setting setting : List.of(Setting.MENGSHI_SEEDS, Setting.MENGSHI_JOBS, Setting.MENGSHI_DB_PROGRAMS)) {
            if (isSet(setting) && !Files.isDirectory(path(setting))) {
                throw SettingsRefused.value(setting, value(setting));
            }
        }
        String address = value(Setting.MENGSHI_DB_URL);
        if (!address.isEmpty() && (!address.startsWith("jdbc:postgresql:") || address.contains("password="))) {
            throw SettingsRefused.value(Setting.MENGSHI_DB_URL, address);
        }
        checkLogins();
        threads();
        inboxQuiet();
        databaseRetries();
        logFormat();
        targetYear();
        fileLimits();
        database();
    }

    private void checkLogins() {
        for (Login login : Login.values()) {
            for (Setting setting : List.of(user(login), passwordFile(login))) {
                if (isSet(Setting.MENGSHI_DB_URL) != isSet(setting)) {
                    throw new SettingsRefused(
                            isSet(setting) ? "A login is set without a server" : "A login of the server is missing",
                            isSet(setting) ? Setting.MENGSHI_DB_URL : setting,
                            "set MENGSHI_DB_URL and all its logins, or none of them",
                            null);
                }
            }
            if (isSet(passwordFile(login)) && !Files.isReadable(path(passwordFile(login)))) {
                throw SettingsRefused.value(passwordFile(login), value(passwordFile(login)));
            }
        }
    }

    private static Setting user(Login login) {
        return Setting.valueOf("MENGSHI_DB_" + login + "_USER");
    }

    private static Setting passwordFile(Login login) {
        return Setting.valueOf("MENGSHI_DB_" + login + "_PASSWORD_FILE");
    }

    private void put(Setting setting, String value, Source source) {
        effective.put(setting, new Effective(setting, value, source));
    }

    private Effective at(Setting setting) {
        Effective found = effective.get(setting);
        return found == null ? new Effective(setting, setting.standard(), Source.DEFAULT) : found;
    }

    private String value(Setting setting) {
        return at(setting).value();
    }

    private boolean isSet(Setting setting) {
        return !value(setting).isEmpty();
    }

    private Optional<Path> given(Setting setting) {
        return isSet(setting) ? Optional.of(path(setting)) : Optional.empty();
    }

    private Path path(Setting setting) {
        return folder.resolve(value(setting)).toAbsolutePath().normalize();
    }

    private int whole(Setting setting, int least, int most) {
        try {
            int number = Integer.parseInt(value(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw SettingsRefused.value(setting, value(setting));
        }
        throw SettingsRefused.value(setting, value(setting));
    }
}
