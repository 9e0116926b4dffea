package mengshi.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A schedule in the words of cron and of systemd. */
public final class TimerText {

    private static final int SECOND = 0;
    private static final int MINUTE = 1;
    private static final int HOUR = 2;
    private static final int DAY = 3;
    private static final int MONTH = 4;
    private static final int WEEKDAY = 5;
    private static final int FIELDS = 6;

    private static final List<String> WEEKDAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z*,/-]+");
    private static final Pattern PECULIAR = Pattern.compile(".*[LW#].*");

    private TimerText() {}

    /** The five fields of a crontab; empty where it runs at seconds, or on days that cron does not know. */
    public static Optional<String> cron(String schedule) {
        String[] fields = fields(schedule);
        boolean isKnown = fields[SECOND].equals("0") && areKnown(fields);
        return isKnown
                ? Optional.of(
                        String.join(" ", fields[MINUTE], fields[HOUR], fields[DAY], fields[MONTH], fields[WEEKDAY]))
                : Optional.empty();
    }

    /** The value of {@code OnCalendar=}, without a zone; empty for days that systemd does not know. */
    public static Optional<String> systemd(String schedule) {
        String[] fields = fields(schedule);
        if (!areKnown(fields)) {
            return Optional.empty();
        }
        String weekday = fields[WEEKDAY].equals("*") ? "" : weekdays(fields[WEEKDAY]) + " ";
        return Optional.of(weekday + "*-" + ranged(fields[MONTH], "1") + "-" + ranged(fields[DAY], "1") + " "
                + ranged(fields[HOUR], "0") + ":" + ranged(fields[MINUTE], "0") + ":" + ranged(fields[SECOND], "0"));
    }

    private static String[] fields(String schedule) {
        String[] fields = schedule.strip().replace('?', '*').split("\\s+");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("A schedule has six fields: " + schedule);
        }
        return fields;
    }

    private static boolean areKnown(String[] fields) {
        for (int i = 0; i < FIELDS; i++) {
            boolean mayBeNamed = i == MONTH || i == WEEKDAY;
            if (!PLAIN.matcher(fields[i]).matches()
                    || !mayBeNamed && PECULIAR.matcher(fields[i]).matches()
                    || mayBeNamed && fields[i].matches("\\d+L")) {
                return false;
            }
        }
        return !fields[MONTH].matches(".*[A-Za-z].*");
    }

    private static String ranged(String field, String first) {
        String ranged = field.replaceAll("^\\*/", first + "/").replace("-", "..");
        return ranged.matches("\\d") ? "0" + ranged : ranged;
    }

    private static String weekdays(String field) {
        List<String> named = new ArrayList<>();
        for (String part : field.split(",")) {
            List<String> ends = new ArrayList<>();
            for (String day : part.split("-")) {
                ends.add(
                        day.matches("[0-7]")
                                ? WEEKDAYS.get(Integer.parseInt(day))
                                : day.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + day.substring(1).toLowerCase(Locale.ROOT));
            }
            named.add(String.join("..", ends));
        }
        return String.join(",", named);
    }
}
