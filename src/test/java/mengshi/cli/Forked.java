package mengshi.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a JVM of its own, which a test may end as it likes. */
final class Forked {

    private static final String SETTING = "-DMENGSHI_";
    private static final String FACTS = "select count(*) as facts, md5(string_agg(concat_ws('|', area_code,"
            + " indicator_code, period, measure, value, value_text, unit_as_written, form_code, file_sha256, sheet,"
            + " cell), ',' order by area_code, indicator_code, period, measure, form_code)) as hash from observation";

    private Forked() {}

    /** What a program printed and how it ended. */
    record Said(int code, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        String lastLine() {
            return lines.get(lines.size() - 1);
        }
    }

    /** Runs a command to its end. */
    static Said run(Path home, String... arguments) throws IOException, InterruptedException {
        return run(home, List.of(), arguments);
    }

    /** @param options of the Java machine; those that define a setting become part of the environment */
    static Said run(Path home, List<String> options, String... arguments) throws IOException, InterruptedException {
        Process process = start(home, options, arguments);
        try (BufferedReader lines = output(process)) {
            List<String> said = lines.lines().toList();
            return new Said(process.waitFor(), said);
        }
    }

    /** How many facts there are, and a hash over all of them. */
    static String facts(Path home) {
        return query(home, FACTS);
    }

    /** Asked from this JVM, which is quicker than to start one. */
    static String query(Path home, String sql) {
        Shell shell = new Shell(null, home, Clock.systemUTC(), Map.of("MENGSHI_HOME", home.toString()));
        return shell.run("sql", "--json", sql).out().replaceAll("\\s+", "");
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Process start(Path home, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Mengshi.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MENGSHI_HOME", home.toString());
        options.stream()
                .filter(option -> option.startsWith(SETTING))
                .map(option -> option.substring(2).split("=", 2))
                .forEach(setting -> builder.environment().put(setting[0], setting[1]));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Without the tests' own logging, and without an empty entry, which would mean the working folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
