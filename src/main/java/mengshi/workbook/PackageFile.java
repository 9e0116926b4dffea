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

/** The parts of a zip package by name; names are the same whatever their case. */
final class PackageFile implements Closeable {

    private final ZipFile zip;
    private final Weight weight;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private PackageFile(ZipFile zip, Weight weight) {
        this.zip = zip;
        this.weight = weight;
    }

    static PackageFile open(File file, Weight weight) throws IOException, WorkbookRefused {
        PackageFile opened = new PackageFile(new ZipFile(file), weight);
        try {
            opened.list();
        } catch (WorkbookRefused e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    private void list() throws WorkbookRefused {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            weight.addPart();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (entries.put(name, entry) != null) {
                // Readers disagree on which of the two they take.
                throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "重复的部件 / duplicate part " + entry.getName());
            }
            if (name.endsWith("vbaproject.bin")) {
                throw new WorkbookRefused(FindingCode.FILE_HAS_MACROS, "VBA: " + entry.getName());
            }
        }
    }

    boolean has(String name) {
        return entries.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** @throws UnusualPackage if there is no such part */
    PartStream open(String name) throws IOException, UnusualPackage {
        ZipEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw new UnusualPackage("no part " + name);
        }
        return new PartStream(zip.getInputStream(entry), entry, weight);
    }

    /** All of a part. */
    byte[] bytes(String name) throws IOException, UnusualPackage {
        try (PartStream content = open(name)) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
