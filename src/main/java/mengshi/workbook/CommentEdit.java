package mengshi.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sheet's comments with those of an answer: behind the submitter's own words where there are some, else new ones. */
final class CommentEdit {

    private static final Set<String> VOCABULARY = Set.of(Markup.MAIN);
    private static final int AT_TEXT = 4;

    private final PartEdit part;
    private final PartReader xml;

    /** What is said on cells that have no comment, as far as is known. */
    private final Map<String, Reply.Remark> fresh = new LinkedHashMap<>();

    private int authors;
    private int author = -1;

    private CommentEdit(PartEdit part, List<Reply.Remark> remarks) {
        this.part = part;
        this.xml = part.xml();
        remarks.forEach(remark -> fresh.put(remark.at().cell(), remark));
    }

    /** The part for a sheet that had no comments. */
    static String part(List<Reply.Remark> remarks) {
        return Markup.DECLARATION + "<comments xmlns=\"" + Markup.MAIN + "\"><authors>" + author()
                + "</authors><commentList>" + comments(remarks, 0) + "</commentList></comments>";
    }

    /**
     * Walks through a sheet's comments and puts in what is to be said.
     *
     * @throws UnusualPackage if they are written another way, or an earlier answer is among them
     */
    static CommentEdit of(String name, byte[] content, List<Reply.Remark> remarks)
            throws IOException, UnusualPackage, WorkbookRefused {
        CommentEdit edit = new CommentEdit(PartEdit.of(name, content, "comments", VOCABULARY), remarks);
        edit.walk();
        return edit;
    }

    /** What became a comment of its own. */
    List<Reply.Remark> fresh() {
        return List.copyOf(fresh.values());
    }

    byte[] edited() throws IOException, UnusualPackage, WorkbookRefused {
        return part.edited();
    }

    private void walk() throws IOException, UnusualPackage, WorkbookRefused {
        boolean listed = false;
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "authors" -> authors();
                case "commentList" -> {
                    comments();
                    listed = true;
                }
                default -> {}
            }
        }
        if (!listed || author < 0) {
            throw xml.unusual("comments without authors or a list");
        }
    }

    private void authors() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent parent = part.parent();
        while (xml.nextChild(2)) {
            if (xml.text().equals(WorkbookWriter.AUTHOR) && author < 0) {
                author = authors;
            }
            authors++;
        }
        if (author < 0) {
            author = authors;
            part.append(parent, author());
        }
    }

    private void comments() throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent parent = part.parent();
        while (xml.nextChild(2)) {
            String cell = xml.attribute("ref");
            Reply.Remark remark = cell == null ? null : fresh.remove(cell);
            int texts = 0;
            while (xml.nextChild(3)) {
                if (xml.name().equals("text")) {
                    text(remark == null ? "" : remark.text());
                    texts++;
                }
            }
            if (texts != 1) {
                throw xml.unusual("a comment without a text of its own at " + cell);
            }
        }
        part.append(parent, comments(fresh(), author));
    }

    /** The submitter's own words keep their look. */
    private void text(String more) throws IOException, UnusualPackage, WorkbookRefused {
        PartEdit.Parent parent = part.parent();
        StringBuilder words = new StringBuilder();
        int plain = -1;
        int behind = -1;
        while (xml.nextChild(AT_TEXT)) {
            int here = part.here();
            switch (xml.name()) {
                case "t" -> {
                    plain = here;
                    words.append(xml.text());
                }
                case "r" -> run(words);
                default -> behind = behind < 0 ? here : behind;
            }
        }
        if (words.indexOf(Reply.MARK) >= 0) {
            throw xml.unusual("a comment of an earlier answer");
        }
        if (!more.isEmpty()) {
            String run = "<r><t xml:space=\"preserve\">" + Markup.escape("\n" + more) + "</t></r>";
            if (plain >= 0) {
                part.insert(plain, "<r>");
            }
            String added = plain >= 0 ? "</r>" + run : run;
            if (behind < 0) {
                part.append(parent, added);
            } else {
                part.insert(behind, added);
            }
        }
    }

    private void run(StringBuilder words) throws IOException, UnusualPackage, WorkbookRefused {
        while (xml.nextChild(AT_TEXT + 1)) {
            if (xml.name().equals("t")) {
                words.append(xml.text());
            }
        }
    }

    private static String author() {
        return "<author>" + WorkbookWriter.AUTHOR + "</author>";
    }

    private static String comments(List<Reply.Remark> remarks, int author) {
        StringBuilder comments = new StringBuilder();
        remarks.forEach(remark -> comments.append("<comment ref=\"")
                .append(remark.at().cell())
                .append("\" authorId=\"")
                .append(author)
                .append("\"><text><t xml:space=\"preserve\">")
                .append(Markup.escape(remark.text()))
                .append("</t></text></comment>"));
        return comments.toString();
    }
}
