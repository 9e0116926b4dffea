package mengshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Starts processes and watches how much memory they hold. */
final class Run {

    private static final int LOOK_EVERY_MILLIS = 20;
    private static final String PEAK = "VmHWM:";

    private Run() {}

    static List<String> mengshi(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of("jobs/mengshi").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static ProcessBuilder in(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MENGSHI_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * Runs to the end.
     *
     * @param watcher is told the process's number at every look
     * @return the most kilobytes the process and its descendants held, seen every 20 ms
     * @throws IOException if it ends with another code than {@code good}; its output stands in {@code log}
     */
    static long toEnd(ProcessBuilder builder, Path log, Set<Integer> good, LongConsumer watcher)
            throws IOException, InterruptedException {
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        long peak = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            watcher.accept(process.pid());
            long now = peak(process.pid());
            now += process.descendants()
                    .mapToLong(each -> peak(each.pid()))
                    .max()
                    .orElse(0);
            peak = Math.max(peak, now);
        }
        if (!good.contains(process.exitValue())) {
            throw new IOException(builder.command() + " ended with " + process.exitValue() + "; see " + log);
        }
        return peak;
    }

    private static long peak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(
                            line.substring(PEAK.length()).replace("kB", "").strip());
                }
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }
}
