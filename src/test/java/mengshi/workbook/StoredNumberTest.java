package mengshi.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
    void a_short_number_read_by_plain_arithmetic_is_what_the_class_library_makes_of_it() throws Exception {
        Random random = new Random(18);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String raw = written(random);

            BigDecimal read18 = ShortNumber.parse(raw.getBytes(UTF_8), raw.length());
            if (read18 != null) {
                read++;
                assertThat(read18).as(raw).isEqualTo(StoredNumber.parse(raw));
            }
        }

        assertThat(read).isGreaterThan(10_000);
    }

    /** Digits of any kind that a workbook may hold, and some that none may. */
    private static String written(Random random) {
        StringBuilder raw = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        for (int digits = random.nextInt(21); digits > 0; digits--) {
            raw.append(random.nextInt(2) == 0 ? 0 : random.nextInt(10));
            raw.append(random.nextInt(12) == 0 ? "." : "");
        }
        return switch (random.nextInt(8)) {
            case 0 -> raw + "E-" + random.nextInt(120);
            case 1 -> raw + "e" + random.nextInt(12);
            case 2 -> raw + "E+" + random.nextInt(30);
            default -> raw.toString();
        };
    }

    @Test
    void what_is_no_number_is_refused_whichever_characters_it_is_made_of() {
        for (String raw : List.of("-", ".", "-.", "1.2.3", "1-2", "--1", "１２", "1,5", "0x10", "NaN", "1E309")) {
            assertThatThrownBy(() -> StoredNumber.parse(raw)).as(raw).isInstanceOf(WorkbookRefused.class);
        }
    }
}
