package mengshi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip package written part by part, for the files no honest program would write. */
public final class RawPackage {

    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private RawPackage() {}

    public static RawPackage empty() {
        return new RawPackage();
    }

    /** A workbook of one sheet named 表1. */
    public static RawPackage workbook(String sheetData) {
        return empty().with("[Content_Types].xml", contentTypes("spreadsheetml.sheet.main+xml"))
                .with(
                        "_rels/.rels",
                        XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"" + OFFICE
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                .with(
                        "xl/workbook.xml",
                        XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                                + "\"><sheets><sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"" + OFFICE
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                .with(
                        "xl/worksheets/sheet1.xml",
                        XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheetData + "</sheetData></worksheet>");
    }

    /** Content types whose main part is of the type named, for example {@code spreadsheetml.sheet.main+xml}. */
    public static String contentTypes(String main) {
        return contentTypesOf("application/vnd.openxmlformats-officedocument." + main);
    }

    public static String contentTypesOf(String main) {
        return XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main + "\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-"
                + "officedocument.spreadsheetml.worksheet+xml\"/></Types>";
    }

    public RawPackage with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    public RawPackage with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public boolean has(String name) {
        return parts.containsKey(name);
    }

    public byte[] part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    public byte[] bytes() {
        return zip(parts);
    }

    /** A package of these parts, in their order. */
    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }

    /** The parts of a package, in their order. */
    public static Map<String, byte[]> unzip(byte[] whole) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    public Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
