package mengshi.form;

import java.util.ArrayList;
import java.util.List;
import mengshi.model.Place;
import mengshi.workbook.CellValue;
import mengshi.workbook.LocatedCell;

/**
 * A text besides the form itself that may say whose form this is and for when.
 *
 * @param kind what it is the name of, in Chinese
 */
record Hint(String kind, String text, Place place) {

    /** The title, then the names of the sheet, the file and its folders: the nearest first. */
    static List<Hint> of(FormRecogniser.Recognised recognised, SentAs sent) {
        Grid grid = recognised.grid();
        List<Hint> hints = new ArrayList<>();
        for (LocatedCell title : titles(recognised)) {
            String written = title.value().written().strip();
            hints.add(new Hint("标题" + title.address(), written, grid.place(title.row(), title.column())));
        }
        Place file = new Place.InFile(sent.file());
        hints.add(new Hint("工作表名", grid.sheetName(), grid.place()));
        hints.add(new Hint("文件名", sent.file(), file));
        if (!sent.folder().isEmpty()) {
            hints.add(new Hint("文件夹", sent.folder(), file));
        }
        return hints;
    }

    /** What stands in the first row without being a field, and whatever above the table holds the form's name. */
    private static List<LocatedCell> titles(FormRecogniser.Recognised recognised) {
        Grid grid = recognised.grid();
        String name = Label.bare(recognised.form().nameZh());
        int first = grid.rows().get(0).index();
        return grid.head().stream()
                .filter(cell -> cell.value() instanceof CellValue.Text text
                        && FrameLabels.in(text.text()).isEmpty())
                .filter(cell -> cell.row() == first
                        || Label.bare(cell.value().written()).contains(name))
                .toList();
    }

    /** For people: 文件名“呼伦贝尔6月.xlsx”. */
    String describe() {
        return kind + "“" + text + "”";
    }
}
