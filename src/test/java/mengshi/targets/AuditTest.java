package mengshi.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {

    private static final String NUMERALS = "numeral_2031.csv";
    private static final String TARGETS = "target_2031.csv";
    private static final String ACTUALS = "actual_2030.csv";
    private static final String TEXT = "report.txt";

    @TempDir
    private Path folder;

    private SmallReport report;

    @BeforeEach
    void lay_out() throws IOException {
        report = SmallReport.in(folder);
    }

    @Test
    void a_report_of_which_everything_is_told_right_has_no_complaint() throws IOException {
        AuditResult result = report.audit();

        assertThat(result.complaints()).isEmpty();
        assertThat(result.unclassified()).isEmpty();
        assertThat(result.numerals()).isEqualTo(33);
        assertThat(result.targets()).isEqualTo(11);
        assertThat(result.actuals()).isEqualTo(6);
        assertThat(result.coverage())
                .extracting(stretch -> stretch.heading().label())
                .containsExactly("篇首", "一", "二", "二（一）", "二（二）");
        assertThat(result.count(NumeralClass.TARGET)).isEqualTo(10);
        assertThat(result.count(NumeralClass.IDIOM)).isEqualTo(2);
    }

    /**
     * One error made on purpose.
     *
     * @param found every complaint there must be, and no other
     */
    record Planted(String error, String file, String from, String to, List<String> found) {
        @Override
        public String toString() {
            return error;
        }
    }

    static Stream<Planted> in_the_targets() {
        return Stream.of(
                new Planted(
                        "a changed value",
                        TARGETS,
                        "equal,no,1800,公里",
                        "equal,no,1900,公里",
                        List.of("VALUE_DIFFERS T2031-07 7:244", "REFERENCE_DIFFERS N2031-0024 7:248")),
                new Planted(
                        "a wrong unit",
                        TARGETS,
                        "equal,no,1800,公里",
                        "equal,no,1800,亩",
                        List.of("VALUE_DIFFERS T2031-07 7:244", "REFERENCE_DIFFERS N2031-0024 7:248")),
                new Planted(
                        "a unit without a factor",
                        TARGETS,
                        "equal,no,12,个",
                        "equal,no,12,园",
                        List.of("UNKNOWN_UNIT T2031-09 8:286")),
                new Planted(
                        "a phrase that is not in the text",
                        TARGETS,
                        "产值突破百亿元",
                        "产值突破了百亿元",
                        List.of("PHRASE_NOT_IN_TEXT T2031-06 7:222")),
                new Planted(
                        "a wrong paragraph",
                        TARGETS,
                        "2,7,新建村道",
                        "2,8,新建村道",
                        List.of("PHRASE_NOT_IN_TEXT T2031-07 8:282")),
                new Planted(
                        "a wrong section",
                        TARGETS,
                        "T2031-10,2,",
                        "T2031-10,1,",
                        List.of("SECTION_DIFFERS T2031-10 8:297")),
                new Planted(
                        "a repetition that is not named",
                        TARGETS,
                        "BY-R01,8:仍为两万五千人以上",
                        "BY-R01,",
                        List.of("REFERENCE_DIFFERS N2031-0033 8:327")),
                new Planted(
                        "a modality the text does not say",
                        TARGETS,
                        "about,no,5.5",
                        "at_least,no,5.5",
                        List.of("MODALITY_DIFFERS T2031-01 5:138")),
                new Planted(
                        "an aspiration the text does not say",
                        TARGETS,
                        "about,no,5.5",
                        "about,yes,5.5",
                        List.of("ASPIRATION_DIFFERS T2031-01 5:138")),
                new Planted(
                        "a word without a numeral read otherwise",
                        TARGETS,
                        "WELLS,equal,no,100",
                        "WELLS,equal,no,90",
                        List.of("VALUE_DIFFERS T2031-05 6:214")),
                new Planted(
                        "an unknown indicator",
                        TARGETS,
                        "PARKS,equal",
                        "PARK,equal",
                        List.of("UNKNOWN_INDICATOR T2031-09 8:286")),
                new Planted(
                        "an indicator without a form line",
                        TARGETS,
                        "900000,none,",
                        "900000,BY-R01,",
                        List.of("NO_FORM_LINE T2031-11 8:306")),
                new Planted(
                        "a base without a result",
                        TARGETS,
                        "万人,2.4,万人",
                        "万人,2.3,万人",
                        List.of("BASE_WITHOUT_ACTUAL T2031-02 5:147")),
                new Planted(
                        "a doubled target",
                        TARGETS,
                        "T2031-10,2",
                        "T2031-095,2,8,12个产业园,PARKS,equal,no,12,个,,,volume,region,900000,BY-R01,\nT2031-10,2",
                        List.of("DOUBLED_TARGET T2031-095 8:288", "FIGURE_WITHOUT_NUMERAL T2031-095 8:288")),
                new Planted(
                        "a doubled target id",
                        TARGETS,
                        "T2031-10,2",
                        "T2031-09,2",
                        List.of("DOUBLED_ID T2031-09 8:297", "UNKNOWN_REFERENCE N2031-0031 8:299")),
                new Planted(
                        "a row that cannot be read",
                        TARGETS,
                        "equal,no,1800,公里",
                        "equal,no,many,公里",
                        List.of("ROW_UNREADABLE target_2031 0:-1", "UNKNOWN_REFERENCE N2031-0024 7:248")));
    }

    static Stream<Planted> in_the_results() {
        return Stream.of(
                new Planted(
                        "a fall told as a rise",
                        ACTUALS,
                        "equal,-3.2",
                        "equal,3.2",
                        List.of("VALUE_DIFFERS A2030-04 3:81", "REFERENCE_DIFFERS N2031-0011 3:85")),
                new Planted(
                        "a changed result",
                        ACTUALS,
                        "equal,46.5",
                        "equal,45.6",
                        List.of("VALUE_DIFFERS A2030-01 3:40", "REFERENCE_DIFFERS N2031-0005 3:42")),
                new Planted(
                        "a rough figure told as exact",
                        ACTUALS,
                        "exceed,300",
                        "equal,300",
                        List.of("MODALITY_DIFFERS A2030-06 3:98")));
    }

    static Stream<Planted> in_the_numerals() {
        return Stream.of(
                new Planted(
                        "a missing numeral",
                        NUMERALS,
                        "N2031-0006,3,50,八,context,,州的个数\n",
                        "",
                        List.of("UNCLASSIFIED 八 3:50")),
                new Planted(
                        "a wrong offset",
                        NUMERALS,
                        ",248,1800公里",
                        ",249,1800公里",
                        List.of(
                                "FIGURE_WITHOUT_NUMERAL T2031-07 7:244",
                                "UNCLASSIFIED 1800公里 7:248",
                                "OFFSET_DIFFERS N2031-0024 7:249")),
                new Planted(
                        "a numeral the text does not have",
                        NUMERALS,
                        "40家,target,T2031-10,",
                        "41家,target,T2031-10,",
                        List.of(
                                "FIGURE_WITHOUT_NUMERAL T2031-10 8:297",
                                "UNCLASSIFIED 40家 8:299",
                                "NUMERAL_NOT_IN_TEXT N2031-0031 8:299")),
                new Planted(
                        "a numeral without its unit",
                        NUMERALS,
                        "40家,target,T2031-10,",
                        "40,target,T2031-10,",
                        List.of(
                                "FIGURE_WITHOUT_NUMERAL T2031-10 8:297",
                                "UNCLASSIFIED 40家 8:299",
                                "NUMERAL_NOT_IN_TEXT N2031-0031 8:299")),
                new Planted(
                        "a doubled numeral id",
                        NUMERALS,
                        "N2031-0010,",
                        "N2031-0009,",
                        List.of("DOUBLED_ID N2031-0009 3:73")),
                new Planted(
                        "a target's numeral that names none",
                        NUMERALS,
                        "40家,target,T2031-10,",
                        "40家,target,,引进",
                        List.of("FIGURE_WITHOUT_NUMERAL T2031-10 8:297", "REFERENCE_MISSING N2031-0031 8:299")),
                new Planted(
                        "a numeral without a reason",
                        NUMERALS,
                        "context,,州的个数",
                        "context,,",
                        List.of("REFERENCE_MISSING N2031-0006 3:50")),
                new Planted(
                        "an unknown class",
                        NUMERALS,
                        "context,,州的个数",
                        "thing,,州的个数",
                        List.of("UNKNOWN_CLASS N2031-0006 3:50")),
                new Planted(
                        "a figure passed off as an idiom",
                        NUMERALS,
                        "context,,州的个数",
                        "idiom,,州的个数",
                        List.of("NOT_AN_IDIOM N2031-0006 3:50")),
                new Planted(
                        "an unknown reference",
                        NUMERALS,
                        "40家,target,T2031-10,",
                        "40家,target,T2031-99,",
                        List.of("FIGURE_WITHOUT_NUMERAL T2031-10 8:297", "UNKNOWN_REFERENCE N2031-0031 8:299")),
                new Planted(
                        "a reference to another figure",
                        NUMERALS,
                        "40家,target,T2031-10,",
                        "40家,target,T2031-09,",
                        List.of("FIGURE_WITHOUT_NUMERAL T2031-10 8:297", "REFERENCE_DIFFERS N2031-0031 8:299")),
                new Planted(
                        "a numeral classified twice",
                        NUMERALS,
                        "N2031-0033,",
                        "N2031-0034,8,288,12个,context,,又一次\nN2031-0033,",
                        List.of("DOUBLED_NUMERAL N2031-0034 8:288")));
    }

    static Stream<Planted> in_the_text() {
        return Stream.of(
                new Planted(
                        "a changed word",
                        TEXT,
                        "羊绒产业产值",
                        "山羊产业产值",
                        List.of("TEXT_DIFFERS report 2031 0:-1", "TEXT_DIFFERS paragraph 7 7:222")),
                new Planted(
                        "a character too many",
                        TEXT,
                        "修补道路",
                        "修补了道路",
                        List.of(
                                "TEXT_DIFFERS report 2031 0:-1",
                                "TEXT_DIFFERS paragraph 3 3:31",
                                "PHRASE_NOT_IN_TEXT A2030-06 3:31")),
                new Planted(
                        "a changed figure",
                        TEXT,
                        "1800公里",
                        "1700公里",
                        List.of(
                                "TEXT_DIFFERS report 2031 0:-1",
                                "TEXT_DIFFERS paragraph 7 7:222",
                                "PHRASE_NOT_IN_TEXT T2031-07 7:222",
                                "UNCLASSIFIED 1700公里 7:248",
                                "NUMERAL_NOT_IN_TEXT N2031-0024 7:248")),
                new Planted(
                        "a figure too many",
                        TEXT,
                        "引进40家企业",
                        "引进40家企业5个项目",
                        List.of(
                                "TEXT_DIFFERS report 2031 0:-1",
                                "TEXT_DIFFERS paragraph 8 8:282",
                                "UNCLASSIFIED 5个 8:304")),
                new Planted(
                        "a paragraph at the end",
                        TEXT,
                        "仍为两万五千人以上。",
                        "仍为两万五千人以上。\n完。",
                        List.of("TEXT_DIFFERS report 2031 0:-1", "TEXT_DIFFERS paragraph 9 9:336")));
    }

    @ParameterizedTest
    @MethodSource({"in_the_targets", "in_the_results", "in_the_numerals", "in_the_text"})
    void a_planted_error_is_found_at_its_place_and_nothing_else_is(Planted planted) throws IOException {
        report.change(planted.file(), planted.from(), planted.to());

        assertThat(report.complaints()).isNotEmpty().containsExactlyElementsOf(planted.found());
    }
}
