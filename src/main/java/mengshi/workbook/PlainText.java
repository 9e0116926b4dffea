package mengshi.workbook;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A shared text written as nearly all are, {@code <si><t>指标名称</t></si>}, that was read before: workbooks of one form
 * repeat the same few hundred. A fixed number of short ones is kept for all workbooks, those of one place displacing each
 * other; each is known by all its bytes, which were proved well-formed when it was read.
 */
final class PlainText implements Glance {

    private static final byte[] BEGINNING = Glance.bytes("<si><t>");
    private static final byte[] END = Glance.bytes("</t></si>");
    private static final int LONGEST = 96;
    private static final int PLACES = 1 << 12;
    private static final AtomicReferenceArray<@Nullable Known> KNOWN = new AtomicReferenceArray<>(PLACES);

    /** @param element all its bytes */
    private record Known(byte[] element, CellValue.Text text) {
        boolean is(byte[] buffer, int from, int to) {
            return Arrays.equals(element, 0, element.length, buffer, from, to);
        }
    }

    private int place;
    private byte @Nullable [] missed;
    private CellValue.@Nullable Text found;

    @Override
    public int scan(byte[] buffer, int at, int end) {
        missed = null;
        found = null;
        if (!Glance.is(BEGINNING, buffer, at, end)) {
            return OTHERWISE;
        }
        int hash = 0;
        int next = at + BEGINNING.length;
        int last = Math.min(end, next + LONGEST);
        while (next < last && buffer[next] != '<') {
            hash = 31 * hash + buffer[next];
            next++;
        }
        if (!Glance.is(END, buffer, next, end)) {
            return OTHERWISE;
        }
        int behind = next + END.length;
        place = (hash ^ hash >>> 16) & PLACES - 1;
        Known known = KNOWN.getAcquire(place);
        if (known == null || !known.is(buffer, at, behind)) {
            missed = Arrays.copyOfRange(buffer, at, behind);
            return OTHERWISE;
        }
        found = known.text();
        return behind;
    }

    /** What the element holds; only of one that was known. */
    CellValue.@Nullable Text text() {
        return found;
    }

    /** Keeps what the element last looked at has been found to hold, if it was written so and not known. */
    void keep(CellValue.Text text) {
        if (missed != null) {
            KNOWN.setRelease(place, new Known(missed, text));
        }
    }
}
