package mengshi.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import mengshi.model.FindingCode;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers as a workbook stores them: binary floating point, of which Excel itself shows 15 digits. */
final class StoredNumber {

    private static final int MOST_PLAIN_CHARACTERS = 40;
    private static final MathContext EXCEL_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private StoredNumber() {}

    /** @param raw the stored text, for example {@code 1.7999999999999998E-2} */
    static BigDecimal parse(Utf8Text raw) throws WorkbookRefused {
        BigDecimal number = ShortNumber.parse(raw.bytes(), raw.length());
        return number == null ? parse(raw.toString()) : number;
    }

    /** The same, of any length. */
    static BigDecimal parse(String raw) throws WorkbookRefused {
        if (isPlain(raw)) {
            BigDecimal number = new BigDecimal(raw);
            return number.signum() == 0 ? BigDecimal.ZERO : tidy(number);
        }
        try {
            // Whether it is a number Excel can hold: an exponent of a billion would fill the memory when printed.
            double nearest = Double.parseDouble(raw);
            if (!Double.isFinite(nearest)) {
                throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "数值超出范围 / number out of range: " + clipped(raw));
            }
            return nearest == 0 ? BigDecimal.ZERO : tidy(new BigDecimal(raw.strip()));
        } catch (NumberFormatException e) {
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "不是数值 / not a number: " + clipped(raw));
        }
    }

    /** A sign, digits and one point, few enough that nothing can be out of range. */
    private static boolean isPlain(String raw) {
        int first = raw.startsWith("-") ? 1 : 0;
        int points = 0;
        for (int i = first; i < raw.length(); i++) {
            char character = raw.charAt(i);
            points += character == '.' ? 1 : 0;
            if (character != '.' && (character < '0' || character > '9')) {
                return false;
            }
        }
        return raw.length() > first + points && raw.length() <= MOST_PLAIN_CHARACTERS && points <= 1;
    }

    static BigDecimal of(double stored) throws WorkbookRefused {
        return parse(Double.toString(stored));
    }

    /** A number under a format: a day, where it can be one, or a number with what the format says of it. */
    static CellValue value(BigDecimal number, FormatCode format, boolean since1904) {
        if (format.kind() != FormatCode.Kind.DAY) {
            return new CellValue.Numeric(number, format);
        }
        return day(number, since1904)
                .<CellValue>map(CellValue.Day::new)
                .orElseGet(() -> new CellValue.Numeric(number, FormatCode.PLAIN));
    }

    private static Optional<LocalDate> day(BigDecimal number, boolean since1904) {
        double serial = number.doubleValue();
        if (!DateUtil.isValidExcelDate(serial) || serial < 1 && !since1904) {
            return Optional.empty();
        }
        return Optional.of(
                DateUtil.getLocalDateTime(Math.floor(serial), since1904).toLocalDate());
    }

    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal short15 = number.precision() > EXCEL_DIGITS.getPrecision() ? number.round(EXCEL_DIGITS) : number;
        BigDecimal stripped = short15.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String clipped(String raw) {
        return raw.length() <= 40 ? raw : raw.substring(0, 40) + "…";
    }
}
