package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * ISO 29500 strict packages differ from transitional ones by their names; POI knows only the latter. In memory the names
 * are exchanged, the file stays as it is.
 */
final class StrictPackage {

    private static final Pattern NAMESPACE = Pattern.compile("http://purl\\.oclc\\.org/ooxml/(\\w+)/");

    private StrictPackage() {}

    /** The package under transitional names. */
    static byte[] toTransitional(InputStream strict) throws IOException {
        ByteArrayOutputStream transitional = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(strict);
                ZipOutputStream copy = new ZipOutputStream(transitional)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(renamed(entry.getName().toLowerCase(Locale.ROOT), zip.readAllBytes()));
                copy.closeEntry();
            }
        }
        return transitional.toByteArray();
    }

    static byte[] toTransitional(byte[] strict) throws IOException {
        return toTransitional(new ByteArrayInputStream(strict));
    }

    private static byte[] renamed(String part, byte[] content) {
        if (!part.endsWith(".xml") && !part.endsWith(".rels")) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return NAMESPACE
                .matcher(text)
                .replaceAll("http://schemas.openxmlformats.org/$1/2006/")
                .replace("/extendedProperties\"", "/extended-properties\"")
                .replace(" conformance=\"strict\"", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
