package mengshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the ratios were measured on. */
final class Machine {

    private static final long KILOBYTES_IN_GIBIBYTE = 1L << 20;

    private Machine() {}

    static String describe() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%d × %s, %.0f GiB, %s %s, Java %s%n",
                Runtime.getRuntime().availableProcessors(),
                processor,
                (double) memory / KILOBYTES_IN_GIBIBYTE,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }
}
