package mengshi.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import mengshi.model.FindingCode;

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
    private final ZipEntry entry;
    private final Weight weight;
    private final CRC32 checksum = new CRC32();
    private long size;

    PartStream(InputStream content, ZipEntry entry, Weight weight) {
        this.content = content;
        this.entry = entry;
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
                checksum.update(buffer, offset, read);
                weight.addBytes(size, read, entry.getCompressedSize());
            }
        } catch (WorkbookRefused e) {
            throw new Refused(e);
        }
        return read;
    }

    /** How many bytes the package says it has; -1 if it does not. */
    long size() {
        return entry.getSize();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void requireChecksum() throws WorkbookRefused {
        if (checksum.getValue() != entry.getCrc()) {
            throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "校验和不符 / wrong checksum in part " + entry.getName());
        }
    }
}
