package mengshi.workbook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of at most 18 digits, as nearly all are, read by plain arithmetic: no text, no array, no division of large ones. */
final class ShortNumber {

    private static final int MOST_DIGITS = 18;
    private static final int EXCEL_DIGITS = 15;
    private static final int MOST_EXPONENT_DIGITS = 2;
    private static final long[] POWER = new long[MOST_DIGITS + 1];

    static {
        POWER[0] = 1;
        for (int i = 1; i <= MOST_DIGITS; i++) {
            POWER[i] = 10 * POWER[i - 1];
        }
    }

    private ShortNumber() {}

    /**
     * Digits with or without a sign, point and exponent.
     *
     * @return nothing if this is anything else or has more digits, which says nothing against it
     */
    static @Nullable BigDecimal parse(byte[] bytes, int length) {
        int at = length > 0 && bytes[0] == '-' ? 1 : 0;
        int first = at;
        int point = -1;
        long digits = 0;
        while (at < length && (bytes[at] >= '0' && bytes[at] <= '9' || bytes[at] == '.' && point < 0)) {
            if (bytes[at] == '.') {
                point = at;
            } else {
                digits = 10 * digits + bytes[at] - '0';
            }
            at++;
        }
        int written = at - first - (point < 0 ? 0 : 1);
        if (written == 0 || written > MOST_DIGITS) {
            return null;
        }
        int scale = point < 0 ? 0 : at - point - 1;
        if (at < length) {
            int exponent = exponent(bytes, at, length);
            if (exponent == Integer.MIN_VALUE) {
                return null;
            }
            scale -= exponent;
        }
        return of(first > 0 ? -digits : digits, scale);
    }

    /** @return the smallest number if there is none, or a long one */
    private static int exponent(byte[] bytes, int at, int length) {
        int next = at + 1;
        boolean signed = next < length && (bytes[next] == '-' || bytes[next] == '+');
        int digits = signed ? next + 1 : next;
        if ((bytes[at] | 0x20) != 'e' || length - digits > MOST_EXPONENT_DIGITS) {
            return Integer.MIN_VALUE;
        }
        int exponent = Utf8Text.whole(bytes, digits, length);
        if (exponent < 0) {
            return Integer.MIN_VALUE;
        }
        return bytes[next] == '-' ? -exponent : exponent;
    }

    private static @Nullable BigDecimal of(long digits, int decimals) {
        if (digits == 0) {
            return BigDecimal.ZERO;
        }
        long number = digits;
        int scale = decimals;
        int surplus = length(Math.abs(number)) - EXCEL_DIGITS;
        if (surplus > 0) {
            long half = Long.signum(number) * POWER[surplus] / 2;
            number = (number + half) / POWER[surplus];
            scale -= surplus;
        }
        while (scale > 0 && number % 10 == 0) {
            number /= 10;
            scale--;
        }
        if (scale < 0) {
            if (length(Math.abs(number)) - scale > MOST_DIGITS) {
                return null;
            }
            number *= POWER[-scale];
            scale = 0;
        }
        return BigDecimal.valueOf(number, scale);
    }

    private static int length(long number) {
        int length = 1;
        while (length <= MOST_DIGITS && number >= POWER[length]) {
            length++;
        }
        return length;
    }
}
