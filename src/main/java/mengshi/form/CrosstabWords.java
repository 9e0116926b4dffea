package mengshi.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mengshi.form.FormColumn.Role;
import mengshi.model.Measure;
import mengshi.model.Period;
import mengshi.workbook.CellValue;

/** What a text in a crosstab's header means: an indicator, a period or a part of one, a measure, a unit, or several. */
final class CrosstabWords {

    private static final Pattern MONTH = Pattern.compile("(?:0?1月?[-至])?(\\d{1,2})月(?:份|止|末)?");
    private static final Pattern QUARTER = Pattern.compile("(?:第?1季?度?[-至])?第?([1-4])季度?");
    private static final Pattern PERIOD_FIRST = Pattern.compile("^(\\d{4}年(?:(?:0?1月?[-至])?\\d{1,2}月份?)?)(.+)$");
    private static final Pattern PERIOD_LAST = Pattern.compile("^(.+?)(\\d{4}年(?:(?:0?1月?[-至])?\\d{1,2}月份?)?)$");
    private static final Pattern PART_FIRST = Pattern.compile("^((?:0?1月?[-至])?\\d{1,2}月份?)(.+)$");
    private static final Pattern YEARS = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?=年)");
    private static final Pattern YEAR_RANGE = Pattern.compile("(?:19|20)\\d{2}年?[-至](?:19|20)\\d{2}年");
    private static final Pattern UNIT_NOTE = Pattern.compile("^(?:计量|货币)?单位.*", Pattern.DOTALL);

    /** A word of the form's columns, as compared. */
    private record MeasureWord(String key, Measure measure) {}

    private final Form form;
    private final LineWords lines;
    private final UnitCatalogue units;
    private final List<MeasureWord> measures;

    CrosstabWords(Form form, UnitCatalogue units) {
        this.form = form;
        this.lines = new LineWords(form, units);
        this.units = units;
        List<MeasureWord> words = new ArrayList<>();
        for (FormColumn column : form.columns()) {
            Measure measure = column.measure();
            if (measure != null) {
                names(column)
                        .forEach(name ->
                                words.add(new MeasureWord(Label.of(name, units).key(), measure)));
            }
        }
        words.sort(Comparator.comparingInt((MeasureWord word) -> word.key().length())
                .reversed());
        this.measures = List.copyOf(words);
    }

    private static Stream<String> names(FormColumn column) {
        return Stream.concat(Stream.of(column.label()), column.aliases().stream());
    }

    /** Which of the form's columns at the beginning of a row this is the header of. */
    Optional<Role> role(String written) {
        String key = Label.of(written, units).key();
        return form.columns().stream()
                .filter(column -> column.role() != Role.VALUE)
                .filter(column -> names(column)
                        .anyMatch(name -> Label.of(name, units).key().equals(key)))
                .map(FormColumn::role)
                .findFirst();
    }

    /** 单位：万元 and the like, which stands for the whole table; 单位地区生产总值能耗 is a line. */
    boolean isUnitNote(String written) {
        return UNIT_NOTE.matcher(Label.bare(written)).matches()
                && lines.byLabel(written).isEmpty();
    }

    /** What a header cell says; {@code NOTHING} for what is not understood. */
    Coordinates header(CellValue value) {
        String written = value.written();
        if (isUnitNote(written)) {
            return Coordinates.NOTHING;
        }
        if (!(value instanceof CellValue.Text)) {
            return PeriodText.read(value).map(Coordinates::of).orElse(Coordinates.NOTHING);
        }
        return whole(written).orElse(Coordinates.NOTHING);
    }

    /** A cell under a header such as 年份 or 月份, where months are written as mere numbers too. */
    Coordinates periodCell(CellValue value) {
        Coordinates said = header(value);
        String bare = Label.bare(value.written());
        boolean isMonth = said.isNothing() && bare.matches("0?[1-9]|1[0-2]");
        return isMonth ? Coordinates.ofPart(Period.month(Coordinates.ANY_YEAR, Integer.parseInt(bare))) : said;
    }

    Optional<Unit> unit(String written) {
        return units.find(written);
    }

    /** The only year that the texts name; a range of years is none. */
    Coordinates onlyYear(List<String> texts) {
        Set<String> years = new TreeSet<>();
        for (String text : texts) {
            String plain = PeriodText.arabic(Label.bare(text));
            if (YEAR_RANGE.matcher(plain).find()) {
                return Coordinates.NOTHING;
            }
            YEARS.matcher(plain).results().forEach(found -> years.add(found.group(1)));
        }
        return years.size() == 1
                ? Coordinates.of(Period.year(Integer.parseInt(years.iterator().next())))
                : Coordinates.NOTHING;
    }

    /** The only line whose name a title holds: of several that lie within each other, the longest. */
    Coordinates lineIn(String title) {
        String key = Label.of(title, units).key();
        String longest = "";
        FormLine found = null;
        for (FormLine line : form.lines()) {
            for (String name : LineWords.keys(line, units)) {
                if (name.length() > longest.length() && key.contains(name)) {
                    longest = name;
                    found = line;
                }
            }
        }
        return found == null ? Coordinates.NOTHING : Coordinates.of(found, null);
    }

    private Optional<Coordinates> whole(String written) {
        return atom(written).or(() -> composed(written));
    }

    private Optional<Coordinates> atom(String written) {
        Optional<Period> period = PeriodText.parse(written);
        if (period.isPresent()) {
            return period.map(Coordinates::of);
        }
        Optional<Period> part = part(written);
        if (part.isPresent()) {
            return part.map(Coordinates::ofPart);
        }
        Label label = lines.label(written);
        List<FormLine> named = lines.byLabel(written);
        if (named.size() == 1) {
            return Optional.of(Coordinates.of(named.get(0), label.unit()));
        }
        Optional<Coordinates> measure = measures.stream()
                .filter(word -> word.key().equals(label.key()))
                .findFirst()
                .map(word -> Coordinates.of(word.measure(), label.unit()));
        return measure.or(() -> units.find(written).map(Coordinates::of));
    }

    private static Optional<Period> part(String written) {
        if (Label.hasDressedDigits(written)) {
            return Optional.empty();
        }
        String plain = PeriodText.arabic(Label.bare(written));
        Matcher month = MONTH.matcher(plain);
        if (month.matches()) {
            int number = Integer.parseInt(month.group(1));
            return number >= 1 && number <= 12
                    ? Optional.of(Period.month(Coordinates.ANY_YEAR, number))
                    : Optional.empty();
        }
        Matcher quarter = QUARTER.matcher(plain);
        return quarter.matches()
                ? Optional.of(Period.quarter(Coordinates.ANY_YEAR, Integer.parseInt(quarter.group(1))))
                : Optional.empty();
    }

    /** Two or more of these in one cell: 2024年固定资产投资(万元), 1—3月累计, 固定资产投资同比增长(%). */
    private Optional<Coordinates> composed(String written) {
        String plain = PeriodText.arabic(Label.bare(written));
        for (Pattern pattern : List.of(PERIOD_FIRST, PERIOD_LAST, PART_FIRST)) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                Optional<Coordinates> both = both(matcher.group(1), matcher.group(2));
                if (both.isPresent()) {
                    return both;
                }
            }
        }
        Label label = Label.of(written, units);
        for (MeasureWord word : measures) {
            Coordinates measure = Coordinates.of(word.measure(), label.unit());
            if (label.key().length() > word.key().length() && label.key().endsWith(word.key())) {
                String rest = label.key()
                        .substring(0, label.key().length() - word.key().length());
                Optional<Coordinates> said = whole(rest);
                if (said.isPresent()) {
                    return said.map(measure::within);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Coordinates> both(String one, String other) {
        Optional<Coordinates> first = atom(one);
        return first.isEmpty() ? first : whole(other).map(first.get()::within);
    }
}
