package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory stays flat however long a table of history is: read by a Java machine in which it has no room. */
class LongTableIT {

    @TempDir
    Path folder;

    @Test
    void a_table_is_read_by_a_machine_that_could_not_hold_it() throws Exception {
        assertThat(read("54000")).isEqualToIgnoringNewLines("53820 figures, 0 findings, refused false []");
        assertThat(read("54000", "held")).contains("OutOfMemoryError");
    }

    private String read(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder machine = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx20m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LongTable.class.getName());
        machine.command().addAll(java.util.List.of(arguments));
        Process reading = machine.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(reading.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            reading.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
