package mengshi.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell holds, told apart strictly: nothing is guessed and nothing becomes zero. */
public sealed interface CellValue
        permits CellValue.Text,
                CellValue.Numeric,
                CellValue.Day,
                CellValue.Bool,
                CellValue.Blank,
                CellValue.Fault,
                CellValue.NotCalculated {

    /** What a person sees in the cell, as plain text; empty for a blank cell. */
    String written();

    /** Text, rich text joined. */
    record Text(String text) implements CellValue {
        @Override
        public String written() {
            return text;
        }
    }

    /**
     * A number as stored, with at most Excel's 15 significant digits, never as displayed.
     *
     * @param format what the cell's format says of it
     */
    record Numeric(BigDecimal number, FormatCode format) implements CellValue {

        /** @param percent whether the cell's format shows it as a percentage (a stored 0.052 reads as 5.2 %) */
        public Numeric(BigDecimal number, boolean percent) {
            this(number, percent ? FormatCode.PERCENT : FormatCode.PLAIN);
        }

        /** Whether the cell's format shows it as a percentage. */
        public boolean percent() {
            return format.kind() == FormatCode.Kind.PERCENT;
        }

        @Override
        public String written() {
            return number.toPlainString();
        }
    }

    /** A number whose format is a date. */
    record Day(LocalDate date) implements CellValue {
        @Override
        public String written() {
            return date.toString();
        }
    }

    /** TRUE or FALSE. */
    record Bool(boolean truth) implements CellValue {
        @Override
        public String written() {
            return truth ? "TRUE" : "FALSE";
        }
    }

    /** No content, whatever the format. */
    record Blank() implements CellValue {
        @Override
        public String written() {
            return "";
        }
    }

    /** An error value such as #REF!, typed or calculated. */
    record Fault(String error) implements CellValue {
        @Override
        public String written() {
            return error;
        }
    }

    /** A formula for which the file holds no calculated value; what it would give is not known. */
    record NotCalculated(String formula) implements CellValue {
        @Override
        public String written() {
            return "=" + formula;
        }
    }
}
