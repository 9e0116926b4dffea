package mengshi.workbook;

import java.util.HexFormat;
import org.apache.poi.ss.usermodel.IndexedColors;

/** The colours of an answer: soft enough to read black on. */
enum ReplyFill {
    STOP(0xFFC7CE, IndexedColors.ROSE),
    ASK(0xFFEB9C, IndexedColors.LIGHT_YELLOW),
    NOTE(0xDDEBF7, IndexedColors.PALE_BLUE),
    GOOD(0xC6EFCE, IndexedColors.LIGHT_GREEN),
    HEADER(0xD9E1F2, IndexedColors.GREY_25_PERCENT),
    ANSWER(0xFFFFE0, IndexedColors.LEMON_CHIFFON);

    private final int rgb;
    private final IndexedColors nearest;
    private final String written;

    ReplyFill(int rgb, IndexedColors nearest) {
        this.rgb = rgb;
        this.nearest = nearest;
        this.written = "FF" + HexFormat.of().withUpperCase().toHexDigits(rgb, 6);
    }

    static ReplyFill of(Reply.Tone tone) {
        return switch (tone) {
            case STOP -> STOP;
            case ASK -> ASK;
            case NOTE -> NOTE;
            case GOOD -> GOOD;
        };
    }

    int rgb() {
        return rgb;
    }

    /** As a part of an .xlsx writes it, opaque. */
    String written() {
        return written;
    }

    /** The nearest in the palette that all programs share; an .xls has no other. */
    IndexedColors nearest() {
        return nearest;
    }
}
