package mengshi.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Where the reference data is read from: the jar's own {@code seeds/}, file by file overridden by a folder. */
public final class Seeds {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final @Nullable Path folder;

    private Seeds(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The seeds the program was built with. */
    public static Seeds builtIn() {
        return new Seeds(null);
    }

    /** The files of {@code folder}, and the built-in ones where it has none. */
    public static Seeds overriddenBy(Path folder) {
        return new Seeds(folder);
    }

    /**
     * All rows of one file.
     *
     * @param name the file's name without {@code .csv}
     * @throws IllegalStateException if there is no such file or it is not well-formed; the message names it
     */
    public List<SeedRow> rows(String name) {
        return rows(name, bytes(name));
    }

    /**
     * All rows of a file that is no seed yet but is written like one.
     *
     * @throws IllegalStateException if it is not well-formed; the message names it
     */
    public static List<SeedRow> read(Path file) throws IOException {
        return rows(file.getFileName().toString().replaceFirst("\\.csv$", ""), Files.readAllBytes(file));
    }

    private static List<SeedRow> rows(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<SeedRow> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                if (!line.isConsistent()) {
                    throw new IllegalStateException("seeds/" + name + ".csv, record " + (line.getRecordNumber() + 1)
                            + ": " + line.size() + " columns where the header has "
                            + parser.getHeaderNames().size() + ". Mend the file and start again.");
                }
                rows.add(new SeedRow(name, line.getRecordNumber() + 1, line.toMap()));
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("seeds/" + name + ".csv cannot be read", e);
        }
    }

    /** Whether there is a file of this name, without {@code .csv}. */
    public boolean has(String name) {
        return folder != null && Files.exists(folder.resolve(name + ".csv"))
                || Seeds.class.getResource("/seeds/" + name + ".csv") != null;
    }

    /** A fingerprint of the named files' content: the version of what they say together. */
    public String version(List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes(name));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private byte[] bytes(String name) {
        try {
            if (folder != null && Files.exists(folder.resolve(name + ".csv"))) {
                return Files.readAllBytes(folder.resolve(name + ".csv"));
            }
            try (InputStream input = Seeds.class.getResourceAsStream("/seeds/" + name + ".csv")) {
                if (input == null) {
                    throw new IllegalStateException("There is no seeds/" + name + ".csv in the program"
                            + (folder == null ? "" : " nor in " + folder));
                }
                return input.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("seeds/" + name + ".csv cannot be read", e);
        }
    }
}
