package mengshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was measured already: a benchmark that was interrupted goes on where it stood. Delete the file to begin anew. */
final class Ledger {

    private final Path file;
    private final Map<String, Meter.Reading> readings = new HashMap<>();

    private Ledger(Path file) {
        this.file = file;
    }

    static Ledger open(Path file) throws IOException {
        Ledger ledger = new Ledger(file);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] cells = line.split("\t");
                ledger.readings.put(
                        cells[0],
                        new Meter.Reading(
                                Long.parseLong(cells[1]),
                                Long.parseLong(cells[2]),
                                Long.parseLong(cells[3]),
                                Long.parseLong(cells[4])));
            }
        }
        return ledger;
    }

    Optional<Meter.Reading> reading(String what) {
        return Optional.ofNullable(readings.get(what));
    }

    void keep(String what, Meter.Reading reading) throws IOException {
        readings.put(what, reading);
        String line = String.join(
                "\t",
                what,
                Long.toString(reading.processTicks()),
                Long.toString(reading.serverTicks()),
                Long.toString(reading.wallMillis()),
                Long.toString(reading.peakKilobytes()));
        Files.writeString(
                file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
