package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a zip anew under one fixed time: POI stamps every part with the time of writing. */
final class FixedZip {

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

    private FixedZip() {}

    static byte[] of(byte[] content) throws IOException {
        ByteArrayOutputStream fixed = new ByteArrayOutputStream(content.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream copy = new ZipOutputStream(fixed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ZipEntry part = new ZipEntry(entry.getName());
                // Local time is what a zip holds: no zone can shift it.
                part.setTimeLocal(TIME);
                copy.putNextEntry(part);
                zip.transferTo(copy);
                copy.closeEntry();
            }
        }
        return fixed.toByteArray();
    }
}
