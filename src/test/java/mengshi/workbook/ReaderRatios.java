package mengshi.workbook;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * What reading costs in processor time, as a ratio to inflating the same bytes and to POI's user model. Rounds are
 * alternated and the median of the rounds' ratios is said, for seconds on a shared machine mean nothing. Arguments: a
 * folder to write into, rows of the long sheet, rows of the one for POI's user model (0 for none).
 */
final class ReaderRatios {

    private static final int BOOKS = 1000;
    private static final int ROWS_A_BOOK = 200;
    private static final int ROUNDS = 5;

    private interface Way {
        long read(Path file) throws Exception;
    }

    private ReaderRatios() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int longRows = Integer.parseInt(arguments[1]);
        int poiRows = Integer.parseInt(arguments[2]);
        List<Path> small = new ArrayList<>();
        for (int i = 0; i < BOOKS; i++) {
            small.add(LongSheet.write(folder.resolve("small" + i + ".xlsx"), ROWS_A_BOOK));
        }
        compare(BOOKS + " books of " + ROWS_A_BOOK + " rows", small, true);
        List<Path> one = List.of(LongSheet.write(folder.resolve("long.xlsx"), longRows));
        compare("one sheet of " + longRows + " rows", one, false);
        if (poiRows > 0) {
            List<Path> medium = List.of(LongSheet.write(folder.resolve("medium.xlsx"), poiRows));
            compare("one sheet of " + poiRows + " rows", medium, true);
        }
    }

    private static void compare(String what, List<Path> files, boolean withPoi) throws Exception {
        List<Double> toInflate = new ArrayList<>();
        List<Double> toPoi = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double inflate = cost(files, ReaderRatios::inflate);
            double ours = cost(files, ReaderRatios::ours);
            double poi = withPoi ? cost(files, ReaderRatios::poi) : Double.NaN;
            // The first round warms the machine up.
            if (round > 0) {
                toInflate.add(ours / inflate);
                toPoi.add(ours / poi);
            }
        }
        System.out.printf(
                "%s: ours / inflate %.2f (%.2f to %.2f)%s%n",
                what,
                median(toInflate),
                Collections.min(toInflate),
                Collections.max(toInflate),
                withPoi ? String.format(", ours / POI's user model %.3f", median(toPoi)) : "");
    }

    private static double cost(List<Path> files, Way way) throws Exception {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = machine.getProcessCpuTime();
        long seen = 0;
        for (Path file : files) {
            seen += way.read(file);
        }
        if (seen == 0) {
            throw new IllegalStateException("Nothing was read.");
        }
        return machine.getProcessCpuTime() - before;
    }

    private static long inflate(Path file) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[16 * 1024];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        bytes += read;
                    }
                }
            }
        }
        return bytes;
    }

    private static long ours(Path file) throws Exception {
        LongSheet.Count count = new LongSheet.Count();
        WorkbookReader.read(file, LongSheet.LIMITS, count);
        return count.cells();
    }

    private static long poi(Path file) throws IOException {
        long cells = 0;
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells += switch (cell.getCellType()) {
                            case STRING -> cell.getStringCellValue().isEmpty() ? 0 : 1;
                            case NUMERIC -> Double.isNaN(cell.getNumericCellValue()) ? 0 : 1;
                            default -> 1;
                        };
                    }
                }
            }
        }
        return cells;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
