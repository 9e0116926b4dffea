package mengshi.workbook;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mengshi.model.FindingCode;
import org.jspecify.annotations.Nullable;

/** The parts of a zip package by name; names are the same whatever their case. */
final class PackageFile implements Closeable {

    /** Opens a part's bytes. */
    private interface Part {
        PartStream open() throws IOException;
    }

    private final @Nullable ZipFile zip;
    private final Weight weight;
    private final Map<String, Part> parts = new HashMap<>();

    private PackageFile(@Nullable ZipFile zip, Weight weight) {
        this.zip = zip;
        this.weight = weight;
    }

    static PackageFile open(File file, Weight weight) throws IOException, WorkbookRefused {
        ZipFile zip = new ZipFile(file);
        PackageFile opened = new PackageFile(zip, weight);
        try {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                opened.add(entry.getName(), () -> new PartStream(zip.getInputStream(entry), entry, weight));
            }
        } catch (WorkbookRefused e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    /** A package that was unpacked and proven before. */
    static PackageFile of(Map<String, byte[]> unpacked, Weight weight) throws WorkbookRefused {
        PackageFile opened = new PackageFile(null, weight);
        for (Map.Entry<String, byte[]> part : unpacked.entrySet()) {
            opened.add(part.getKey(), () -> new PartStream(part.getValue(), weight));
        }
        return opened;
    }

    private void add(String written, Part part) throws WorkbookRefused {
        weight.addPart();
        String name = written.toLowerCase(Locale.ROOT);
        if (parts.put(name, part) != null) {
            // Readers disagree on which of the two they take.
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "重复的部件 / duplicate part " + written);
        }
        if (name.endsWith("vbaproject.bin")) {
            throw new WorkbookRefused(FindingCode.FILE_HAS_MACROS, "VBA: " + written);
        }
    }

    boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** @throws UnusualPackage if there is no such part */
    PartStream open(String name) throws IOException, UnusualPackage {
        Part part = parts.get(name.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw new UnusualPackage("no part " + name);
        }
        return part.open();
    }

    /** All of a part. */
    byte[] bytes(String name) throws IOException, UnusualPackage {
        try (PartStream content = open(name)) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
