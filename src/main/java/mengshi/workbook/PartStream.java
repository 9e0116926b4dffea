package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import mengshi.model.FindingCode;
import org.jspecify.annotations.Nullable;

/** A part's bytes, weighed while they are unpacked and proven by their checksum at the end; a zip file does neither. */
final class PartStream extends InputStream {

    /** Carries a refusal through a parser, which lets only I/O exceptions pass. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final WorkbookRefused refusal;

        private Refused(WorkbookRefused refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        WorkbookRefused refusal() {
            return refusal;
        }
    }

    private final InputStream content;
    private final long declared;

    /** What the part lies in the zip as; null of one that was unpacked and proven before. */
    private final @Nullable ZipEntry entry;

    private final Weight weight;
    private final CRC32 checksum = new CRC32();
    private long size;

    PartStream(InputStream content, ZipEntry entry, Weight weight) {
        this.content = content;
        this.declared = entry.getSize();
        this.entry = entry;
        this.weight = weight;
    }

    /** Of a part that was unpacked and proven before. */
    PartStream(byte[] unpacked, Weight weight) {
        this.content = new ByteArrayInputStream(unpacked);
        this.declared = unpacked.length;
        this.entry = null;
        this.weight = weight;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = content.read(buffer, offset, length);
        try {
            if (read < 0) {
                requireChecksum();
            } else {
                size += read;
                if (entry != null) {
                    checksum.update(buffer, offset, read);
                }
                weight.addBytes(size, read, entry == null ? declared : entry.getCompressedSize());
            }
        } catch (WorkbookRefused e) {
            throw new Refused(e);
        }
        return read;
    }

    /** How many bytes the package says it has; -1 if it does not. */
    long size() {
        return declared;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void requireChecksum() throws WorkbookRefused {
        if (entry != null && checksum.getValue() != entry.getCrc()) {
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "校验和不符 / wrong checksum in part " + entry.getName());
        }
    }
}
