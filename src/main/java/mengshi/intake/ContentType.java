package mengshi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import mengshi.model.FindingCode;

/** What a file is, told by its content and never by its name. */
public sealed interface ContentType permits ContentType.Accepted, ContentType.Refused {

    /** How much of a file's beginning is looked at to tell text and web pages apart. */
    int HEAD = 8192;

    /** A workbook may be inside; opening it will show whether it is whole. */
    record Accepted(FileKind kind) implements ContentType {}

    /**
     * Not to be opened.
     *
     * @param detail what the file is instead, in Chinese and English, for the finding's {@code detail}
     */
    record Refused(FindingCode reason, String detail) implements ContentType {
        public Refused {
            reason.asRefusal();
        }
    }

    /**
     * Looks at the content of {@code file}; a zip package is unpacked once (to nowhere) to weigh it and to prove it whole.
     *
     * @param submittedName the name it came with; only WPS's own {@code .et} is known by it, for its content, written as
     *     an .xls is, does not tell it from one, and its maker may change it at any time. A package called so is what its
     *     content says
     * @throws IOException if the file cannot be read, which says nothing about its content
     */
    static ContentType detect(Path file, String submittedName, IntakeLimits limits) throws IOException {
        return detect(file, submittedName, limits, new Unpacked());
    }

    /**
     * The same.
     *
     * @param unpacked takes the parts of a package that was accepted, if they are small
     */
    static ContentType detect(Path file, String submittedName, IntakeLimits limits, Unpacked unpacked)
            throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return new Refused(FindingCode.FILE_EMPTY, "0 字节 / 0 bytes");
        }
        if (size > limits.fileBytes()) {
            return new Refused(
                    FindingCode.FILE_OVER_LIMIT,
                    "文件大小 / file size " + size + " > " + limits.fileBytes() + " 字节 / bytes");
        }
        byte[] head = head(file);
        if (Signature.ZIP.opens(head) || Signature.ZIP_EMPTY.opens(head)) {
            return ZipPackage.examine(file, limits, unpacked);
        }
        if (Signature.OLE2.opens(head)) {
            return isWpsSpreadsheet(submittedName)
                    ? new Refused(FindingCode.FORMAT_NOT_ACCEPTED, "WPS 表格 .et / WPS spreadsheet (.et)")
                    : Ole2Directory.examine(Files.readAllBytes(file));
        }
        return Signature.known(head).orElseGet(() -> PlainText.examine(head));
    }

    private static boolean isWpsSpreadsheet(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".et") || lower.endsWith(".ett");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(HEAD);
        }
    }
}
