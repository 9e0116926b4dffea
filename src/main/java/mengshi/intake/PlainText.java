package mengshi.intake;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mengshi.model.FindingCode;

/** Tells web pages, XML and plain text apart, all of which come under a workbook's name. */
final class PlainText {

    private static final String HTML = "HTML 网页 / HTML web page";
    private static final String SPREADSHEET_2003 = "urn:schemas-microsoft-com:office:spreadsheet";

    private PlainText() {}

    static ContentType examine(byte[] head) {
        if (allZero(head)) {
            return new ContentType.Refused(
                    FindingCode.FILE_CORRUPT, "内容全是零字节 / nothing but zero bytes: copied incompletely");
        }
        if (!isText(head)) {
            return new ContentType.Refused(FindingCode.NOT_A_WORKBOOK, "未知格式 / unknown format");
        }
        return new ContentType.Refused(FindingCode.FORMAT_NOT_ACCEPTED, name(decode(head)));
    }

    private static String name(String text) {
        String start = withoutComments(text).toLowerCase(Locale.ROOT);
        if (start.startsWith("<") && start.contains("<workbook") && text.contains(SPREADSHEET_2003)) {
            return "XML 表格 2003 / SpreadsheetML 2003";
        }
        if (start.startsWith("<?xml") && !start.contains("<html")) {
            return "XML 文件 / XML document";
        }
        if (start.startsWith("mime-version:")) {
            return "MHTML 网页 / MHTML web archive";
        }
        if (start.startsWith("<")) {
            return HTML;
        }
        if (start.startsWith("id;p")) {
            return "SYLK 表格 (.slk) / SYLK table";
        }
        return "文本或 CSV / plain text or CSV";
    }

    private static String withoutComments(String text) {
        String rest = text.strip();
        while (rest.startsWith("<!--")) {
            int end = rest.indexOf("-->");
            if (end < 0) {
                return rest;
            }
            rest = rest.substring(end + "-->".length()).strip();
        }
        return rest;
    }

    private static String decode(byte[] head) {
        String text = charset(head).decode(ByteBuffer.wrap(head)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean isText(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return true;
        }
        for (byte character : head) {
            if (character >= 0 && character < ' ' && "\t\r\n\f".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static boolean allZero(byte[] head) {
        for (byte character : head) {
            if (character != 0) {
                return false;
            }
        }
        return true;
    }
}
