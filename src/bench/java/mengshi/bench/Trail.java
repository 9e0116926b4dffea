package mengshi.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Processor time over time, looked at every few milliseconds: what a span of it cost can be told afterwards. */
final class Trail {

    private record Sample(Instant at, long processTicks, long serverTicks) {}

    private final List<Sample> samples = new ArrayList<>();

    void add(long processTicks, long serverTicks) {
        samples.add(new Sample(Instant.now(), processTicks, serverTicks));
    }

    /**
     * What each step cost, process and server together; before the first and after the last step stands what starting,
     * stopping and speaking cost.
     *
     * @param steps name, begin and end of each step, in order, as the machine's clock showed them
     */
    Map<String, Long> millisOf(List<String[]> steps) {
        Map<String, Long> millis = new LinkedHashMap<>();
        long all = samples.isEmpty() ? 0 : at(samples.get(samples.size() - 1).at());
        long inSteps = 0;
        for (String[] step : steps) {
            long ticks = at(moment(step[2])) - at(moment(step[1]));
            inSteps += ticks;
            millis.merge(step[0], 10 * ticks, Long::sum);
        }
        millis.put("start and end", 10 * (all - inSteps));
        return millis;
    }

    /** What the process had cost when the step of that name ended, its start included; wall likewise. */
    Optional<Meter.Reading> until(String name, List<String[]> steps, Meter.Reading whole) {
        Optional<Instant> ended = steps.stream()
                .filter(step -> step[0].equals(name))
                .map(step -> moment(step[2]))
                .findFirst();
        if (ended.isEmpty() || samples.isEmpty()) {
            return Optional.empty();
        }
        Sample first = samples.get(0);
        Sample then = sample(ended.get());
        return Optional.of(new Meter.Reading(
                then.processTicks(),
                then.serverTicks() - first.serverTicks(),
                Duration.between(first.at(), then.at()).toMillis(),
                whole.peakKilobytes()));
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T'))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    /** Ticks spent until then, since the first sample. */
    private long at(Instant moment) {
        Sample then = sample(moment);
        return then.processTicks() + then.serverTicks() - samples.get(0).serverTicks();
    }

    private Sample sample(Instant moment) {
        Sample last = samples.get(0);
        for (Sample sample : samples) {
            if (sample.at().isAfter(moment)) {
                break;
            }
            last = sample;
        }
        return last;
    }
}
