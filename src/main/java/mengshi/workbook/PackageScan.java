package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import mengshi.model.FindingCode;

/**
 * Looks through a zip package before POI builds it in memory: counts elements without parsing, refuses document types
 * and macros, and sees whether the package is strict.
 */
final class PackageScan {

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_NAME = 80;
    private static final String ROOT_RELATIONS = "_rels/.rels";
    private static final String STRICT = "purl.oclc.org/ooxml/officeDocument";

    private final Weight weight;
    private final Set<String> names = new HashSet<>();
    private boolean strict;

    private PackageScan(Weight weight) {
        this.weight = weight;
    }

    /** Whether the package uses ISO 29500 strict's names. */
    static boolean isStrict(File file, Weight weight) throws IOException, WorkbookRefused {
        PackageScan scan = new PackageScan(weight);
        try (ZipFile zip = new ZipFile(file)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    scan.part(entry, part);
                }
            }
        }
        return scan.strict;
    }

    /** The same for a package in memory. */
    static boolean isStrict(byte[] content, Weight weight) throws IOException, WorkbookRefused {
        PackageScan scan = new PackageScan(weight);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                scan.part(entry, zip);
            }
        }
        return scan.strict;
    }

    private void part(ZipEntry entry, InputStream content) throws IOException, WorkbookRefused {
        weight.addPart();
        String name = entry.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        if (!names.add(lower)) {
            // Readers disagree on which of the two they take.
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "重复的部件 / duplicate part " + name);
        }
        if (lower.endsWith("vbaproject.bin")) {
            throw new WorkbookRefused(FindingCode.FILE_HAS_MACROS, "VBA: " + name);
        }
        boolean markup = lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ElementCounter elements = new ElementCounter(name);
        byte[] buffer = new byte[BUFFER];
        CRC32 checksum = new CRC32();
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            checksum.update(buffer, 0, read);
            weight.addBytes(size, read, entry.getCompressedSize());
            if (markup) {
                elements.feed(buffer, read);
            }
            if (lower.equals(ROOT_RELATIONS)) {
                kept.write(buffer, 0, read);
            }
        }
        if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "校验和不符 / wrong checksum in part " + name);
        }
        strict |= kept.toString(StandardCharsets.UTF_8).contains(STRICT);
    }

    /**
     * Sees the names of start tags go by; a comment or an equals sign within a value may make it count too much, never too
     * little.
     */
    private final class ElementCounter {

        private final String part;
        private final StringBuilder name = new StringBuilder();
        private boolean inName;
        private boolean inTag;
        private boolean inSheet;
        private boolean rootSeen;

        private ElementCounter(String part) {
            this.part = part;
        }

        void feed(byte[] buffer, int length) throws WorkbookRefused {
            for (int i = 0; i < length; i++) {
                char character = (char) (buffer[i] & 0xFF);
                if (character == 0) {
                    // UTF-16 has one beside every letter that matters here.
                    continue;
                }
                if (character == '<') {
                    inName = true;
                    inTag = true;
                    name.setLength(0);
                } else if (character == '=' && inTag) {
                    weight.addNode();
                } else if (inName) {
                    if (character <= ' ' || character == '>' || character == '/' || name.length() > LONGEST_NAME) {
                        inName = false;
                        element();
                    } else {
                        name.append(character);
                    }
                }
                inTag &= character != '>';
            }
        }

        private void element() throws WorkbookRefused {
            if (name.length() == 0 || name.charAt(0) == '?') {
                return;
            }
            if (name.charAt(0) == '!') {
                declaration();
                return;
            }
            weight.addNode();
            String local = name.substring(name.indexOf(":") + 1);
            if (!rootSeen) {
                rootSeen = true;
                inSheet = local.equals("worksheet");
            }
            switch (local) {
                case "comment" -> weight.addComment();
                case "si" -> weight.addString();
                default -> {
                    if (inSheet) {
                        inSheet(local);
                    }
                }
            }
        }

        private void inSheet(String local) throws WorkbookRefused {
            switch (local) {
                case "c" -> weight.addCells(1);
                case "row" -> weight.addRow();
                case "mergeCell" -> weight.addMerges(1);
                default -> {}
            }
        }

        private void declaration() throws WorkbookRefused {
            if (name.toString().startsWith("!DOCTYPE")) {
                throw new WorkbookRefused(FindingCode.EXTERNAL_ENTITIES, "DOCTYPE: " + part);
            }
        }
    }
}
