package mengshi.workbook;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import mengshi.model.FindingCode;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.IOUtils;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a workbook without changing or trusting it and gives all its cells. Safe for use by several threads. */
public final class WorkbookReader {

    private static final double SMALLEST_INFLATE_RATIO = 0.01;
    private static final int LARGEST_ARRAY = 64 * 1024 * 1024;

    /** As many bytes as tell any kind of file. */
    private static final int HEAD = 64;

    private static final String VBA = "_VBA_PROJECT_CUR";

    static {
        ZipSecureFile.setMinInflateRatio(SMALLEST_INFLATE_RATIO);
        ZipSecureFile.setMaxEntrySize(WorkbookLimits.DEFAULT.packing().partBytes());
        ZipSecureFile.setMaxFileCount(WorkbookLimits.DEFAULT.packing().parts());
        IOUtils.setByteArrayMaxOverride(LARGEST_ARRAY);
    }

    /** What is done with a workbook once it has been weighed and found safe. */
    interface Use<T> {

        /** Whether the workbook is to be changed; then it is held in memory, and the file stays as it is. */
        boolean changes();

        /**
         * Has its way with a package that need not be built in memory.
         *
         * @throws UnusualPackage if it must be, after all
         */
        T scan(File file, Weight weight) throws UnusualPackage, WorkbookRefused, IOException;

        /** @param content the package's bytes if it is to be changed, else nothing */
        T xlsx(OPCPackage opened, byte[] content, Weight weight)
                throws WorkbookRefused, IOException, InvalidFormatException;

        T xls(HSSFWorkbook workbook, Weight weight) throws WorkbookRefused, IOException;
    }

    /** @param parts of a package that was unpacked before; else none */
    private record Reading(Map<String, byte[]> parts, SheetSink sink) implements Use<SheetSink> {

        @Override
        public boolean changes() {
            return false;
        }

        @Override
        public SheetSink scan(File file, Weight weight) throws UnusualPackage, WorkbookRefused, IOException {
            if (parts.isEmpty()) {
                XlsxScan.read(file, weight, sink);
            } else {
                XlsxScan.read(parts, weight, sink);
            }
            return sink;
        }

        @Override
        public SheetSink xlsx(OPCPackage opened, byte[] content, Weight weight)
                throws WorkbookRefused, IOException, InvalidFormatException {
            XlsxCells.tell(plain(opened, weight), weight, sink);
            return sink;
        }

        @Override
        public SheetSink xls(HSSFWorkbook workbook, Weight weight) throws WorkbookRefused {
            XlsCells.tell(workbook, weight, sink);
            return sink;
        }
    }

    private WorkbookReader() {}

    /**
     * All cells with content of all sheets. A workbook under Excel's built-in password opens, for nobody set one.
     *
     * @throws WorkbookRefused if the file cannot be read as a workbook, with the reason for its sender
     * @throws IOException if the file itself cannot be read, which says nothing about its content
     */
    public static WorkbookContent read(Path file, WorkbookLimits limits) throws WorkbookRefused, IOException {
        return WorkbookContent.of(sink -> read(file, limits, sink));
    }

    /**
     * The same, told row by row: of an .xlsx written the plain way no more than a row and the different texts are ever
     * held, however long it is.
     */
    public static void read(Path file, WorkbookLimits limits, SheetSink sink) throws WorkbookRefused, IOException {
        read(file, Map.of(), limits, sink);
    }

    /**
     * The same of a file that was unpacked before, if it is a small package, and proven whole.
     *
     * @param parts its parts by their names; none if it was not
     */
    public static void read(Path file, Map<String, byte[]> parts, WorkbookLimits limits, SheetSink sink)
            throws WorkbookRefused, IOException {
        open(file, limits, new Reading(parts, sink));
    }

    /** Opens a workbook as {@link #read} does, for another use. */
    static <T> T open(Path file, WorkbookLimits limits, Use<T> use) throws WorkbookRefused, IOException {
        // A file that is absent or may not be read is a fault of the system, seen here before POI is asked.
        FileMagic kind;
        try (InputStream head = Files.newInputStream(file)) {
            kind = FileMagic.valueOf(head.readNBytes(HEAD));
        }
        try {
            return open(kind, file.toFile(), new Weight(limits), use);
        } catch (WorkbookRefused e) {
            throw e;
        } catch (IOException e) {
            requireReadable(file);
            throw Refusals.of(e);
        } catch (GeneralSecurityException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw Refusals.of(e);
        }
    }

