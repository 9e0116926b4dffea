package mengshi.workbook;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of a submitted workbook's sheets with its comments and their boxes, as far as an answer changes them. */
final class MarkedSheet {

    private static final String COMMENTS = "comments";
    private static final String BOXES = "vmlDrawing";
    private static final String THREADS = "threadedComment";

    private final PackageFile file;
    private final PackageEdit edit;
    private final String part;
    private final @Nullable Relations relations;

    MarkedSheet(PackageFile file, PackageEdit edit, String part) throws IOException, UnusualPackage, WorkbookRefused {
        this.file = file;
        this.edit = edit;
        this.part = part;
        this.relations = file.has(Relations.partOf(part)) ? Relations.of(file, part) : null;
    }

    /** Changes the sheet's parts in the package; where nothing is to be said they are only looked at for earlier answers. */
    void mark(List<Reply.Remark> remarks, SharedStrings texts, StyleEdit styles)
            throws IOException, UnusualPackage, WorkbookRefused {
        Set<String> wanted = new HashSet<>();
        remarks.forEach(remark -> wanted.add(remark.at().cell()));
        SheetEdit sheet = SheetEdit.of(part, file.bytes(part), wanted, texts);
        Optional<String> comments = relations == null ? Optional.empty() : relations.only(COMMENTS);
        if (!remarks.isEmpty()) {
            sheet.highlight(remarks, styles);
        }
        if (comments.isPresent()) {
            comment(comments.get(), sheet, remarks);
        } else if (!remarks.isEmpty()) {
            addComments(sheet, remarks);
        }
        if (sheet.isChanged()) {
            edit.change(part, sheet.edited());
        }
    }

    private void comment(String comments, SheetEdit sheet, List<Reply.Remark> remarks)
            throws IOException, UnusualPackage, WorkbookRefused {
        CommentEdit words = CommentEdit.of(comments, file.bytes(comments), remarks);
        if (remarks.isEmpty()) {
            return;
        }
        String drawing = sheet.drawing();
        if (relations == null || drawing == null || relations.hasOther(THREADS)) {
            throw new UnusualPackage(part + ": comments that are threaded or have no boxes");
        }
        edit.change(comments, words.edited());
        List<Reply.Remark> fresh = words.fresh();
        if (!fresh.isEmpty()) {
            String boxes = relations.part(BOXES, drawing);
            edit.change(boxes, NoteEdit.edited(boxes, file.bytes(boxes), fresh));
        }
    }

    private void addComments(SheetEdit sheet, List<Reply.Remark> remarks)
            throws IOException, UnusualPackage, WorkbookRefused {
        if (sheet.drawing() != null) {
            throw new UnusualPackage(part + ": boxes that are not those of comments");
        }
        String type = AnsweredPackage.TYPE;
        String comments = edit.add("xl/comments#.xml", type + "spreadsheetml.comments+xml", CommentEdit.part(remarks));
        String boxes = edit.add("xl/drawings/vmlDrawing#.vml", type + "vmlDrawing", NoteEdit.part(remarks));
        List<String> ids = edit.relate(
                part, List.of(new PackageEdit.Link(COMMENTS, comments), new PackageEdit.Link(BOXES, boxes)));
        sheet.pointTo(ids.get(1));
    }
}
