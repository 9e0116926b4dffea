package mengshi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of the corpus, from its bytes to its figures and findings. */
class CorpusTest {

    private static final List<Variant> CORPUS = Corpus.all();

    @TempDir
    Path folder;

    static List<Variant> variants() {
        return CORPUS;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void a_workbook_gives_exactly_these_figures_and_findings(Variant variant) {
        assertThat(variant.read(folder)).isEqualTo(variant.expected());
    }

    @Test
    void the_corpus_is_large_and_no_two_variants_have_one_name() {
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(120);
        assertThat(CORPUS).extracting(Variant::toString).doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_overlooked_and_nothing_is_found_that_is_not_there() {
        int expected = 0;
        int recalled = 0;
        int falseAlarms = 0;
        int wrongFigures = 0;
        for (Variant variant : CORPUS) {
            Variant.Outcome outcome = variant.read(folder);
            List<String> missed = new ArrayList<>(variant.expected().findings());
            List<String> found = new ArrayList<>(outcome.findings());
            expected += missed.size();
            for (String finding : outcome.findings()) {
                if (missed.remove(finding)) {
                    recalled++;
                    found.remove(finding);
                }
            }
            falseAlarms += found.size();
            wrongFigures += outcome.facts().equals(variant.expected().facts()) ? 0 : 1;
        }

        System.out.printf(
                "corpus: %d workbooks, %d of %d faults found, %d false alarms, %d workbooks with a wrong figure%n",
                CORPUS.size(), recalled, expected, falseAlarms, wrongFigures);
        assertThat(recalled).isEqualTo(expected).isGreaterThan(100);
        assertThat(falseAlarms).isZero();
        assertThat(wrongFigures).isZero();
    }
}
