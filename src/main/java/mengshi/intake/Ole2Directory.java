package mengshi.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mengshi.model.FindingCode;

/**
 * The names at the root of an OLE2 container, by which a workbook, a document and an encrypted package are told apart.
 * Layout: [MS-CFB], Compound File Binary File Format.
 */
final class Ole2Directory {

    private static final int HEADER = 512;
    private static final int HEADER_SECTOR_SHIFT = 30;
    private static final int HEADER_DIRECTORY = 48;
    private static final int HEADER_DIFAT_FIRST = 68;
    private static final int HEADER_DIFAT = 76;
    private static final int HEADER_DIFAT_ENTRIES = 109;
    private static final int ENTRY = 128;
    private static final int ENTRY_NAME_LENGTH = 64;
    private static final int ENTRY_LEFT = 68;
    private static final int ENTRY_RIGHT = 72;
    private static final int ENTRY_CHILD = 76;
    private static final int SMALLEST_SECTOR_SHIFT = 7;
    private static final int LARGEST_SECTOR_SHIFT = 12;

    private final ByteBuffer file;
    private final int sectorShift;

    private Ole2Directory(ByteBuffer file, int sectorShift) {
        this.file = file;
        this.sectorShift = sectorShift;
    }

    static ContentType examine(byte[] content) {
        try {
            return name(rootNames(content));
        } catch (IndexOutOfBoundsException | IllegalStateException | ArithmeticException e) {
            return refused(FindingCode.FILE_CORRUPT, "OLE2 目录不完整 / OLE2 directory is not whole");
        }
    }

    private static ContentType name(Set<String> names) {
        if (names.contains("encryptedpackage")) {
            return names.contains("\tdrmcontent")
                    ? refused(FindingCode.FILE_ENCRYPTED, "权限管理 (IRM) / rights management")
                    : new ContentType.Accepted(FileKind.ENCRYPTED_PACKAGE);
        }
        if (names.contains("workbook")) {
            return names.contains("_vba_project_cur")
                    ? refused(FindingCode.FILE_HAS_MACROS, "含 VBA / VBA project")
                    : new ContentType.Accepted(FileKind.XLS);
        }
        if (names.contains("book")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "Excel 5.0/95 (BIFF5)");
        }
        if (names.contains("worddocument")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "Word/WPS 文档 (.doc) / Word document");
        }
        if (names.contains("powerpoint document")) {
            return refused(FindingCode.FORMAT_NOT_ACCEPTED, "PowerPoint 演示文稿 (.ppt) / PowerPoint presentation");
        }
        return refused(FindingCode.NOT_A_WORKBOOK, "不含工作簿的 OLE2 文件 / OLE2 file without a workbook");
    }

    private static Set<String> rootNames(byte[] content) {
        ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int shift = file.getShort(HEADER_SECTOR_SHIFT);
        if (shift < SMALLEST_SECTOR_SHIFT || shift > LARGEST_SECTOR_SHIFT) {
            throw new IllegalStateException("sector size");
        }
        return new Ole2Directory(file, shift).names();
    }

    private Set<String> names() {
        List<Integer> sectors = directorySectors();
        Set<String> names = new TreeSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(file.getInt(entryAt(sectors, 0) + ENTRY_CHILD));
        while (!open.isEmpty()) {
            int entry = open.pop();
            if (entry >= 0 && seen.add(entry)) {
                int at = entryAt(sectors, entry);
                names.add(entryName(at).toLowerCase(Locale.ROOT));
                open.push(file.getInt(at + ENTRY_LEFT));
                open.push(file.getInt(at + ENTRY_RIGHT));
            }
        }
        return names;
    }

    private String entryName(int at) {
        int bytes = file.getShort(at + ENTRY_NAME_LENGTH) - 2;
        if (bytes < 0 || bytes > ENTRY_NAME_LENGTH) {
            throw new IllegalStateException("entry name");
        }
        return new String(file.array(), at, bytes, StandardCharsets.UTF_16LE);
    }

    private int entryAt(List<Integer> sectors, int entry) {
        int perSector = sectorSize() / ENTRY;
        return position(sectors.get(entry / perSector)) + entry % perSector * ENTRY;
    }

    private List<Integer> directorySectors() {
        List<Integer> table = allocationTable();
        List<Integer> sectors = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int sector = file.getInt(HEADER_DIRECTORY);
        while (sector >= 0 && seen.add(sector)) {
            sectors.add(sector);
            int perSector = sectorSize() / Integer.BYTES;
            int tableSector = table.get(sector / perSector);
            sector = file.getInt(position(tableSector) + sector % perSector * Integer.BYTES);
        }
        return sectors;
    }

    /** The sectors that hold the allocation table: the first 109 stand in the header, the rest in a chain. */
    private List<Integer> allocationTable() {
        List<Integer> table = new ArrayList<>();
        for (int i = 0; i < HEADER_DIFAT_ENTRIES; i++) {
            table.add(file.getInt(HEADER_DIFAT + i * Integer.BYTES));
        }
        Set<Integer> seen = new HashSet<>();
        int sector = file.getInt(HEADER_DIFAT_FIRST);
        while (sector >= 0 && seen.add(sector)) {
            int last = sectorSize() / Integer.BYTES - 1;
            for (int i = 0; i < last; i++) {
                table.add(file.getInt(position(sector) + i * Integer.BYTES));
            }
            sector = file.getInt(position(sector) + last * Integer.BYTES);
        }
        return table;
    }

    private int sectorSize() {
        return 1 << sectorShift;
    }

    private int position(int sector) {
        if (sector < 0) {
            throw new IllegalStateException("sector number");
        }
        return Math.toIntExact(Math.max(HEADER, sectorSize()) + (long) sector * sectorSize());
    }

    private static ContentType refused(FindingCode reason, String detail) {
        return new ContentType.Refused(reason, detail);
    }
}
