package mengshi.workbook;

import mengshi.model.FindingCode;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.jspecify.annotations.Nullable;

/** Turns what POI throws about a file into the reason its sender is told. */
final class Refusals {

    private static final int DEEPEST_CAUSE = 20;
    private static final int LONGEST_DETAIL = 200;

    private Refusals() {}

    static WorkbookRefused of(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            FindingCode reason = known(cause);
            if (reason != null) {
                return refused(reason, cause);
            }
            cause = cause.getCause();
        }
        return refused(FindingCode.FILE_CORRUPT, fault);
    }

    private static @Nullable FindingCode known(Throwable cause) {
        if (cause instanceof EncryptedDocumentException) {
            return FindingCode.FILE_ENCRYPTED;
        }
        if (cause instanceof OldExcelFormatException || cause instanceof UnsupportedFileFormatException) {
            return FindingCode.FORMAT_NOT_ACCEPTED;
        }
        String message = String.valueOf(cause.getMessage());
        if (message.contains("DOCTYPE")) {
            return FindingCode.EXTERNAL_ENTITIES;
        }
        if (message.contains("Zip bomb") || message.contains("more internal file entries than expected")) {
            return FindingCode.FILE_OVER_LIMIT;
        }
        return null;
    }

    private static WorkbookRefused refused(FindingCode reason, Throwable cause) {
        String message = cause.getMessage();
        String detail = cause.getClass().getSimpleName() + (message == null ? "" : ": " + firstLine(message));
        WorkbookRefused refused = new WorkbookRefused(reason, detail);
        refused.initCause(cause);
        return refused;
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
