package mengshi.files;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may befall a disk and says nothing about the work itself. Java keeps the system's number to itself, so it is told by
 * the system's words, which are English whatever the people speak: {@code jobs/mengshi} sets the locale.
 */
public enum DiskFault {
    FULL("No space left on device", "The disk is full", "make room there, then go on"),
    QUOTA(
            "Disk quota exceeded",
            "This user may take no more of the disk",
            "make room there, or raise the quota, then go on"),
    READ_ONLY(
            "Read-only file system",
            "The disk takes no writes",
            "see why the system took it for broken, mount it for writing, then go on"),
    BROKEN(
            "Input/output error",
            "The disk cannot be read or written",
            "have it looked at before anything else is tried");

    private final String words;
    private final String what;
    private final String whatToDo;

    DiskFault(String words, String what, String whatToDo) {
        this.words = words;
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /** The fault behind an exception, if one of its causes is such. */
    public static Optional<DiskFault> behind(Throwable fault) {
        for (DiskFault known : values()) {
            if (known.said(fault).isPresent()) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** What happened in our words and the system's, with the file at which it did, and what is to be done. */
    public String sentence(Throwable fault) {
        return what + ": " + said(fault).orElse(words) + " · " + whatToDo;
    }

    private Optional<String> said(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IOException && message != null && message.contains(words)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
