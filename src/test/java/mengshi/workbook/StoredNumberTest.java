package mengshi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredNumberTest {

    @Test
    void a_number_is_the_same_with_and_without_an_exponent() throws Exception {
        Random random = new Random(15);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder digits = new StringBuilder(random.nextBoolean() ? "-" : "");
            int length = 1 + random.nextInt(38);
            int point = random.nextInt(length + 1);
            for (int at = 0; at < length; at++) {
                digits.append(at == point ? "." : "").append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
            }

            assertThat(StoredNumber.parse(digits.toString()))
                    .as(digits.toString())
                    .isEqualTo(StoredNumber.parse(digits + "E0"));
        }
    }

    @Test
    void what_is_no_number_is_refused_whichever_characters_it_is_made_of() {
        for (String raw : List.of("-", ".", "-.", "1.2.3", "1-2", "--1", "１２", "1,5", "0x10", "NaN", "1E309")) {
            assertThatThrownBy(() -> StoredNumber.parse(raw)).as(raw).isInstanceOf(WorkbookRefused.class);
        }
    }
}
