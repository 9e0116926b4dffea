package mengshi.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * Starts jobs when their time has come, one at a time. Times that passed while the program was down, or while a job was
 * running, are made up for by one run.
 */
public final class JobClock {

    /**
     * A job with its times.
     *
     * @param cron second, minute, hour, day, month, weekday
     * @param lastStarted when it was started last; times since then are owed
     */
    public record Timed(String job, String cron, ZoneId zone, Instant lastStarted) {}

    /** Runs a job to its end. */
    @FunctionalInterface
    public interface Starter {
        /** @return false if it could not be started now and has to be tried again */
        boolean start(String job);
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    /** So that a clock that is set, or a machine that was asleep, is noticed. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final List<Timed> jobs;
    private final Map<String, Instant> started = new HashMap<>();
    private final Clock clock;
    private final Pause pause;

    public JobClock(List<Timed> jobs, Clock clock, Pause pause) {
        this.jobs = List.copyOf(jobs);
        this.clock = clock;
        this.pause = pause;
        jobs.forEach(timed -> started.put(timed.job(), timed.lastStarted()));
    }

    /** Whether the six fields can be understood. */
    public static boolean isSchedule(String cron) {
        return CronExpression.isValidExpression(cron);
    }

    /** The first time after a moment; none if there never is one. */
    public static Optional<Instant> next(Timed timed, Instant after) {
        return next(timed.cron(), timed.zone(), after);
    }

    /** The first time of a schedule after a moment; none if there never is one. */
    public static Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        ZonedDateTime next = CronExpression.parse(cron).next(after.atZone(zone));
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }

    /** Runs until the thread is interrupted. */
    public void run(Starter starter) {
        while (!Thread.currentThread().isInterrupted()) {
            Duration wait = LONGEST_PAUSE;
            for (Timed timed : jobs) {
                Duration left = startIfDue(timed, starter);
                wait = left.compareTo(wait) < 0 ? left : wait;
            }
            try {
                pause.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How long until this job is due again. */
    private Duration startIfDue(Timed timed, Starter starter) {
        Instant now = clock.instant();
        Instant since = started.getOrDefault(timed.job(), now);
        Optional<Instant> due = next(timed, since);
        if (due.isEmpty()) {
            return LONGEST_PAUSE;
        }
        if (due.get().isAfter(now)) {
            return Duration.between(now, due.get());
        }
        if (starter.start(timed.job())) {
            // Times that passed meanwhile are made up for by this one run.
            started.put(timed.job(), clock.instant());
            return Duration.ZERO;
        }
        return LONGEST_PAUSE;
    }
}
