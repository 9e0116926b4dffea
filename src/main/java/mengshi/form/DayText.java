package mengshi.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mengshi.workbook.CellValue;

/** Reads a day as people write it: 2025年7月5日, 2025-07-05, 2025.7.5, 2025/7/5, 20250705. */
final class DayText {

    private static final Pattern PARTED = Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");
    private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private DayText() {}

    static Optional<LocalDate> read(CellValue value) {
        if (value instanceof CellValue.Day day) {
            return Optional.of(day.date());
        }
        String plain = Label.bare(value.written());
        return match(PARTED, plain).or(() -> match(TOGETHER, plain));
    }

    private static Optional<LocalDate> match(Pattern pattern, String plain) {
        Matcher matcher = pattern.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
