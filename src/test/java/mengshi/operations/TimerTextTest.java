package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0 30 2 * * *;30 2 * * *;*-*-* 02:30:00",
                "0 */15 8-18 * * MON-FRI;*/15 8-18 * * MON-FRI;Mon..Fri *-*-* 8..18:0/15:00",
                "0 0 6 13 1,7 ?;0 6 13 1,7 *;*-1,7-13 06:00:00",
                "0 0 6 * * 0,6;0 6 * * 0,6;Sun,Sat *-*-* 06:00:00"
            })
    void a_schedule_is_told_to_other_clocks(String schedule, String cron, String systemd) {
        assertThat(TimerText.cron(schedule)).contains(cron);
        assertThat(TimerText.systemd(schedule)).contains(systemd);
    }

    @Test
    void what_they_do_not_know_is_not_told_them() {
        assertThat(TimerText.cron("30 0 2 * * *")).isEmpty();
        assertThat(TimerText.systemd("0 0 2 L * *")).isEmpty();
        assertThat(TimerText.cron("0 0 2 ? * 5L")).isEmpty();
        assertThat(TimerText.systemd("0 0 2 ? * MON#1")).isEmpty();
    }
}
