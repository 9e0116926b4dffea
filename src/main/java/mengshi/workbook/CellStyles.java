package mengshi.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/**
 * What the styles say about the meaning of cells; colours and borders say nothing. Workbooks made from one template have
 * the same styles byte by byte, so those last met are kept.
 */
final class CellStyles {

    static final CellStyles NONE = new CellStyles();

    private static final int KEPT = 32;
    private static final int LARGEST_KEPT = 256 * 1024;
    private static final float LOAD = 0.75f;
    private static final Map<Key, CellStyles> CACHE = new LinkedHashMap<>(KEPT, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CellStyles> eldest) {
            return size() > KEPT;
        }
    };

    /** A part's identity: all its bytes, found by their checksum. */
    private static final class Key {

        private final byte[] content;
        private final int hash;

        private Key(byte[] content) {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            this.content = content;
            this.hash = (int) checksum.getValue();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && hash == key.hash && Arrays.equals(content, key.content);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final List<FormatCode> formats = new ArrayList<>();
    private final BitSet struck = new BitSet();

    private CellStyles() {}

    static CellStyles of(PackageFile file, String part) throws IOException, UnusualPackage, WorkbookRefused {
        Key key;
        try (PartStream stream = file.open(part)) {
            key = new Key(stream.readAllBytes());
        } catch (PartStream.Refused e) {
            throw e.refusal();
        }
        synchronized (CACHE) {
            CellStyles kept = CACHE.get(key);
            if (kept != null) {
                return kept;
            }
        }
        CellStyles parsed = parsed(part, key.content);
        if (key.content.length <= LARGEST_KEPT) {
            synchronized (CACHE) {
                CACHE.put(key, parsed);
            }
        }
        return parsed;
    }

    private static CellStyles parsed(String part, byte[] content) throws IOException, UnusualPackage, WorkbookRefused {
        Map<Integer, String> codes = new HashMap<>();
        List<Boolean> fonts = new ArrayList<>();
        CellStyles styles = new CellStyles();
        PartReader xml = PartReader.of(part, content, PartReader.SPREADSHEET);
        xml.root("styleSheet");
        while (xml.nextChild(1)) {
            String group = xml.name();
            while (xml.nextChild(2)) {
                switch (group + "/" + xml.name()) {
                    case "numFmts/numFmt" -> codes.put(number(xml, "numFmtId"), text(xml, "formatCode"));
                    case "fonts/font" -> fonts.add(RichText.isStruck(xml, 3));
                    case "cellXfs/xf" -> styles.add(number(xml, "numFmtId"), number(xml, "fontId"), codes, fonts);
                    default -> {}
                }
            }
        }
        xml.finish();
        return styles;
    }

    private static int number(PartReader xml, String attribute) throws UnusualPackage {
        return xml.whole(attribute, 0);
    }

    private static String text(PartReader xml, String attribute) throws UnusualPackage {
        String value = xml.attribute(attribute);
        if (value == null) {
            throw xml.unusual("no " + attribute);
        }
        return value;
    }

    private void add(int format, int font, Map<Integer, String> codes, List<Boolean> fonts) {
        // Short, as in the file format's binary brother; larger numbers mean nothing to anybody.
        int id = (short) format;
        String own = codes.get(id);
        struck.set(formats.size(), font < fonts.size() && fonts.get(font));
        formats.add(FormatCode.of(id, own == null && id >= 0 ? BuiltinFormats.getBuiltinFormat(id) : own));
    }

    FormatCode format(int style) {
        return formats.isEmpty() ? FormatCode.PLAIN : formats.get(known(style));
    }

    boolean isStruck(int style) {
        return struck.get(known(style));
    }

    /** A style that is not there is the first one, as in POI. */
    private int known(int style) {
        return style < formats.size() ? style : 0;
    }
}
