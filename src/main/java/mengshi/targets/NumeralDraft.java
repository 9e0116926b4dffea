package mengshi.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mengshi.targets.ReportText.Paragraph;

/**
 * Rows for a person to correct: of each numeral without a row what it looks like, with the reason {@code draft}. The
 * guesses are cautious: nothing is ever guessed to be a target.
 */
public final class NumeralDraft {

    /** The header of a catalogue of numerals. */
    public static final List<String> NUMERAL_COLUMNS =
            List.of("numeral_id", "paragraph", "offset", "text", "class", "refers_to", "reason");

    /** The header of the list of reports. */
    public static final List<String> REPORT_COLUMNS = List.of("year", "title", "sha256", "code_points", "paragraphs");

    private static final Set<String> CALENDAR = Set.of("年", "月", "日");
    private static final int YEARS_BEGIN = 1900;
    private static final int YEARS_END = 2100;

    private final AuditResult result;
    private final ReportWords words;

    NumeralDraft(AuditResult result, ReportWords words) {
        this.result = result;
        this.words = words;
    }

    /** The cells of each row, in the order of the columns; ids count on from the rows there are. */
    public List<List<String>> numerals() {
        List<List<String>> rows = new ArrayList<>();
        int next = result.numerals() - result.unclassified().size();
        for (Numeral numeral : result.unclassified()) {
            next++;
            rows.add(List.of(
                    String.format(Locale.ROOT, "N%d-%04d", result.year(), next),
                    String.valueOf(numeral.paragraph()),
                    String.valueOf(numeral.offset()),
                    numeral.text(),
                    guess(numeral).code(),
                    "",
                    "draft"));
        }
        return rows;
    }

    /** The cells of the report's own row. */
    public List<String> report() {
        return ReportEdition.cells(result.year(), result.year() + "年政府工作报告", result.report());
    }

    private NumeralClass guess(Numeral numeral) {
        Paragraph paragraph = result.report().paragraphs().get(numeral.paragraph() - 1);
        String text = paragraph.text();
        int index = NumeralCheck.index(paragraph, numeral);
        int end = index - numeral.core() + numeral.text().length();
        if (words.idiomAt(text, index).isPresent()) {
            return NumeralClass.IDIOM;
        }
        if (CALENDAR.contains(numeral.unit()) && isCalendar(numeral)) {
            return NumeralClass.DATE;
        }
        if (numeral.unit().equals("位") || numeral.unit().equals("强")) {
            return NumeralClass.RANK;
        }
        if (numeral.text().startsWith("第") || isListMark(text, index, end)) {
            return NumeralClass.ORDINAL;
        }
        if (isQuoted(text, index) || index > 0 && isLatin(text.charAt(index - 1))) {
            return NumeralClass.NAME;
        }
        return NumeralClass.CONTEXT;
    }

    private static boolean isCalendar(Numeral numeral) {
        BigDecimal value = numeral.value();
        if (value == null) {
            return false;
        }
        boolean isYear = value.intValue() >= YEARS_BEGIN && value.intValue() <= YEARS_END;
        return !numeral.unit().equals("年") || isYear;
    }

    private static boolean isListMark(String text, int index, int end) {
        boolean heads = text.substring(0, index).isBlank() && text.startsWith("、", end);
        boolean bracketed = index > 0 && text.charAt(index - 1) == '（' && text.startsWith("）", end);
        return heads || bracketed || text.startsWith("是", end) && end - index == 1;
    }

    /** Whether an opening quotation mark stands before it that is not yet closed. */
    private static boolean isQuoted(String text, int index) {
        return text.lastIndexOf('“', index) > text.lastIndexOf('”', index);
    }

    private static boolean isLatin(char character) {
        return character < 128 && Character.isLetter(character);
    }
}
