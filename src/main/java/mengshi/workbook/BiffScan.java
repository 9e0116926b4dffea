package mengshi.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mengshi.model.FindingCode;

/**
 * Counts the records of a BIFF stream by their headers, which stay readable under encryption, before POI builds them in
 * memory.
 */
final class BiffScan {

    private static final int BEGIN = 0x0809;
    private static final int BIFF8 = 0x0600;
    private static final int SHEET = 0x0085;
    private static final int ROW = 0x0208;
    private static final int NOTE = 0x001C;
    private static final int MERGES = 0x00E5;
    private static final int PASSWORD = 0x002F;
    private static final int TEXTS = 0x00FC;
    private static final int MANY = 1 << 30;
    private static final int MERGE_BYTES = 8;
    private static final int MANY_BLANKS = 0x00BE;
    private static final int BLANK_BYTES = 2;
    private static final int MANY_NUMBERS = 0x00BD;
    private static final int NUMBER_BYTES = 6;

    private BiffScan() {}

    static void weigh(InputStream stream, Weight weight) throws IOException, WorkbookRefused {
        boolean first = true;
        boolean encrypted = false;
        byte[] header = stream.readNBytes(4);
        while (header.length == 4) {
            int type = header[0] & 0xFF | (header[1] & 0xFF) << 8;
            int length = header[2] & 0xFF | (header[3] & 0xFF) << 8;
            byte[] body = stream.readNBytes(length);
            if (first) {
                requireBiff8(type, body);
                first = false;
            }
            weight.addNode();
            encrypted |= type == PASSWORD;
            if (type == TEXTS && !encrypted) {
                weight.addStrings(differentTexts(body));
            }
            count(weight, type, length);
            header = stream.readNBytes(4);
        }
    }

    private static void requireBiff8(int type, byte[] body) throws WorkbookRefused {
        int version = body.length < 2 ? 0 : body[0] & 0xFF | (body[1] & 0xFF) << 8;
        if (type != BEGIN || version != BIFF8) {
            throw new WorkbookRefused(FindingCode.FORMAT_NOT_ACCEPTED, "早于 Excel 97 的格式 / older than Excel 97");
        }
    }

    /** How many different texts the record says there are: POI believes it. */
    private static int differentTexts(byte[] body) {
        if (body.length < 2 * Integer.BYTES) {
            return 0;
        }
        int said = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
        return said < 0 ? MANY : Math.min(said, MANY);
    }

    private static void count(Weight weight, int type, int length) throws WorkbookRefused {
        switch (type) {
            case SHEET -> weight.addSheets(1);
            case ROW -> weight.addRow();
            case NOTE -> weight.addComment();
            case MERGES -> weight.addMerges(length / MERGE_BYTES);
            case MANY_BLANKS -> weight.addCells(length / BLANK_BYTES);
            case MANY_NUMBERS -> weight.addCells(length / NUMBER_BYTES);
            // BLANK, NUMBER, LABEL, BOOLERR, FORMULA, RSTRING, LABELSST, RK
            case 0x0201, 0x0203, 0x0204, 0x0205, 0x0006, 0x00D6, 0x00FD, 0x027E -> weight.addCells(1);
            default -> {}
        }
    }
}
