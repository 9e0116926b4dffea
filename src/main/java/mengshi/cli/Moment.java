package mengshi.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Reads the moments people ask about; times are of Asia/Shanghai unless they have an offset. */
final class Moment {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Moment() {}

    /**
     * @param option where it was written, for messages
     * @throws WrongUsage if it is no moment, or has not come yet
     */
    static Instant of(String option, String text, Clock clock) {
        Instant moment = parse(option, text);
        if (moment.isAfter(clock.instant())) {
            throw new WrongUsage(
                    option + " " + text + " lies ahead (a day counts by its end)",
                    "give a moment that has passed, or leave it out for what is known now");
        }
        return moment;
    }

    private static Instant parse(String option, String text) {
        try {
            if (!text.contains("T")) {
                LocalDate next = LocalDate.parse(text).plusDays(1);
                return next.atStartOfDay(SHANGHAI).toInstant().minus(1, ChronoUnit.MICROS);
            }
            boolean hasOffset = text.matches(".*(Z|[+-]\\d{2}:\\d{2})");
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
        } catch (DateTimeException e) {
            throw new WrongUsage(
                    option + " " + text + " is no moment", "write 2025-07-20, 2025-07-20T09:00 or with +08:00 after");
        }
    }
}
