package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mengshi.model.FileLimits;
import mengshi.model.FindingCode;
import org.junit.jupiter.api.Test;

/** A workbook that POI does not finish costs its own time and not the night's. */
class TimedBuildingTest {

    private static Weight weight(Duration time) {
        WorkbookLimits usual = WorkbookLimits.of(FileLimits.DEFAULT);
        return new Weight(new WorkbookLimits(
                usual.sheets(),
                usual.cells(),
                usual.rows(),
                usual.strings(),
                usual.merges(),
                usual.comments(),
                usual.packing(),
                time));
    }

    @Test
    void a_workbook_that_is_never_built_is_given_up_when_its_time_is_over() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        WorkbookRefused refused = catchThrowableOfType(
                WorkbookRefused.class,
                () -> TimedBuilding.build(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return "built";
                        },
                        weight(Duration.ofMillis(50))));

        assertThat(refused.reason()).isEqualTo(FindingCode.FILE_OVER_LIMIT);
        assertThat(refused.detail()).contains("reading time");
        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void what_is_built_in_time_comes_back_and_so_does_what_went_wrong() throws Exception {
        Weight weight = weight(Duration.ofMinutes(1));

        assertThat(TimedBuilding.<String>build(() -> "built", weight)).isEqualTo("built");
        assertThatThrownBy(() -> TimedBuilding.build(() -> thrown(new IOException("disk")), weight))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk");
        assertThatThrownBy(() -> TimedBuilding.build(() -> thrown(new IllegalStateException("odd")), weight))
                .isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TimedBuilding.build(() -> deep(1), weight)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> TimedBuilding.build(
                        () -> thrown(new WorkbookRefused(FindingCode.FILE_HAS_MACROS, "VBA")), weight))
                .isInstanceOf(WorkbookRefused.class);
    }

    @Test
    void a_stop_of_the_night_does_not_make_half_a_workbook_of_a_whole_one() throws Exception {
        Thread.currentThread().interrupt();

        String built = TimedBuilding.build(() -> "whole", weight(Duration.ofMinutes(1)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(built).isEqualTo("whole");
    }

    private static String thrown(Exception fault) throws Exception {
        throw fault;
    }

    private static String deep(int level) {
        return deep(level + 1) + level;
    }
}
