package mengshi.intake;

import static mengshi.model.FindingCode.FORMAT_NOT_ACCEPTED;
import static mengshi.model.FindingCode.NOT_A_WORKBOOK;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import mengshi.model.FindingCode;

/** The first bytes by which binary formats are known. */
enum Signature {
    ZIP("504b0304", NOT_A_WORKBOOK, "ZIP"),
    ZIP_EMPTY("504b0506", NOT_A_WORKBOOK, "ZIP"),
    OLE2("d0cf11e0a1b11ae1", NOT_A_WORKBOOK, "OLE2"),
    BIFF2("09000400", FORMAT_NOT_ACCEPTED, "Excel 2.x (BIFF2)"),
    BIFF3("09020600", FORMAT_NOT_ACCEPTED, "Excel 3.0 (BIFF3)"),
    BIFF4("09040600", FORMAT_NOT_ACCEPTED, "Excel 4.0 (BIFF4)"),
    BIFF5("0908080000", FORMAT_NOT_ACCEPTED, "Excel 5.0/95 (BIFF5)"),
    PDF("255044462d", FORMAT_NOT_ACCEPTED, "PDF 文件 / PDF document"),
    RTF("7b5c727466", FORMAT_NOT_ACCEPTED, "RTF 文档 / RTF document"),
    APPLE_DOUBLE("00051607", NOT_A_WORKBOOK, "macOS 附属文件 / side file of macOS"),
    RAR("526172211a07", NOT_A_WORKBOOK, "RAR 压缩包 / RAR archive"),
    SEVEN_ZIP("377abcaf271c", NOT_A_WORKBOOK, "7z 压缩包 / 7z archive"),
    GZIP("1f8b08", NOT_A_WORKBOOK, "GZIP 压缩包 / gzip archive"),
    PNG("89504e470d0a1a0a", NOT_A_WORKBOOK, "PNG 图片 / PNG picture"),
    JPEG("ffd8ff", NOT_A_WORKBOOK, "JPEG 图片 / JPEG picture");

    private final byte[] beginning;
    private final FindingCode reason;
    private final String name;

    Signature(String beginning, FindingCode reason, String name) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.reason = reason;
        this.name = name;
    }

    boolean opens(byte[] head) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The refusal of a binary file that is known by its beginning. */
    static Optional<ContentType> known(byte[] head) {
        return Arrays.stream(values())
                .filter(signature -> signature.opens(head))
                .<ContentType>map(signature -> new ContentType.Refused(signature.reason, signature.name))
                .findFirst();
    }
}
