package mengshi.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A second JVM that opens the database of a folder and does what it is told, line by line. */
final class OtherProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    private OtherProgram(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it without waiting for it. */
    static OtherProgram on(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        OtherProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new OtherProgram(process);
    }

    /** Waits until it has opened the database; returns the address it got. */
    String awaitOpen() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("open ")) {
            line = answers.readLine();
        }
        return line == null ? "ended without opening" : line.substring("open ".length());
    }

    /** Dies without any farewell. */
    void halt() throws IOException, InterruptedException {
        tell("halt");
    }

    /** Closes the database and ends. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            tell("close");
        }
    }

    private void tell(String word) throws IOException, InterruptedException {
        try (OutputStream output = process.getOutputStream()) {
            output.write((word + "\n").getBytes(StandardCharsets.UTF_8));
        }
        process.waitFor();
    }

    /** Without its empty entries, which stand for the working folder and would show the migrations twice. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])))) {
            database.migrate();
            System.out.println("open " + database.url());
            if ("halt".equals(orders.readLine())) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
