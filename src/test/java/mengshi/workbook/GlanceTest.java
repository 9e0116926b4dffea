package mengshi.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is well-formed and means one thing is taken in at a glance; all else goes the long way. */
class GlanceTest {

    private static final String BEFORE = "<row>";
    private static final String BEHIND = "<c r=\"Z9\"/></row>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"D5\" s=\"1\" t=\"s\"><v>20</v></c>",
                "<c r=\"XFD1048576\"><v>-1.5E-3</v></c>",
                "<c t=\"n\" r=\"A1\"><v>1E+2</v></c>",
                "<c s=\"7\"><v>0</v></c>",
                "<c r=\"A1\" s=\"2\"/>"
            })
    void a_plain_cell_is_known_as_a_whole_and_never_in_part(String cell) {
        byte[] all = (BEFORE + cell + BEHIND).getBytes(UTF_8);
        int at = BEFORE.length();
        int behind = at + cell.length();

        assertThat(new PlainCell().scan(all, at, all.length)).isEqualTo(behind);
        assertThat(new PlainCell().scan(all, at, behind)).isEqualTo(behind);
        for (int end = at; end < behind; end++) {
            assertThat(new PlainCell().scan(all, at, end)).as("up to " + end).isEqualTo(Glance.OTHERWISE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c/>",
                "<c r='A1'><v>1</v></c>",
                "<c r=\"A1\" r=\"A1\"><v>1</v></c>",
                "<c r=\"A1\" s=\"1\" s=\"1\"/>",
                "<c r=\"A1\"s=\"1\"/>",
                "<c r=\"a1\"><v>1</v></c>",
                "<c r=\"A0\"><v>1</v></c>",
                "<c r=\"XFE1\"><v>1</v></c>",
                "<c r=\"A1\" s=\"\"/>",
                "<c r=\"A1\" s=\"1234567890\"/>",
                "<c r=\"A1\" t=\"\"><v>1</v></c>",
                "<c r=\"A1\" t=\"sn\"><v>1</v></c>",
                "<c r=\"A1\" t=\"str\"><v>1</v></c>",
                "<c r=\"A1\" n=\"1\"><v>1</v></c>",
                "<c r=\"A1\" xmlns=\"n\"><v>1</v></c>",
                "<c r=\"A1\"><v></v></c>",
                "<c r=\"A1\"><v> 1</v></c>",
                "<c r=\"A1\"><v>1&#48;</v></c>",
                "<c r=\"A1\"><v>1<!---->0</v></c>",
                "<c r=\"A1\"><v>1</v><v>2</v></c>",
                "<c r=\"A1\"><f>1+1</f><v>2</v></c>",
                "<c r=\"A1\"><v>1</v></d>",
                "<x:c r=\"A1\"><v>1</v></x:c>",
                "<col r=\"A1\"/>"
            })
    void any_other_cell_is_not(String cell) {
        byte[] all = (BEFORE + cell + BEHIND).getBytes(UTF_8);

        assertThat(new PlainCell().scan(all, BEFORE.length(), all.length)).isEqualTo(Glance.OTHERWISE);
    }

    @Test
    void a_cell_says_nothing_of_the_one_looked_at_before() throws WorkbookRefused {
        PlainCell glance = new PlainCell();
        Utf8Text value = new Utf8Text();
        byte[] first = "<c r=\"D5\" s=\"3\" t=\"s\"><v>20</v></c>".getBytes(UTF_8);
        byte[] second = "<c s=\"0\"/>".getBytes(UTF_8);

        glance.scan(first, 0, first.length);
        glance.value(value);

        assertThat(Reference.row(glance.reference())).isEqualTo(4);
        assertThat(Reference.column(glance.reference())).isEqualTo(3);
        assertThat(glance.style()).isEqualTo(3);
        assertThat(glance.isShared()).isTrue();
        assertThat(value).hasToString("20");

        glance.scan(second, 0, second.length);
        glance.value(value);

        assertThat(glance.isAddressed()).isFalse();
        assertThat(glance.style()).isZero();
        assertThat(glance.isShared()).isFalse();
        assertThat(glance.isEmpty()).isTrue();
        assertThat(value.isEmpty()).isTrue();
    }

    @Test
    void a_shared_text_is_known_once_it_has_been_read_and_only_by_all_its_bytes() {
        byte[] element = "<si><t>一览 <> 之文</t></si><si/>".replace("<>", "&lt;").getBytes(UTF_8);
        int behind = element.length - "<si/>".length();
        PlainText glance = new PlainText();

        assertThat(glance.scan(element, 0, element.length)).isEqualTo(Glance.OTHERWISE);
        glance.keep(new CellValue.Text("一览 < 之文"));

        assertThat(new PlainText().scan(element, 0, behind - 1)).isEqualTo(Glance.OTHERWISE);
        assertThat(glance.scan(element, 0, element.length)).isEqualTo(behind);
        assertThat(glance.text()).isEqualTo(new CellValue.Text("一览 < 之文"));

        element[behind - "</t></si>".length() - 1]++;
        assertThat(glance.scan(element, 0, element.length)).isEqualTo(Glance.OTHERWISE);
        assertThat(glance.text()).isNull();
    }

    @Test
    void a_shared_text_written_in_another_way_is_never_kept() {
        PlainText glance = new PlainText();
        for (String element : new String[] {
            "<si><t xml:space=\"preserve\">留白 </t></si>",
            "<si><r><t>分段</t></r></si>",
            "<si><t>" + "长".repeat(33) + "</t></si>"
        }) {
            byte[] bytes = element.getBytes(UTF_8);
            assertThat(glance.scan(bytes, 0, bytes.length)).isEqualTo(Glance.OTHERWISE);
            glance.keep(new CellValue.Text(element));
            assertThat(glance.scan(bytes, 0, bytes.length)).as(element).isEqualTo(Glance.OTHERWISE);
        }
    }
}
