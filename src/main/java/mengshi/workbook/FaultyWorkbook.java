package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionHeader;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Makes workbooks that must be refused, out of sound ones, for samples and tests. The same input always gives the same
 * bytes.
 */
public final class FaultyWorkbook {

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String SHEET_MAIN =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String MACRO_MAIN = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    private static final String VBA_PART = "xl/vbaProject.bin";
    private static final String VBA_TYPE =
            "<Override PartName=\"/" + VBA_PART + "\" ContentType=\"application/vnd.ms-office.vbaProject\"/>";

    private FaultyWorkbook() {}

    /**
     * The .xlsx behind a password to open. What would be random in it is fixed, so the password protects nothing.
     *
     * @param xlsx as {@link WorkbookWriter#xlsx} gives it
     */
    public static byte[] encrypted(byte[] xlsx, String password) {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
            EncryptionHeader header = info.getHeader();
            Encryptor encryptor = info.getEncryptor();
            encryptor.confirmPassword(
                    password,
                    filled(header.getKeySize() / Byte.SIZE, 1),
                    filled(header.getBlockSize(), 2),
                    filled(header.getBlockSize(), 3),
                    filled(header.getBlockSize(), 4),
                    filled(header.getHashAlgorithm().hashSize, 5));
            try (OutputStream content = encryptor.getDataStream(container)) {
                content.write(xlsx);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            container.writeFilesystem(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be encrypted", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks what encrypts workbooks", e);
        }
    }

    /** The .xlsx as an .xlsm: declared to have macros, with a part for them that holds no code. */
    public static byte[] withMacros(byte[] xlsx) {
        try {
            return macroEnabled(xlsx);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be rewritten", e);
        }
    }

    private static byte[] macroEnabled(byte[] xlsx) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(xlsx));
                ZipOutputStream out = new ZipOutputStream(content)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                put(out, part.getName(), part.getName().equals(CONTENT_TYPES) ? declared(bytes) : bytes);
            }
            put(out, VBA_PART, filled(Byte.SIZE, 0));
        }
        return content.toByteArray();
    }

    private static byte[] declared(byte[] types) {
        return new String(types, StandardCharsets.UTF_8)
                .replace(SHEET_MAIN, MACRO_MAIN)
                .replace("</Types>", VBA_TYPE + "</Types>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Local time is what a zip holds: no zone can shift it.
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
