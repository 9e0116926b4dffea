package mengshi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mengshi.form.SentAs;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.warehouse.Manifest;
import org.junit.jupiter.api.Test;

/** What may end a reading, and what must not be held against a file. */
class CautiousReaderTest {

    private final Map<String, Integer> tries = new HashMap<>();
    private final List<String> ledger = new ArrayList<>();

    @Test
    void a_file_that_takes_all_memory_twice_is_refused_and_the_others_are_read() throws IOException {
        CautiousReader reader = new CautiousReader((sent, sha256, form) -> read(sent, 2));

        List<FindingCode> codes = codes(reader, item("a.xlsx", 0), item("poison.xlsx", 0), item("b.xlsx", 0));

        assertThat(codes).containsExactly(FindingCode.FORM_UNKNOWN, FindingCode.READING_DIED, FindingCode.FORM_UNKNOWN);
        assertThat(tries).containsEntry("poison.xlsx", 2).containsEntry("b.xlsx", 1);
    }

    @Test
    void one_death_is_forgiven_when_the_file_can_be_read_alone() throws IOException {
        CautiousReader reader = new CautiousReader((sent, sha256, form) -> read(sent, 1));

        assertThat(codes(reader, item("poison.xlsx", 0))).containsExactly(FindingCode.FORM_UNKNOWN);
        assertThat(tries).containsEntry("poison.xlsx", 2);
        assertThat(ledger).containsExactly("begin 1");
    }

    @Test
    void a_suspect_that_survives_is_cleared_and_one_that_died_twice_is_not_opened() throws IOException {
        CautiousReader reader = new CautiousReader((sent, sha256, form) -> read(sent, 9));

        assertThat(codes(reader, item("suspect.xlsx", 1))).containsExactly(FindingCode.FORM_UNKNOWN);
        assertThat(ledger).containsExactly("begin 1", "survived 1");
        assertThat(codes(reader, item("poison.xlsx", 2))).containsExactly(FindingCode.READING_DIED);
        assertThat(tries).doesNotContainKey("poison.xlsx");
    }

    private List<FindingCode> codes(CautiousReader reader, Manifest.Item... items) throws IOException {
        CautiousReader.Ledger kept = new CautiousReader.Ledger() {
            @Override
            public void begin(List<Manifest.Item> group) {
                ledger.add("begin " + group.size());
            }

            @Override
            public void survived(List<Manifest.Item> group) {
                ledger.add("survived " + group.size());
            }
        };
        return reader.read(List.of(items), kept).stream()
                .map(file -> file.reading().findings().get(0))
                .map(Finding::code)
                .toList();
    }

    private SubmissionReader.ReadFile read(SentAs sent, int deaths) {
        int time = tries.merge(sent.file(), 1, Integer::sum);
        if (sent.file().startsWith("poison") && time <= deaths) {
            throw new OutOfMemoryError("planted");
        }
        return SubmissionReader.refusal(sent.file(), FindingCode.FORM_UNKNOWN, "read");
    }

    private static Manifest.Item item(String name, int readingsBegun) {
        return new Manifest.Item(1, name, "", "", null, readingsBegun);
    }
}
