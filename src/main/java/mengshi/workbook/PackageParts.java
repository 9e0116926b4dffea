package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The parts of a package as they were submitted: POI writes all of them anew, also those nobody touched. */
final class PackageParts {

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final Pattern SHARED =
            Pattern.compile("\\[Content_Types\\]\\.xml|.*\\.rels|xl/(workbook|styles|sharedStrings)\\.xml");
    private static final Pattern SELECTED = Pattern.compile("tabSelected=\"(1|true)\"");
    private static final Pattern OF_COMMENTS = Pattern.compile("(?i).*(comments|vmldrawing).*");

    private final Map<String, byte[]> contents;

    private PackageParts(Map<String, byte[]> contents) {
        this.contents = contents;
    }

    static PackageParts none() {
        return new PackageParts(Map.of());
    }

    static PackageParts of(byte[] content) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new PackageParts(contents);
    }

    /** Whether the sheet is new, or was shown on opening, which another one is now. */
    boolean isChanged(XSSFSheet sheet) {
        byte[] before = contents.get(entryName(sheet.getPackagePart()));
        return before == null
                || SELECTED.matcher(new String(before, StandardCharsets.UTF_8)).find()
                || isNew(sheet);
    }

    /** A removed sheet leaves its part's name to the next one. */
    private static boolean isNew(XSSFSheet sheet) {
        return sheet.getSheetName().equals(Reply.METADATA_SHEET)
                || sheet.getWorkbook().getSheetIndex(sheet) == 0;
    }

    /** A sheet's part and those of its comments. */
    static Set<String> namesOf(XSSFSheet sheet) {
        Set<String> names = new HashSet<>();
        names.add(entryName(sheet.getPackagePart()));
        for (POIXMLDocumentPart related : sheet.getRelations()) {
            String name = entryName(related.getPackagePart());
            if (OF_COMMENTS.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Where the submitter's program wrote no properties, POI would write the time and its own name. */
    void stamp(XSSFWorkbook workbook) {
        if (!contents.containsKey("docProps/core.xml")) {
            var properties = workbook.getProperties().getCoreProperties();
            properties.setCreator(WorkbookWriter.AUTHOR);
            properties.setCreated(Optional.of(Date.from(TIME.toInstant(ZoneOffset.UTC))));
        }
    }

    /**
     * The package POI wrote, with the submitted bytes wherever nothing was to change, and with one time on all entries.
     *
     * @param changed names of parts that were changed on purpose
     */
    byte[] restoredIn(byte[] saved, Set<String> changed) throws IOException {
        ByteArrayOutputStream restored = new ByteArrayOutputStream(saved.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(saved));
                ZipOutputStream copy = new ZipOutputStream(restored)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                byte[] written = zip.readAllBytes();
                boolean ours = changed.contains(name) || SHARED.matcher(name).matches();
                ZipEntry dated = new ZipEntry(name);
                dated.setTimeLocal(TIME);
                copy.putNextEntry(dated);
                copy.write(ours ? written : contents.getOrDefault(name, written));
                copy.closeEntry();
            }
        }
        return restored.toByteArray();
    }

    private static String entryName(PackagePart part) {
        return part.getPartName().getName().substring(1);
    }
}
