package mengshi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one file's content from another's.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Fingerprint(String sha256, long size) {

    private static final int BUFFER = 64 * 1024;
    private static final int DIGITS = 64;

    public Fingerprint {
        if (sha256.length() != DIGITS || !sha256.chars().allMatch(Fingerprint::isDigit)) {
            throw new IllegalArgumentException(
                    "\"" + sha256 + "\" is no SHA-256: 64 hexadecimal digits in lower case are expected.");
        }
    }

    /** Reads the whole file once. */
    public static Fingerprint of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        long size = 0;
        try (InputStream input = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
    }

    static Fingerprint of(byte[] content) {
        return new Fingerprint(HexFormat.of().formatHex(newDigest().digest(content)), content.length);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(sha256);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }
}
