package mengshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mengshi.model.Period;
import mengshi.sample.SampleSubmissions;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a night writes into its logs, and what it must not. */
class LogsIT {

    /** The program's own logging, whatever lies on the tests' class path. */
    private static final String AS_SHIPPED = "-Dlogback.configurationFile=logback.xml";

    private static final String SECRET = "canary-secret-4711";

    /** Whom the forms name as they were read: signers, fillers and their telephones. */
    private static final String PERSONS = "select distinct entry.value from ops.submission as submission"
            + " cross join lateral jsonb_each_text(submission.frame) as entry"
            + " where entry.key in ('unit_head', 'statistics_head', 'filled_by', 'phone') and length(entry.value) > 1";

    @TempDir
    private Path home;

    @Test
    void a_night_logs_json_with_run_submission_and_area_and_names_no_person_and_no_password() throws Exception {
        SampleSubmissions.of(Seeds.builtIn(), 1, Period.of("2025-06"), Period.of("2025-06"))
                .writeTo(home.resolve("inbox"));
        Files.writeString(home.resolve("inbox/._side.xlsx"), "left alone");
        List<String> options = List.of(AS_SHIPPED, "-DMENGSHI_LOG_FORMAT=ecs", "-DMENGSHI_INBOX_QUIET=0");

        Forked.Said night = Forked.run(home, options, "nightly");

        assertThat(night.code()).as(night.text()).isEqualTo(Exit.FOUND.code());
        List<JsonNode> lines = Files.readAllLines(home.resolve("logs/mengshi.log")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.propertyNames())
                    .contains("@timestamp", "log.level", "message", "ecs.version", "service.version", "log.logger");
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.at("/labels/run").asString("")).isEqualTo("1");
            assertThat(line.at("/labels/step").asString("")).isEqualTo("read");
            assertThat(line.at("/labels/submission").asString("")).matches("\\d+");
            assertThat(line.at("/labels/area").asString("")).isEqualTo("150100");
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.at("/labels/step").asString("")).isEqualTo("respond");
            assertThat(line.at("/labels/area").asString("")).isEqualTo("152900");
        });
        List<String> canaries = canaries(options);
        assertThat(canaries).hasSizeGreaterThanOrEqualTo(9).contains("示例负责人", "0471-0000000");
        assertThat(logs() + night.text()).doesNotContain(canaries.toArray(String[]::new));
    }

    @Test
    void a_password_that_is_refused_is_told_to_nobody() throws Exception {
        Path secret = Files.writeString(home.resolve("secret"), SECRET);
        List<String> options =
                new ArrayList<>(List.of(AS_SHIPPED, "-DMENGSHI_DB_URL=jdbc:postgresql://127.0.0.1:1/nothing"));
        for (String login : List.of("OWNER", "LOADER", "READER", "RESPONDER")) {
            options.add("-DMENGSHI_DB_" + login + "_USER=" + login.toLowerCase(Locale.ROOT));
            options.add("-DMENGSHI_DB_" + login + "_PASSWORD_FILE=" + secret);
        }

        Forked.Said refused = Forked.run(home, options, "nightly", "--debug");

        assertThat(refused.code()).as(refused.text()).isEqualTo(Exit.NOT_NOW.code());
        assertThat(refused.text()).contains("127.0.0.1:1").doesNotContain(SECRET);
        assertThat(logs()).contains("UNREACHABLE").doesNotContain(SECRET);
        assertThat(Forked.run(home, options, "config").text()).doesNotContain(SECRET);
    }

    /** Whom the forms name, with their telephones, and the passwords of the embedded database. */
    private List<String> canaries(List<String> options) throws Exception {
        List<String> canaries = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("pg"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".password")).toList()) {
                canaries.add(Files.readString(file).strip());
            }
        }
        String password = Files.readString(home.resolve("pg/postgres.password")).strip();
        assertThat(Forked.run(home, options, "db", "start").code()).isZero();
        String port = Files.readAllLines(home.resolve("pg/data/postmaster.pid")).get(3);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/mengshi", "postgres", password);
                ResultSet row = connection.createStatement().executeQuery(PERSONS)) {
            while (row.next()) {
                canaries.add(row.getString(1));
            }
        } finally {
            Forked.run(home, options, "db", "stop");
        }
        return canaries;
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        Path server = home.resolve("pg/server.log");
        if (Files.exists(server)) {
            all.append(Files.readString(server));
        }
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
