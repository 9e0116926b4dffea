package mengshi.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file was still being written while it was copied; nothing was kept, and trying again later will do. */
public final class SourceChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    SourceChangedException(Path source) {
        super(source + " changed while it was being copied. Nothing was kept; it is left where it is"
                + " and will be taken once it no longer changes.");
    }
}
