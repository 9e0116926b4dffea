package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A package in which some parts are changed and some are added. All others are copied as they lie in the file, without
 * being unpacked. One time stands on all of them: the same changes always give the same bytes.
 */
final class PackageEdit {

    /**
     * Where a part is to point to.
     *
     * @param type the last word of the relation's type
     */
    record Link(String type, String part) {}

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final String TYPES = "[Content_Types].xml";
    private static final int BUFFER = 16 * 1024;

    /** Less than half the work of the usual level, for a quarter more bytes in the parts that are changed. */
    private static final int LEVEL = Deflater.BEST_SPEED;

    private final PackageFile file;
    private final Map<String, byte[]> changed = new HashMap<>();
    private final Map<String, byte[]> added = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();

    PackageEdit(PackageFile file) {
        this.file = file;
    }

    void change(String part, byte[] content) {
        changed.put(part.toLowerCase(Locale.ROOT), content);
    }

    /**
     * Adds a part.
     *
     * @param pattern of its name, with {@code #} for the first number that is free
     * @param type its content type
     * @return its name
     */
    String add(String pattern, String type, String content) {
        String name = pattern.replace("#", "1");
        for (int number = 2; file.has(name) || added.containsKey(name); number++) {
            name = pattern.replace("#", String.valueOf(number));
        }
        added.put(name, content.getBytes(StandardCharsets.UTF_8));
        types.append("<Override PartName=\"/")
                .append(name)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>");
        return name;
    }

    /**
     * Lets a part point to others, once.
     *
     * @return the ids by which it may call them, in their order
     */
    List<String> relate(String part, List<Link> links) throws IOException, UnusualPackage, WorkbookRefused {
        String name = Relations.partOf(part);
        boolean first = !file.has(name);
        byte[] before = first
                ? (Markup.DECLARATION + "<Relationships xmlns=\"" + Relations.NAMESPACE + "\"/>")
                        .getBytes(StandardCharsets.UTF_8)
                : file.bytes(name);
        PartEdit edit = PartEdit.of(name, before, "Relationships", Set.of(Relations.NAMESPACE));
        PartEdit.Parent root = edit.parent();
        Set<String> known = new HashSet<>();
        while (edit.xml().nextChild(1)) {
            known.add(edit.xml().attribute("Id"));
        }
        List<String> ids = new ArrayList<>();
        StringBuilder markup = new StringBuilder();
        int number = known.size();
        for (Link link : links) {
            do {
                number++;
            } while (known.contains("rId" + number));
            ids.add("rId" + number);
            markup.append(XlsxPackage.relation(number, XlsxPackage.OFFICE + "/" + link.type(), "/" + link.part()));
        }
        edit.append(root, markup.toString());
        if (first) {
            added.put(name, edit.edited());
        } else {
            change(name, edit.edited());
        }
        return ids;
    }

    private void declareTypes() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit edit = PartEdit.of(TYPES, file.bytes(TYPES), "Types", Set.of(XlsxPackage.PACKAGE + "/content-types"));
        PartEdit.Parent root = edit.parent();
        while (edit.xml().nextChild(1)) {
            // Those there are stay.
        }
        edit.append(root, types.toString());
        change(TYPES, edit.edited());
    }

    /** The whole package with all changes, of the file that was opened. */
    byte[] written(File from) throws IOException, UnusualPackage, WorkbookRefused {
        declareTypes();
        ByteArrayOutputStream content = new ByteArrayOutputStream((int) from.length() + BUFFER);
        Packing packing = new Packing();
        try (ZipFile zip = ZipFile.builder().setFile(from).get();
                ZipArchiveOutputStream copy = new ZipArchiveOutputStream(content)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                byte[] now = changed.get(entry.getName().toLowerCase(Locale.ROOT));
                if (now != null) {
                    packing.pack(copy, entry.getName(), now);
                } else if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new UnusualPackage(entry.getName() + " is encrypted by itself");
                } else {
                    copy.addRawArchiveEntry(asPacked(entry), zip.getRawInputStream(entry));
                }
            }
            for (Map.Entry<String, byte[]> part : added.entrySet()) {
                packing.pack(copy, part.getKey(), part.getValue());
            }
        } finally {
            packing.deflater.end();
        }
        return content.toByteArray();
    }

    private static ZipArchiveEntry asPacked(ZipArchiveEntry entry) {
        ZipArchiveEntry copy = dated(entry.getName());
        copy.setMethod(entry.getMethod());
        copy.setSize(entry.getSize());
        copy.setCompressedSize(entry.getCompressedSize());
        copy.setCrc(entry.getCrc());
        return copy;
    }

    private static ZipArchiveEntry dated(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        // Local time is what a zip holds: no zone can shift it.
        entry.setTimeLocal(TIME);
        return entry;
    }

    /** Packs part after part, with one set of tables for all. */
    private static final class Packing {

        private final Deflater deflater = new Deflater(LEVEL, true);
        private final byte[] buffer = new byte[BUFFER];
        private final ByteArrayOutputStream packed = new ByteArrayOutputStream(BUFFER);

        void pack(ZipArchiveOutputStream copy, String name, byte[] content) throws IOException {
            deflater.reset();
            deflater.setInput(content);
            deflater.finish();
            packed.reset();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            CRC32 checksum = new CRC32();
            checksum.update(content);
            ZipArchiveEntry entry = dated(name);
            entry.setMethod(ZipArchiveEntry.DEFLATED);
            entry.setSize(content.length);
            entry.setCompressedSize(packed.size());
            entry.setCrc(checksum.getValue());
            copy.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.toByteArray()));
        }
    }
}
