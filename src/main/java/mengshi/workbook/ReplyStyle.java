package mengshi.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a cell of the answer's sheet looks. */
record ReplyStyle(Look look, Optional<Reply.Tone> tone) {

    /** What a cell is. */
    enum Look {
        TITLE,
        VERDICT,
        PLAIN,
        HEADER,
        CELL,
        LINK,
        ANSWER
    }

    static final String FONT = "宋体";

    private static final int BODY_POINTS = 10;
    private static final int VERDICT_POINTS = 12;
    private static final int TITLE_POINTS = 16;

    static ReplyStyle of(Look look) {
        return new ReplyStyle(look, Optional.empty());
    }

    static ReplyStyle of(Look look, Reply.Tone tone) {
        return new ReplyStyle(look, Optional.of(tone));
    }

    /** All there are, always in the same order. */
    static List<ReplyStyle> all() {
        List<ReplyStyle> all = new ArrayList<>();
        Stream.of(Look.TITLE, Look.PLAIN, Look.HEADER, Look.CELL, Look.LINK, Look.ANSWER)
                .map(ReplyStyle::of)
                .forEach(all::add);
        for (Reply.Tone tone : Reply.Tone.values()) {
            all.add(of(Look.VERDICT, tone));
            all.add(of(Look.CELL, tone));
        }
        return all;
    }

    static int points(Look look) {
        return switch (look) {
            case TITLE -> TITLE_POINTS;
            case VERDICT -> VERDICT_POINTS;
            case PLAIN, HEADER, CELL, LINK, ANSWER -> BODY_POINTS;
        };
    }

    static boolean isBold(Look look) {
        return look == Look.TITLE || look == Look.VERDICT || look == Look.HEADER;
    }

    /** Whether it has borders. */
    boolean isInTable() {
        return look == Look.HEADER || isBelowHeader();
    }

    /** Whether it begins at the cell's top; else it stands in the middle of its height. */
    boolean isOnTop() {
        return isBelowHeader();
    }

    private boolean isBelowHeader() {
        return look == Look.CELL || look == Look.LINK || look == Look.ANSWER;
    }

    /** Whether it stands in the middle of its width; else on the left. */
    boolean isCentred() {
        return look == Look.HEADER || look == Look.CELL && tone.isPresent();
    }

    /** Whether it is locked where the sheet is protected. */
    boolean isLocked() {
        return look != Look.ANSWER;
    }

    /** Whether it is kept as text: an answer such as 1-2 must not become a day. */
    boolean isText() {
        return look == Look.ANSWER;
    }

    Optional<ReplyFill> fill() {
        return switch (look) {
            case HEADER -> Optional.of(ReplyFill.HEADER);
            case ANSWER -> Optional.of(ReplyFill.ANSWER);
            default -> tone.map(ReplyFill::of);
        };
    }
}
