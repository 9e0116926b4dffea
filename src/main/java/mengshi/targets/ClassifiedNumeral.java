package mengshi.targets;

import java.util.List;
import java.util.Optional;
import mengshi.seeds.SeedRow;

/**
 * A row of the catalogue of numerals.
 *
 * @param source file and record, for messages
 * @param offset of the numeral's first character, in code points from the start of the text
 * @param text the numeral with its unit, as the text has it
 * @param className one of {@link NumeralClass}
 * @param refersTo the targets or results whose figure it says
 * @param reason why it says none
 */
record ClassifiedNumeral(
        String id,
        String source,
        int paragraph,
        int offset,
        String text,
        String className,
        List<String> refersTo,
        String reason) {

    static ClassifiedNumeral of(SeedRow row) {
        return new ClassifiedNumeral(
                row.text("numeral_id"),
                "seeds/" + row.file() + ".csv, record " + row.line(),
                row.whole("paragraph"),
                row.whole("offset"),
                row.text("text"),
                row.text("class"),
                row.list("refers_to"),
                row.optional("reason").orElse(""));
    }

    Optional<NumeralClass> numeralClass() {
        return NumeralClass.of(className);
    }
}
