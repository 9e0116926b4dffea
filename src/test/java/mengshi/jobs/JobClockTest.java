package mengshi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import mengshi.jobs.JobClock.Timed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String HALF_PAST_TWO = "0 30 2 * * *";

    private final List<String> started = new ArrayList<>();
    private Instant now = Instant.parse("2025-07-20T17:00:00Z");

    /** Time passes only while nobody works, and the test ends it. */
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @AfterEach
    void interruptionsEndWithTheTest() {
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_job_runs_once_when_its_time_has_come_in_its_zone() {
        run(now, Instant.parse("2025-07-22T00:00:00Z"), Duration.ZERO, List.of());

        assertThat(started).containsExactly("2025-07-20T18:30:00Z", "2025-07-21T18:30:00Z");
    }

    @Test
    void times_missed_in_an_outage_are_made_up_for_by_one_run() {
        run(now.minus(Duration.ofDays(5)), Instant.parse("2025-07-20T20:00:00Z"), Duration.ZERO, List.of());

        assertThat(started).containsExactly("2025-07-20T17:00:00Z", "2025-07-20T18:30:00Z");
    }

    @Test
    void times_that_pass_while_a_job_runs_do_not_start_it_again() {
        run(now, Instant.parse("2025-07-23T00:00:00Z"), Duration.ofHours(30), List.of());

        assertThat(started).containsExactly("2025-07-20T18:30:00Z", "2025-07-22T18:30:00Z");
    }

    @Test
    void what_cannot_begin_now_is_tried_again_in_a_minute() {
        run(now, Instant.parse("2025-07-20T20:00:00Z"), Duration.ZERO, List.of(1, 2));

        assertThat(started).containsExactly("2025-07-20T18:30:00Z", "2025-07-20T18:31:00Z", "2025-07-20T18:32:00Z");
    }

    @Test
    void a_clock_set_back_runs_nothing_twice() {
        Instant later = now.plus(Duration.ofHours(3));
        run(later, Instant.parse("2025-07-21T00:00:00Z"), Duration.ZERO, List.of());

        assertThat(started).isEmpty();
    }

    /** @param refused which attempts, from 1, cannot begin */
    private void run(Instant lastStarted, Instant end, Duration took, List<Integer> refused) {
        Timed nightly = new Timed("nightly", HALF_PAST_TWO, SHANGHAI, lastStarted);
        JobClock jobs = new JobClock(List.of(nightly), clock, this::pass);
        this.end = end;
        jobs.run(job -> {
            started.add(now.toString());
            now = now.plus(took);
            return !refused.contains(started.size());
        });
    }

    private Instant end = now;

    private void pass(Duration time) throws InterruptedException {
        assertThat(time).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        now = now.plus(time);
        if (!now.isBefore(end)) {
            throw new InterruptedException();
        }
    }
}
