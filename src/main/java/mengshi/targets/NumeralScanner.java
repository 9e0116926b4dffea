package mengshi.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mengshi.targets.ReportText.Paragraph;

/**
 * Finds every numeral of a text. Nothing is left out: every Arabic or Roman digit and every Chinese digit or scale
 * (一 … 九, 〇零, 两半双几廿卅, 十百千万亿, and the financial forms with a scale) belongs to exactly one numeral, also where the
 * word it stands in counts nothing (一些); whether it does is for the catalogue to say. Not numbers are the scales of
 * a unit (千瓦, 百分点) behind a number.
 */
final class NumeralScanner {

    private static final String SCALE = "(?:[十万亿]|千(?![瓦米克伏])|百(?!分点|分之))";
    private static final String DIGIT = "[〇零一二三四五六七八九两半双几廿卅]";
    private static final String ARABIC = "(?:\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+)(?:[.．]\\p{Nd}+)?";
    private static final String CHINESE =
            "(?:" + DIGIT + "|" + SCALE + ")+(?:点[〇零一二三四五六七八九]+" + SCALE + "*)?(?:分之(?:" + DIGIT + "|" + SCALE + ")+)?";
    /** Only with a scale of its own: 陆 by itself is the land. */
    private static final String FINANCIAL = "[壹贰叁肆伍陆柒捌玖]+[拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*";

    private static final String ABOUT = "(?<![附最邻靠临])近|约";

    /** 一成半 is one and a half. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Pattern numeral;
    private final List<String> falls;

    /**
     * @param units every word that may follow a number and says what is counted
     * @param falls every word that may stand before a number and says that something fell by so much
     */
    NumeralScanner(Collection<String> units, Collection<String> falls) {
        this.falls = List.copyOf(falls);
        String unit = units.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(word -> Pattern.quote(word) + (word.matches(".*[A-Za-z]") ? "(?![A-Za-z])" : ""))
                .collect(Collectors.joining("|"));
        String vague = "(?:[多余](?:" + SCALE + "*[万亿]|(?=" + unit + ")))?";
        numeral = Pattern.compile("(?<before>第|" + ABOUT + ")?(?<share>[百千]分之(?=[\\p{Nd}〇零一二三四五六七八九十百两]))?"
                + "(?<number>翻番|[\\u2160-\\u216B]|" + FINANCIAL + "|" + ARABIC + SCALE + "*" + vague + "|" + CHINESE
                + vague + ")"
                + "(?:(?<unit>" + unit + ")(?<half>(?<=[成倍年个])半(?!年))?)?");
    }

    List<Numeral> scan(ReportText report) {
        return report.paragraphs().stream()
                .flatMap(paragraph -> scan(paragraph).stream())
                .toList();
    }

    List<Numeral> scan(Paragraph paragraph) {
        List<Numeral> found = new ArrayList<>();
        Matcher matcher = numeral.matcher(paragraph.text());
        while (matcher.find()) {
            int offset = paragraph.offset() + paragraph.text().codePointCount(0, matcher.start());
            BigDecimal value = ChineseNumber.parse(matcher.group("number"))
                    .map(number -> matcher.group("half") == null ? number : number.add(HALF))
                    .orElse(null);
            int core = matcher.start("number") - matcher.start();
            String before = paragraph.text().substring(0, matcher.start());
            boolean falling = falls.stream().anyMatch(before::endsWith);
            found.add(new Numeral(paragraph.number(), offset, matcher.group(), core, value, unit(matcher), falling));
        }
        return List.copyOf(found);
    }

    private static String unit(Matcher matcher) {
        String share = matcher.group("share");
        if (share != null) {
            return share.startsWith("百") ? "%" : "‰";
        }
        return Optional.ofNullable(matcher.group("unit")).orElse("");
    }
}
