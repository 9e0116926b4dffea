package mengshi.targets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Government Work Report, paragraph by paragraph.
 *
 * @param sha256 of the file, in hexadecimal
 * @param codePoints how long the text is
 * @param paragraphs the lines that are not blank, counted from 1
 */
public record ReportText(String sha256, int codePoints, List<Paragraph> paragraphs) {

    private static final Pattern PART = Pattern.compile("([一二三四五六七八九十]+)、.*");
    private static final Pattern SECTION = Pattern.compile("[（(]([一二三四五六七八九十]+)[）)].*");
    private static final int CHARACTERS_AROUND = 8;

    /**
     * One paragraph.
     *
     * @param offset of its first character, indentation included, in code points from the start of the text
     */
    public record Paragraph(int number, Heading heading, int offset, String text) {

        /** A short fingerprint, which tells a changed paragraph without holding its words. */
        String fingerprint() {
            return hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        }

        int length() {
            return text.codePointCount(0, text.length());
        }
    }

    /**
     * Under which headings a paragraph stands, as the text numbers them; empty before the first.
     *
     * @param part 一、 二、
     * @param section （一） （二）
     */
    public record Heading(String part, String section) {

        /** As a table names it: {@code 二（四）}. */
        public String label() {
            if (part.isEmpty()) {
                return "篇首";
            }
            return section.isEmpty() ? part : part + "（" + section + "）";
        }

        /** As the catalogue of targets names it: {@code headline} or the section's number. */
        String code() {
            return ChineseNumber.parse(section)
                    .map(number -> String.valueOf(number.intValueExact()))
                    .orElse("headline");
        }
    }

    public ReportText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** @throws CharacterCodingException if the file is not UTF-8 */
    public static ReportText of(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        List<Paragraph> paragraphs = new ArrayList<>();
        Heading heading = new Heading("", "");
        int offset = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !line.strip().equals("\uFEFF")) {
                heading = under(heading, line);
                paragraphs.add(new Paragraph(paragraphs.size() + 1, heading, offset, line));
            }
            offset += line.codePointCount(0, line.length()) + 1;
        }
        return new ReportText(hash(file), text.codePointCount(0, text.length()), paragraphs);
    }

    Optional<Paragraph> paragraph(int number) {
        return number >= 1 && number <= paragraphs.size() ? Optional.of(paragraphs.get(number - 1)) : Optional.empty();
    }

    /** The paragraph in which the character at {@code offset} stands; empty between two paragraphs and outside. */
    Optional<Paragraph> at(int offset) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.offset() <= offset && offset < paragraph.offset() + paragraph.length())
                .findFirst();
    }

    /** Whether {@code words} stand at {@code offset}. */
    boolean says(String words, int offset) {
        return at(offset)
                .filter(found -> found.text().startsWith(words, index(found, offset)))
                .isPresent();
    }

    /** Where {@code words} begin in a paragraph, each time they stand there. */
    static List<Integer> places(Paragraph paragraph, String words) {
        List<Integer> places = new ArrayList<>();
        for (int at = paragraph.text().indexOf(words);
                at >= 0;
                at = paragraph.text().indexOf(words, at + 1)) {
            places.add(paragraph.offset() + paragraph.text().codePointCount(0, at));
        }
        return places;
    }

    /** A few characters to either side of what stands at {@code offset}, for people to find the place by. */
    String around(int offset, int length) {
        return at(offset)
                .map(found -> {
                    String text = found.text();
                    int from = index(found, offset);
                    int to = Math.min(text.length(), from + length);
                    String before = text.substring(Math.max(0, from - CHARACTERS_AROUND), from);
                    String after = text.substring(to, Math.min(text.length(), to + CHARACTERS_AROUND));
                    return (before + "[" + text.substring(from, to) + "]" + after).strip();
                })
                .orElse("");
    }

    private static int index(Paragraph paragraph, int offset) {
        return paragraph.text().offsetByCodePoints(0, offset - paragraph.offset());
    }

    private static Heading under(Heading current, String line) {
        Matcher part = PART.matcher(line.strip());
        if (part.matches()) {
            return new Heading(part.group(1), "");
        }
        Matcher section = SECTION.matcher(line.strip());
        return section.matches() ? new Heading(current.part(), section.group(1)) : current;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