    private static <T> T open(FileMagic kind, File file, Weight weight, Use<T> use)
            throws WorkbookRefused, IOException, GeneralSecurityException, OpenXML4JException {
        return switch (kind) {
            case OOXML -> openPackage(file, weight, use);
            case OLE2 -> {
                try (POIFSFileSystem container = new POIFSFileSystem(file, true)) {
                    yield openContainer(container, weight.again(), use);
                }
            }
            default -> throw new WorkbookRefused(FindingCode.NOT_A_WORKBOOK, "未知格式 / unknown format");
        };
    }

    private static <T> T openContainer(POIFSFileSystem container, Weight weight, Use<T> use)
            throws WorkbookRefused, IOException, GeneralSecurityException, OpenXML4JException {
        DirectoryNode root = container.getRoot();
        if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
            return openPackage(decrypted(container, weight), weight, use);
        }
        if (root.hasEntryCaseInsensitive(VBA)) {
            throw new WorkbookRefused(FindingCode.FILE_HAS_MACROS, "VBA: " + VBA);
        }
        try (InputStream stream = root.createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(root))) {
            BiffScan.weigh(stream, weight);
        }
        try (HSSFWorkbook workbook = TimedBuilding.build(() -> new HSSFWorkbook(root, use.changes()), weight)) {
            return use.xls(workbook, weight);
        }
    }

    private static byte[] decrypted(POIFSFileSystem container, Weight weight)
            throws WorkbookRefused, IOException, GeneralSecurityException {
        Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
        if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
            throw new WorkbookRefused(FindingCode.FILE_ENCRYPTED, "设有打开密码 / a password is set");
        }
        try (InputStream content = decryptor.getDataStream(container)) {
            return content.readNBytes(Math.toIntExact(weight.limits().packing().partBytes()));
        }
    }

    private static <T> T openPackage(File file, Weight weight, Use<T> use)
            throws WorkbookRefused, IOException, OpenXML4JException {
        try {
            return use.scan(file, weight);
        } catch (UnusualPackage e) {
            return buildPackage(file, weight.again(), use);
        }
    }

    private static <T> T buildPackage(File file, Weight weight, Use<T> use)
            throws WorkbookRefused, IOException, OpenXML4JException {
        boolean strict = PackageScan.isStrict(file, weight);
        if (!strict && !use.changes()) {
            return used(OPCPackage.open(file, PackageAccess.READ), new byte[0], weight, use);
        }
        try (InputStream content = Files.newInputStream(file.toPath())) {
            byte[] readable = strict ? StrictPackage.toTransitional(content) : content.readAllBytes();
            return used(OPCPackage.open(new ByteArrayInputStream(readable)), readable, weight, use);
        }
    }

    private static <T> T openPackage(byte[] content, Weight weight, Use<T> use)
            throws WorkbookRefused, IOException, OpenXML4JException {
        byte[] readable = PackageScan.isStrict(content, weight) ? StrictPackage.toTransitional(content) : content;
        return used(OPCPackage.open(new ByteArrayInputStream(readable)), readable, weight, use);
    }

    private static <T> T used(OPCPackage opened, byte[] content, Weight weight, Use<T> use)
            throws WorkbookRefused, IOException, InvalidFormatException {
        try {
            return use.xlsx(opened, content, weight);
        } finally {
            // Closing would try to save.
            opened.revert();
        }
    }

    /** The package as a workbook, if nothing in it could run. */
    static XSSFWorkbook plain(OPCPackage opened, Weight weight)
            throws WorkbookRefused, IOException, InvalidFormatException {
        XSSFWorkbook workbook = TimedBuilding.build(() -> new XSSFWorkbook(opened), weight);
        requireMeaning(workbook.getPackagePart());
        if (workbook.isMacroEnabled()) {
            throw new WorkbookRefused(FindingCode.FILE_HAS_MACROS, "启用宏的工作簿 / macro-enabled workbook");
        }
        return workbook;
    }

    /** POI goes without styles or texts that are named and not there; dates would become numbers. */
    private static void requireMeaning(PackagePart part) throws WorkbookRefused, InvalidFormatException {
        for (XSSFRelation relation : List.of(XSSFRelation.STYLES, XSSFRelation.SHARED_STRINGS)) {
            for (PackageRelationship named : part.getRelationshipsByType(relation.getRelation())) {
                PackagePartName name = PackagingURIHelper.createPartName(named.getTargetURI());
                if (!part.getPackage().containPart(name)) {
                    throw new WorkbookRefused(FindingCode.FILE_CORRUPT, "缺少部件 / missing part " + name);
                }
            }
        }
    }

    /** POI reports broken content and a broken disk alike; reading the bytes once more tells them apart. */
    private static void requireReadable(Path file) throws IOException {
        Files.copy(file, OutputStream.nullOutputStream());
    }
}
