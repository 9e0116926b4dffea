package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.apache.logging.log4j.LogBuilder;
import org.apache.logging.log4j.LogManager;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading leaves behind on the heap, counted in bytes, which are the same on every machine and at every load. */
class ReadingCostTest {

    /** A cell, its value and a number or text; a tenth of the cells has a text of its own. Counted: 95. */
    private static final long BYTES_A_CELL = 120;

    /** The parts around the sheets, their buffers, and one row. Counted: 65,000. */
    private static final long BYTES_A_BOOK = 100_000;

    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @Test
    void a_cell_costs_what_is_told_of_it_and_nothing_more() throws Exception {
        Path book = LongSheet.write(folder.resolve("book.xlsx"), 1);
        Path sheet = LongSheet.write(folder.resolve("sheet.xlsx"), ROWS);
        allocated(book);

        long around = allocated(book);
        long cells = (allocated(sheet) - around) / (ROWS * LongSheet.CELLS_A_ROW);

        System.out.println("reading allocates " + around + " bytes a book and " + cells + " a cell");
        assertThat(around).isBetween(10_000L, BYTES_A_BOOK);
        assertThat(cells).isBetween(30L, BYTES_A_CELL);
    }

    @Test
    void poi_makes_no_text_of_every_cell_of_an_xls_for_a_log_that_nobody_reads() {
        LogBuilder builder = LogManager.getLogger(HSSFSheet.class).atTrace();

        assertThat(builder).isSameAs(LogBuilder.NOOP);
    }

    private static long allocated(Path file) throws IOException, WorkbookRefused {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LongSheet.Count count = new LongSheet.Count();
        long before = threads.getCurrentThreadAllocatedBytes();
        WorkbookReader.read(file, LongSheet.LIMITS, count);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
