package mengshi.intake;

import java.nio.file.Path;

/**
 * A file kept unchanged.
 *
 * @param path where it stands in the store
 * @param added whether this call brought it in; false if the store held the same content already
 */
public record StoredFile(Fingerprint fingerprint, Path path, boolean added) {

    public String sha256() {
        return fingerprint.sha256();
    }

    /** In bytes. */
    public long size() {
        return fingerprint.size();
    }
}
