package mengshi.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mengshi.seeds.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralScannerTest {

    private static final int ROUNDS = 3000;
    private static final String DIGITS = "零一二三四五六七八九";

    /** Set the property to see a failure again. */
    private static final long SEED = Long.getLong("mengshi.test.seed", System.nanoTime());

    private final NumeralScanner scanner = scanner();

    @ParameterizedTest
    @CsvSource({
        "一亿两千三百万, 123000000",
        "两万五千, 25000",
        "两万五, 25000",
        "十, 10",
        "十八, 18",
        "二十, 20",
        "一百五, 150",
        "一百零五, 105",
        "一千零五十, 1050",
        "一万零三, 10003",
        "三千万, 30000000",
        "千亿, 100000000000",
        "万亿, 1000000000000",
        "双千亿, 100000000000",
        "2.6万亿, 2600000000000",
        "2.73亿, 273000000",
        "20万, 200000",
        "300多亿, 30000000000",
        "三点五, 3.5",
        "二〇二五, 2025",
        "半, 0.5",
        "廿五, 25",
        "叁仟贰佰, 3200",
        "翻番, 2",
        "四分之一, 0.25",
        "Ⅱ, 2",
        "１２, 12"
    })
    void a_number_is_read_as_people_mean_it(String written, BigDecimal value) {
        assertThat(ChineseNumber.parse(written))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
        assertThat(scan("今年" + written + "，")).singleElement().satisfies(numeral -> {
            assertThat(numeral.text()).isEqualTo(written);
            assertThat(numeral.value()).isEqualByComparingTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"几", "十四五", "三五年", "亩", "''"})
    void what_is_no_number_is_not_read_as_one(String written) {
        assertThat(ChineseNumber.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "居全国第14位。, 第14位, 14, 位",
        "新增节水2.7亿立方米以上, 2.7亿立方米, 270000000, 立方米",
        "并网4000万千瓦、, 4000万千瓦, 40000000, 千瓦",
        "建成500千伏主干网, 500千伏, 500, 千伏",
        "高于行业33个百分点，, 33个百分点, 33, 个百分点",
        "占比近七成，, 近七成, 7, 成",
        "收入增长一成半，, 一成半, 1.5, 成",
        "附近3个村, 3个, 3, 个",
        "跨过千亿级，, 千亿级, 100000000000, 级",
        "消费300多亿元，, 300多亿元, 30000000000, 元",
        "巡演760多场，, 760多场, 760, 场",
        "覆盖百分之九十七。, 百分之九十七, 97, %",
        "修渠1，, 1, 1, ''",
        "争创5A级景区, 5A级, 5, A级",
        "达到20万P、, 20万P, 200000, P"
    })
    void a_numeral_takes_its_ordinal_mark_and_its_unit_and_no_more(
            String sentence, String text, BigDecimal value, String unit) {
        assertThat(scan(sentence)).singleElement().satisfies(numeral -> {
            assertThat(numeral.text()).isEqualTo(text);
            assertThat(numeral.value()).isEqualByComparingTo(value);
            assertThat(numeral.unit()).isEqualTo(unit);
            assertThat(sentence.substring(numeral.offset())).startsWith(text);
        });
    }

    @Test
    void units_alone_and_points_are_no_numerals() {
        assertThat(scan("提高若干个百分点；千瓦时；陆路口岸；大约")).isEmpty();
        assertThat(scan("三多三少三慢")).extracting(Numeral::text).containsExactly("三", "三", "三");
        assertThat(scan("1,250公里，12，500列")).extracting(Numeral::text).containsExactly("1,250公里", "12", "500列");
    }

    @Test
    void any_number_written_in_chinese_is_found_whole_and_read_back() {
        Random random = random("any_number_written_in_chinese_is_found_whole_and_read_back");
        for (int i = 0; i < ROUNDS; i++) {
            long number = Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(12));
            String written = chinese(number);
            if (random.nextBoolean()) {
                written = written.replaceAll("二(?=[千万亿])", "两");
            }
            String sentence = "全州造林" + written + "亩，较快。";

            List<Numeral> found = scan(sentence);

            assertThat(found).as("%s is %d, seed %d", written, number, SEED).hasSize(1);
            assertThat(found.get(0).text()).isEqualTo(written + "亩");
            assertThat(found.get(0).value())
                    .as("%s, seed %d", written, SEED)
                    .isEqualByComparingTo(BigDecimal.valueOf(number));
        }
    }

    @Test
    void any_arabic_number_with_a_chinese_scale_is_read_back() {
        Random random = random("any_arabic_number_with_a_chinese_scale_is_read_back");
        List<String> scales = List.of("", "万", "亿", "万亿", "百万", "千万");
        List<Integer> powers = List.of(0, 4, 8, 12, 6, 7);
        for (int i = 0; i < ROUNDS; i++) {
            BigDecimal number = new BigDecimal(BigInteger.valueOf(random.nextInt(1_000_000)), random.nextInt(4));
            int scale = random.nextInt(scales.size());
            String written = number.toPlainString() + scales.get(scale);

            List<Numeral> found = scan("投资达到" + written + "元左右");

            assertThat(found).as("%s, seed %d", written, SEED).singleElement().satisfies(numeral -> {
                assertThat(numeral.text()).isEqualTo(written + "元");
                assertThat(numeral.value()).isEqualByComparingTo(number.scaleByPowerOfTen(powers.get(scale)));
            });
        }
    }

    @Test
    void whatever_the_text_every_digit_stands_in_exactly_one_numeral() {
        Random random = random("whatever_the_text_every_digit_stands_in_exactly_one_numeral");
        String[] letters = "0 1 5 9 . , % 一 二 三 十 百 千 万 亿 两 半 零 第 近 约 多 余 点 元 公里 个 亩 年 ， 。 草原 P A 分之 瓦 成".split(" ");
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder sentence = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                sentence.append(letters[random.nextInt(letters.length)]);
            }
            String text = sentence.toString();

            Set<Integer> covered = new HashSet<>();
            for (Numeral numeral : scan(text)) {
                assertThat(text.substring(numeral.offset())).as(text).startsWith(numeral.text());
                for (int at = 0; at < numeral.text().length(); at++) {
                    assertThat(covered.add(numeral.offset() + at))
                            .as("%s, seed %d", text, SEED)
                            .isTrue();
                }
            }
            for (int at = 0; at < text.length(); at++) {
                boolean isUnit = text.startsWith("千瓦", at) || text.startsWith("百分之", at);
                if ("0159一二三十百千万亿两半零".indexOf(text.charAt(at)) >= 0 && !isUnit) {
                    assertThat(covered).as("%s at %d, seed %d", text, at, SEED).contains(at);
                }
            }
        }
    }

    private static Random random(String test) {
        System.out.println("NumeralScannerTest." + test + ": -Dmengshi.test.seed=" + SEED);
        return new Random(SEED);
    }

    private List<Numeral> scan(String sentence) {
        return scanner.scan(new ReportText.Paragraph(1, new ReportText.Heading("", ""), 0, sentence));
    }

    private static NumeralScanner scanner() {
        Seeds seeds = Seeds.builtIn();
        Set<String> units = new HashSet<>(Quantities.from(seeds).units());
        units.addAll(ReportWords.from(seeds).counts());
        return new NumeralScanner(units, ReportWords.from(seeds).falls());
    }

    /** A number as it is written out, by a rule of its own: group by group of four digits. */
    private static String chinese(long number) {
        if (number == 0) {
            return "零";
        }
        String[] groups = {"", "万", "亿"};
        StringBuilder written = new StringBuilder();
        boolean gap = false;
        for (int group = 2; group >= 0; group--) {
            int four = (int) (number / (long) Math.pow(10_000, group) % 10_000);
            if (four == 0) {
                gap = !written.isEmpty();
                continue;
            }
            if (!written.isEmpty() && (gap || four < 1000)) {
                written.append('零');
            }
            written.append(four(four)).append(groups[group]);
            gap = false;
        }
        String text = written.toString();
        return text.startsWith("一十") ? text.substring(1) : text;
    }

    private static String four(int number) {
        String[] scales = {"", "十", "百", "千"};
        StringBuilder written = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = number / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !written.isEmpty();
                continue;
            }
            if (gap) {
                written.append('零');
            }
            written.append(DIGITS.charAt(digit)).append(scales[place]);
            gap = false;
        }
        return written.toString();
    }
}
