package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Valid workbooks with something changed in them. None hangs, none ends in anything but a reading or a refusal, and no
 * value changes in silence:
 *
 * <ul>
 *   <li>bytes of a package changed as they lie: refused, or read as if nothing had happened, for checksums guard all
 *       that is read;
 *   <li>content changed and packed anew: what we read is what POI reads; where POI refuses it is what was read before
 *       the change, which then touched nothing that means anything;
 *   <li>bytes of an .xls changed: it has no checksums, so nobody can tell a changed figure from a right one; here only
 *       the first two promises hold.
 * </ul>
 *
 * The suite tries a few hundred; {@code mvn -Pfuzz test} tries ten thousand in 512 MB.
 */
class MutationTest {

    private static final int MUTANTS = Integer.getInteger("mengshi.mutants", 200);
    private static final int SECONDS = 10;
    private static final int BASES = 40;

    @TempDir
    Path folder;

    private final Map<String, Integer> tally = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void no_change_to_a_workbook_hangs_breaks_or_deceives_the_reader() throws Exception {
        List<byte[]> packages = packages();
        List<byte[]> containers = containers();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < MUTANTS; i++) {
                Random random = new Random(i);
                boolean old = i % 8 == 7;
                byte[] whole = old
                        ? containers.get(random.nextInt(containers.size()))
                        : packages.get(random.nextInt(packages.size()));
                Mutant mutant = old ? Mutant.ofBytes(whole, random) : mutantOf(whole, random);
                String name = "mutant " + i + " (" + mutant.kind() + ")";
                reader.submit(() -> examine(name, whole, mutant, old)).get(SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            reader.shutdownNow();
        }

        System.out.println(MUTANTS + " mutants: " + tally);
        assertThat(faults).isEmpty();
        assertThat(tally.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(MUTANTS);
        assertThat(tally).containsKeys("bytes: refused", "content: as POI", "xls: refused");
    }

    private static Mutant mutantOf(byte[] whole, Random random) throws IOException {
        return switch (random.nextInt(4)) {
            case 0 -> Mutant.ofBytes(whole, random);
            case 1 -> Mutant.ofZip(whole, random);
            default -> Mutant.ofXml(whole, random);
        };
    }

    private boolean examine(String name, byte[] whole, Mutant mutant, boolean old) throws IOException {
        Path file = Files.write(folder.resolve("mutant"), mutant.content());
        Optional<WorkbookContent> read = read(name, file);
        if (old) {
            count(read.isPresent() ? "xls: read" : "xls: refused");
        } else if (mutant.repacked()) {
            compare(name, read, file, whole);
        } else if (read.isEmpty()) {
            count("bytes: refused");
        } else {
            count("bytes: unharmed");
            requireUnharmed(name, read, whole);
        }
        return true;
    }

    private void requireUnharmed(String name, Optional<WorkbookContent> read, byte[] whole) throws IOException {
        Path original = Files.write(folder.resolve("original"), whole);
        if (!read.equals(read(name, original))) {
            faults.add(name + ": it reads otherwise than before the change");
        }
    }

    private void compare(String name, Optional<WorkbookContent> read, Path file, byte[] whole) throws IOException {
        Optional<WorkbookContent> second;
        try {
            second = Optional.of(PoiReading.of(file));
        } catch (WorkbookRefused e) {
            second = Optional.empty();
        }
        if (read.isPresent() && second.isPresent()) {
            count("content: as POI");
            if (!read.equals(second)) {
                faults.add(name + ": POI reads something else");
            }
        } else if (read.isPresent()) {
            count("content: POI alone refuses");
            requireUnharmed(name, read, whole);
        } else {
            count(second.isPresent() ? "content: we alone refuse" : "content: both refuse");
        }
    }

    private Optional<WorkbookContent> read(String name, Path file) throws IOException {
        try {
            return Optional.of(WorkbookReader.read(file, WorkbookLimits.DEFAULT));
        } catch (WorkbookRefused e) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            faults.add(name + ": " + e);
            return Optional.empty();
        }
    }

    private void count(String outcome) {
        tally.merge(outcome, 1, Integer::sum);
    }

    private static List<byte[]> packages() throws IOException {
        List<byte[]> packages = new ArrayList<>(kept(".xlsx"));
        for (int seed = 0; seed < BASES; seed++) {
            packages.add(RandomBook.of(seed).bytes());
        }
        return packages;
    }

    private static List<byte[]> containers() throws IOException {
        List<byte[]> containers = new ArrayList<>(kept(".xls"));
        containers.add(WorkbookWriter.xls(
                WorkbookDraft.of(SheetDraft.named("表1").text(0, 0, "指标").number(1, 0, "12.5"))));
        return containers;
    }

    private static List<byte[]> kept(String extension) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/workbooks"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(extension)).toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }
}
