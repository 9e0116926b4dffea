package mengshi.intake;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import mengshi.model.FindingCode;

/** Weighs a zip package, proves every part whole, and tells by its content types what it is. */
final class ZipPackage {

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final int BUFFER = 16 * 1024;

    private ZipPackage() {}

    /** @param unpacked takes the parts, if they are small */
    static ContentType examine(Path file, IntakeLimits limits, Unpacked unpacked) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            Optional<ContentType> fault = new Weighing(zip, limits, unpacked).weigh(entries);
            return fault.isPresent() ? fault.get() : name(zip, entries);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return unopened(String.valueOf(e.getMessage()));
        }
    }

    private static ContentType unopened(String message) {
        return message.contains("encrypted entry")
                ? new ContentType.Refused(FindingCode.FILE_ENCRYPTED, "加密的 ZIP / encrypted zip")
                : new ContentType.Refused(FindingCode.FILE_CORRUPT, "ZIP: " + message);
    }

    private static ContentType name(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        Optional<? extends ZipEntry> types = find(entries, CONTENT_TYPES);
        if (types.isEmpty()) {
            return withoutContentTypes(zip, entries);
        }
        String declared = content(zip, types.get()).toLowerCase(Locale.ROOT);
        if (declared.contains("sheet.binary.macroenabled")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "Excel 二进制工作簿 (.xlsb) / Excel binary workbook");
        }
        if (hasMacros(declared, entries)) {
            return refused(FindingCode.FILE_HAS_MACROS, "含 VBA 或宏表 / VBA project or macro sheet");
        }
        if (declared.contains("spreadsheetml.sheet.main+xml") || declared.contains("spreadsheetml.template.main+xml")) {
            return new ContentType.Accepted(FileKind.XLSX);
        }
        if (declared.contains("wordprocessingml")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "Word 文档 (.docx) / Word document");
        }
        if (declared.contains("presentationml")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "PowerPoint 演示文稿 (.pptx) / PowerPoint presentation");
        }
        return refused(FindingCode.NOT_A_WORKBOOK, "不含工作簿的 Office 文件包 / Office package without a workbook");
    }

    private static boolean hasMacros(String declared, List<? extends ZipEntry> entries) {
        return declared.contains("macroenabled")
                || declared.contains("vbaproject")
                || declared.contains("ms-excel.macrosheet")
                || entries.stream()
                        .anyMatch(entry ->
                                entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
    }

    private static ContentType withoutContentTypes(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        Optional<? extends ZipEntry> mimetype = find(entries, "mimetype");
        if (mimetype.isPresent() && content(zip, mimetype.get()).contains("opendocument")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "OpenDocument 表格 (.ods) / OpenDocument file");
        }
        if (find(entries, "index/document.iwa").isPresent()) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "Apple Numbers 表格 / Apple Numbers document");
        }
        return refused(FindingCode.NOT_A_WORKBOOK, "ZIP 压缩包 / zip archive");
    }

    private static Optional<? extends ZipEntry> find(List<? extends ZipEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static String content(ZipFile zip, ZipEntry entry) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream input = zip.getInputStream(entry)) {
            input.transferTo(content);
        }
        String text = content.toString(StandardCharsets.UTF_8);
        // UTF-16 is allowed too; what is looked for is ASCII, so dropping the zero bytes will do.
        return text.replace("\0", "");
    }

    private static ContentType refused(FindingCode reason, String detail) {
        return new ContentType.Refused(reason, detail);
    }

    /** Unpacks every part, within the limits: what the directory of a zip declares may be a lie. */
    private static final class Weighing {

        private final ZipFile zip;
        private final IntakeLimits limits;
        private final Unpacked unpacked;
        private final byte[] buffer = new byte[BUFFER];
        private long total;

        Weighing(ZipFile zip, IntakeLimits limits, Unpacked unpacked) {
            this.zip = zip;
            this.limits = limits;
            this.unpacked = unpacked;
        }

        Optional<ContentType> weigh(List<? extends ZipEntry> entries) throws IOException {
            if (entries.size() > limits.entries()) {
                return over("部件数 / parts " + entries.size() + " > " + limits.entries());
            }
            // First, because unpacking goes by name. Part names are the same whatever their case, and readers disagree
            // on which of two equal ones they take.
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : entries) {
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    return corrupt("重复的部件 / duplicate part " + entry.getName());
                }
            }
            for (ZipEntry entry : entries) {
                Optional<ContentType> fault = weigh(entry);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        }

        private Optional<ContentType> weigh(ZipEntry entry) throws IOException {
            CRC32 checksum = new CRC32();
            long size = 0;
            boolean declaresType = false;
            byte[] part = unpacked.add(entry.getName(), entry.getSize());
            try (InputStream input = zip.getInputStream(entry)) {
                for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                    declaresType |= size == 0 && declaresType(entry, buffer, read);
                    if (part != null && size + read <= part.length) {
                        System.arraycopy(buffer, 0, part, (int) size, read);
                    }
                    size += read;
                    checksum.update(buffer, 0, read);
                    if (size > limits.entryBytes()) {
                        return over("部件 / part " + entry.getName() + " > " + limits.entryBytes() + " 字节 / bytes");
                    }
                    if (total + size > limits.unpackedBytes()) {
                        return over("解压后 / unpacked > " + limits.unpackedBytes() + " 字节 / bytes");
                    }
                }
            } catch (ZipException | EOFException e) {
                return corrupt("部件 / part " + entry.getName() + ": " + e.getMessage());
            }
            total += size;
            if (part != null && size != part.length) {
                unpacked.forget();
            }
            if (checksum.getValue() != entry.getCrc()) {
                return corrupt("校验和不符 / wrong checksum in part " + entry.getName());
            }
            return declaresType
                    ? Optional.of(refused(FindingCode.EXTERNAL_ENTITIES, "DOCTYPE: " + entry.getName()))
                    : Optional.empty();
        }

        /** Document types stand at the beginning; what hides behind long comments the parsers refuse later. */
        private static boolean declaresType(ZipEntry entry, byte[] beginning, int length) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            boolean markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
            return markup && DocumentType.isDeclaredIn(beginning, length);
        }

        private static Optional<ContentType> over(String detail) {
            return Optional.of(refused(FindingCode.FILE_OVER_LIMIT, detail));
        }

        private static Optional<ContentType> corrupt(String detail) {
            return Optional.of(refused(FindingCode.FILE_CORRUPT, detail));
        }
    }
}
