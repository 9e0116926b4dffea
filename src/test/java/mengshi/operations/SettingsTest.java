package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mengshi.database.DatabaseSettings;
import mengshi.database.Login;
import mengshi.model.FileLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path folder;

    @Test
    void without_any_setting_the_defaults_hold() {
        Settings settings = Settings.of(Map.of("PATH", "/bin"), folder);

        assertThat(settings.home()).isEqualTo(new Home(folder.resolve("var")));
        assertThat(settings.home().inbox()).isEqualTo(folder.resolve("var/inbox"));
        assertThat(settings.threads()).isEqualTo(2);
        assertThat(settings.targetYear()).isEqualTo(2025);
        assertThat(settings.jobs()).isEmpty();
        assertThat(settings.unknown()).isEmpty();
        assertThat(settings.database().server())
                .isEqualTo(new DatabaseSettings.Embedded(folder.resolve("var/pg"), "mengshi"));
    }

    @Test
    void the_limits_of_a_file_are_settings_with_the_defaults_that_hold_without_them() {
        assertThat(Settings.of(Map.of(), folder).fileLimits()).isEqualTo(FileLimits.DEFAULT);
        assertThat(FileLimits.DEFAULT).isEqualTo(new FileLimits(20, 256, 200_000, 200_000, 100, 60, 10_000_000));

        FileLimits set = Settings.of(
                        Map.of(
                                "MENGSHI_MAX_FILE_MB", "21",
                                "MENGSHI_MAX_UNPACKED_MB", "22",
                                "MENGSHI_MAX_CELLS", "2300",
                                "MENGSHI_MAX_TEXTS", "2400",
                                "MENGSHI_MAX_SHEETS", "25",
                                "MENGSHI_MAX_SECONDS", "26",
                                "MENGSHI_MAX_TABLE_CELLS", "2700"),
                        folder)
                .fileLimits();

        assertThat(set).isEqualTo(new FileLimits(21, 22, 2300, 2400, 25, 26, 2700));
        assertThatThrownBy(() -> Settings.of(Map.of("MENGSHI_MAX_SECONDS", "0"), folder))
                .hasMessageContaining("MENGSHI_MAX_SECONDS · allowed: a whole number from 1 to 3600");
    }

    @Test
    void every_limit_stands_in_the_readme_with_its_default() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<Setting> limits = Arrays.stream(Setting.values())
                .filter(setting -> setting.name().startsWith("MENGSHI_MAX_"))
                .toList();

        assertThat(limits).hasSize(7);
        assertThat(limits).allSatisfy(limit -> assertThat(readme)
                .containsPattern(
                        "\\| `" + limit.variable() + "` \\| [^|]+ \\| " + limit.standard() + " \\| [^|]+ \\|"));
    }

    @Test
    void the_environment_goes_before_the_file() throws IOException {
        Files.writeString(folder.resolve("mengshi.properties"), """
                MENGSHI_THREADS=4
                MENGSHI_TARGET_YEAR=2026
                MENGSHI_HOUSE=elsewhere
                """);

        Settings settings = Settings.of(Map.of("MENGSHI_CONFIG", "mengshi.properties", "MENGSHI_THREADS", "3"), folder);

        assertThat(settings.threads()).isEqualTo(3);
        assertThat(settings.targetYear()).isEqualTo(2026);
        assertThat(settings.unknown()).containsExactly("MENGSHI_HOUSE");
        assertThat(settings.all())
                .contains(
                        new Settings.Effective(Setting.MENGSHI_THREADS, "3", Settings.Source.ENVIRONMENT),
                        new Settings.Effective(Setting.MENGSHI_TARGET_YEAR, "2026", Settings.Source.FILE),
                        new Settings.Effective(Setting.MENGSHI_HOME, "var", Settings.Source.DEFAULT));
    }

    @Test
    void a_wrong_value_is_refused_with_its_name_and_what_is_allowed() {
        assertThatThrownBy(() -> Settings.of(Map.of("MENGSHI_THREADS", "many"), folder))
                .isInstanceOf(SettingsRefused.class)
                .hasMessage("\"many\" is no value for this setting · MENGSHI_THREADS"
                        + " · allowed: a whole number from 1 to 16 · nothing was begun");
        assertThatThrownBy(() -> Settings.of(Map.of("MENGSHI_THREADS", "17"), folder))
                .hasMessageContaining("MENGSHI_THREADS");
        assertThatThrownBy(() -> Settings.of(Map.of("MENGSHI_SEEDS", "nowhere"), folder))
                .hasMessageContaining("\"nowhere\" is no value for this setting · MENGSHI_SEEDS");
        assertThatThrownBy(() -> Settings.of(Map.of("MENGSHI_CONFIG", "nothing.properties"), folder))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("MENGSHI_CONFIG");
    }

    @Test
    void an_address_with_a_password_is_refused_without_showing_it() {
        assertThatThrownBy(() -> Settings.of(external("jdbc:postgresql://db/mengshi?password=sesame"), folder))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("MENGSHI_DB_URL")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> Settings.of(external("postgres://someone:sesame@db/mengshi"), folder))
                .hasMessageNotContaining("sesame");
    }

    @Test
    void a_server_needs_all_four_logins() throws IOException {
        Files.writeString(folder.resolve("secret"), "sesame");
        Map<String, String> complete = external("jdbc:postgresql://db/mengshi");
        Map<String, String> incomplete = new HashMap<>(complete);
        incomplete.remove("MENGSHI_DB_READER_USER");

        Settings settings = Settings.of(complete, folder);

        assertThat(settings.database().server()).isInstanceOf(DatabaseSettings.External.class);
        assertThat(settings.all()).noneMatch(one -> one.value().contains("sesame"));
        assertThatThrownBy(() -> Settings.of(incomplete, folder))
                .hasMessageContaining("A login of the server is missing · MENGSHI_DB_READER_USER");
        assertThatThrownBy(() -> Settings.of(Map.of("MENGSHI_DB_READER_USER", "bi"), folder))
                .hasMessageContaining("A login is set without a server · MENGSHI_DB_URL");
    }

    @Test
    void the_launcher_s_own_setting_is_no_slip() {
        Settings settings =
                Settings.of(Map.of("MENGSHI_JAVA_OPTIONS", "-Xmx2g", "MENGSHI_JAVA_OPTION", "-Xmx2g"), folder);

        assertThat(settings.unknown()).containsExactly("MENGSHI_JAVA_OPTION");
        assertThat(settings.all())
                .contains(new Settings.Effective(Setting.MENGSHI_JAVA_OPTIONS, "-Xmx2g", Settings.Source.ENVIRONMENT));
    }

    private static Map<String, String> external(String url) {
        Map<String, String> environment = new HashMap<>(Map.of("MENGSHI_DB_URL", url));
        for (Login login : Login.values()) {
            environment.put("MENGSHI_DB_" + login + "_USER", "role_" + login);
            environment.put("MENGSHI_DB_" + login + "_PASSWORD_FILE", "secret");
        }
        return environment;
    }
}
