package mengshi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;

/**
 * The least that answering a workbook costs: it is read, unpacked and packed again. All books once to warm up, then once
 * more, of which the milliseconds of CPU are printed.
 */
public final class Repack {

    private static final int NANOS_IN_MILLI = 1_000_000;

    private Repack() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException, WorkbookRefused {
        Path folder = Path.of(arguments[0]);
        all(folder);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        all(folder);
        System.out.println((system.getProcessCpuTime() - before) / NANOS_IN_MILLI);
    }

    private static void all(Path folder) throws IOException, WorkbookRefused {
        try (DirectoryStream<Path> books = Files.newDirectoryStream(folder, "*.xlsx")) {
            for (Path book : books) {
                WorkbookReader.read(book, WorkbookLimits.DEFAULT);
                repack(book);
            }
        }
    }

    private static void repack(Path book) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile());
                ZipOutputStream packed = new ZipOutputStream(new ByteArrayOutputStream())) {
            Enumeration<? extends ZipEntry> parts = zip.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                packed.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream content = zip.getInputStream(part)) {
                    content.transferTo(packed);
                }
                packed.closeEntry();
            }
        }
    }
}
