package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import mengshi.model.Place;

/**
 * A text besides the form itself that may say whose form this is and for when.
 *
 * @param kind what it is the name of, in Chinese
 */
record Hint(String kind, String text, Place place) {

    /** The sheet's name, the file's and its folders', the nearest first. */
    static List<Hint> of(Grid grid, SentAs sent) {
        List<Hint> hints = new ArrayList<>();
        Place file = new Place.InFile(sent.file());
        hints.add(new Hint("工作表名", grid.sheetName(), grid.place()));
        hints.add(new Hint("文件名", sent.file(), file));
        if (!sent.folder().isEmpty()) {
            hints.add(new Hint("文件夹", sent.folder(), file));
        }
        return hints;
    }

    /** For people: 文件名“呼伦贝尔6月.xlsx”. */
    String describe() {
        return kind + "“" + text + "”";
    }
}
