package mengshi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Half of the floor: unpacks every part of every workbook of a folder and looks at nothing. */
public final class Inflate {

    private static final int BUFFER = 1 << 16;

    private Inflate() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (DirectoryStream<Path> books = Files.newDirectoryStream(Path.of(arguments[0]), "*.xlsx")) {
            for (Path book : books) {
                bytes += isPackage(book) ? inflate(book, buffer) : 0;
            }
        }
        System.out.println(bytes);
    }

    /** A sample also sends what only calls itself a workbook. */
    private static boolean isPackage(Path book) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return zip.size() > 0;
        } catch (ZipException e) {
            return false;
        }
    }

    private static long inflate(Path book, byte[] buffer) throws IOException {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(book.toFile())) {
            Enumeration<? extends ZipEntry> parts = zip.entries();
            while (parts.hasMoreElements()) {
                try (InputStream part = zip.getInputStream(parts.nextElement())) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        bytes += read;
                    }
                }
            }
        }
        return bytes;
    }
}
