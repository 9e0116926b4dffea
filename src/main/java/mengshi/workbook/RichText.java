package mengshi.workbook;

import java.io.IOException;

/**
 * A text as sheets and shared strings hold it: plain, or in runs that are joined. How it is pronounced is left out.
 *
 * @param struck whether one of the runs is struck through
 */
record RichText(String text, boolean struck) {

    /** @param depth of the element that holds the text, at whose start tag {@code xml} stands */
    static RichText of(PartReader xml, int depth) throws IOException, UnusualPackage, WorkbookRefused {
        String plain = "";
        StringBuilder runs = null;
        boolean struck = false;
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "t" -> plain = xml.text();
                case "r" -> {
                    runs = runs == null ? new StringBuilder() : runs;
                    struck |= run(xml, depth + 1, runs);
                }
                default -> {}
            }
        }
        return new RichText(EscapedText.decoded(runs == null ? plain : runs.toString()), struck);
    }

    private static boolean run(PartReader xml, int depth, StringBuilder runs)
            throws IOException, UnusualPackage, WorkbookRefused {
        boolean struck = false;
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "t" -> runs.append(xml.text());
                case "rPr" -> struck |= isStruck(xml, depth + 1);
                default -> {}
            }
        }
        return struck;
    }

    /** Whether a font, of a run or of a style, strikes through. */
    static boolean isStruck(PartReader xml, int depth) throws IOException, UnusualPackage, WorkbookRefused {
        boolean struck = false;
        while (xml.nextChild(depth)) {
            if (xml.name().equals("strike")) {
                String value = xml.attribute("val");
                struck = value == null || xml.truth(value);
            }
        }
        return struck;
    }
}
