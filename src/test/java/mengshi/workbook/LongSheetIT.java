package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory stays flat however long a sheet is: read by a Java machine of 64 MB. */
class LongSheetIT {

    private static final int ROWS = 500_000;

    @TempDir
    Path folder;

    @Test
    void half_a_million_rows_are_read_in_64_megabytes() throws Exception {
        Path file = LongSheet.write(folder.resolve("long.xlsx"), ROWS);

        String said = readIn("-Xmx64m", file);

        assertThat(said).startsWith("500000 rows, 5000000 cells, ");
        assertThat(Files.size(file)).isGreaterThan(20_000_000);
    }

    private String readIn(String heap, Path file) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongSheet.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(machine.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            machine.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
