package mengshi.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that cells of all sheets refer to by number. */
final class SharedStrings {

    private final List<CellValue.Text> texts = new ArrayList<>();
    private final BitSet struck = new BitSet();

    private SharedStrings() {}

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings of(PackageFile file, String part, Weight weight)
            throws IOException, UnusualPackage, WorkbookRefused {
        SharedStrings strings = new SharedStrings();
        try (PartStream content = file.open(part)) {
            PartReader xml = PartReader.of(part, content, PartReader.SPREADSHEET);
            xml.root("sst");
            boolean plain = xml.isUnprefixed();
            PlainText known = new PlainText();
            while (true) {
                CellValue.Text text = plain && xml.passes(known) ? known.text() : null;
                if (text != null) {
                    weight.addString();
                    strings.texts.add(text);
                } else if (!xml.nextChild(1)) {
                    break;
                } else if (xml.name().equals("si")) {
                    weight.addString();
                    known.keep(strings.add(RichText.of(xml, 2)));
                }
            }
            xml.finish();
        }
        return strings;
    }

    private CellValue.Text add(RichText read) {
        CellValue.Text text = new CellValue.Text(read.text());
        struck.set(texts.size(), read.struck());
        texts.add(text);
        return text;
    }

    /** @return nothing if there is no text of that number */
    CellValue.@Nullable Text get(int number) {
        return number < texts.size() ? texts.get(number) : null;
    }

    boolean isStruck(int number) {
        return struck.get(number);
    }
}
