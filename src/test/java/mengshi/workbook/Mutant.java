package mengshi.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mengshi.RawPackage;

/**
 * A valid workbook with something changed in it.
 *
 * @param kind what was done, for people
 * @param repacked whether the package was written anew around the change, so that its checksums hold again: then the
 *     change is content, and may legally be read
 */
record Mutant(byte[] content, String kind, boolean repacked) {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\"[^\"<]*\"");
    private static final Pattern TEXT = Pattern.compile(">([^<]+)<");
    private static final Pattern ELEMENT =
            Pattern.compile("(?s)<((?:\\w+:)?(?:row|c|v|f|is|si|t|xf|sheet|col)\\b)[^>]*>.*?</\\1>");
    private static final String[] MARKUP = {
        "<!-- x -->",
        "<![CDATA[7]]>",
        "<?x y?>",
        "&#x41;",
        "&amp;",
        "&e;",
        "<x/>",
        "<row/>",
        "<c/>",
        "<v>1</v>",
        "<c r=\"A1\"/>",
        "]]>",
        "\u0001",
        "<f/>",
        "<extLst><ext/></extLst>",
        "<!DOCTYPE x>",
        "  \n "
    };
    private static final String[] VALUES = {
        "",
        "0",
        "1",
        "-1",
        "true",
        "s",
        "str",
        "inlineStr",
        "e",
        "b",
        "d",
        "n",
        "zz",
        "A1",
        "B1",
        "XFD1048576",
        "XFE1",
        "1048577",
        "99999999999",
        "hidden",
        "rId1",
        "rId90",
        "../x.xml",
        "9",
        "14",
        "164",
        "A1:B2",
        "B2:A1"
    };
    private static final String[] NUMBERS = {
        "", "0", "-5", "1E309", "abc", "NaN", "1e5", "2", "0x10", "１２", "1 2", "Infinity"
    };

    /** Bytes replaced, lost, doubled or cut off, without regard to what they mean. */
    static Mutant ofBytes(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        return new Mutant(changed(whole, at, random), "bytes at " + at, false);
    }

    /** Some bytes from {@code at} on changed. */
    static byte[] changed(byte[] whole, int at, Random random) {
        byte[] changed = whole.clone();
        int length = 1 + random.nextInt(Math.min(64, whole.length - at));
        switch (random.nextInt(6)) {
            case 0 -> changed = Arrays.copyOf(whole, at);
            case 1 -> Arrays.fill(changed, at, at + length, (byte) 0);
            case 2 -> changed = joined(Arrays.copyOf(whole, at), Arrays.copyOfRange(whole, at + length, whole.length));
            case 3 -> changed = joined(Arrays.copyOf(whole, at + length), Arrays.copyOfRange(whole, at, whole.length));
            case 4 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            default -> {
                for (int i = 0; i <= random.nextInt(4); i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return changed;
    }

    /** Parts lost, renamed, exchanged, added or given another's checksum. */
    static Mutant ofZip(byte[] whole, Random random) {
        Map<String, byte[]> parts = RawPackage.unzip(whole);
        List<String> names = List.copyOf(parts.keySet());
        String one = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        byte[] content = parts.getOrDefault(one, new byte[0]);
        switch (random.nextInt(7)) {
            case 0 -> parts.remove(one);
            case 1 -> {
                parts.remove(one);
                parts.put(one.toUpperCase(java.util.Locale.ROOT), content);
            }
            case 2 -> {
                parts.put(one, parts.getOrDefault(other, content));
                parts.put(other, content);
            }
            case 3 -> parts.put("xl/vbaProject.bin", content);
            case 4 -> parts.put(one + "x", content);
            case 5 -> parts.put(one, new byte[0]);
            default -> {
                return new Mutant(changedDirectory(whole, random), "directory", false);
            }
        }
        return new Mutant(RawPackage.zip(parts), "zip: " + one + ", " + other, true);
    }

    /** One part's XML changed, well-formed or not. */
    static Mutant ofXml(byte[] whole, Random random) {
        Map<String, byte[]> parts = RawPackage.unzip(whole);
        List<String> names = parts.keySet().stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        String xml = new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(3); i++) {
            xml = changed(xml, random);
        }
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return new Mutant(RawPackage.zip(parts), "xml: " + name, true);
    }

    /** A tag, element, attribute or text lost, doubled, replaced, or markup put somewhere. */
    static String changed(String xml, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> replaced(xml, TAG, "", random);
            case 1 -> replaced(xml, ELEMENT, "", random);
            case 2 -> doubled(xml, ELEMENT, random);
            case 3 -> doubled(xml, TAG, random);
            case 4 -> replaced(xml, ATTRIBUTE, '"' + VALUES[random.nextInt(VALUES.length)] + '"', random);
            case 5 -> replaced(xml, TEXT, '>' + NUMBERS[random.nextInt(NUMBERS.length)] + '<', random);
            case 6 -> {
                int at = random.nextInt(xml.length() + 1);
                yield xml.substring(0, at) + MARKUP[random.nextInt(MARKUP.length)] + xml.substring(at);
            }
            default -> {
                MatchResult tag = pick(xml, TAG, random);
                yield tag == null
                        ? xml
                        : xml.substring(0, tag.end())
                                + MARKUP[random.nextInt(MARKUP.length)]
                                + xml.substring(tag.end());
            }
        };
    }

    private static String replaced(String xml, Pattern pattern, String by, Random random) {
        MatchResult found = pick(xml, pattern, random);
        return found == null ? xml : xml.substring(0, found.start()) + by + xml.substring(found.end());
    }

    private static String doubled(String xml, Pattern pattern, Random random) {
        MatchResult found = pick(xml, pattern, random);
        return found == null ? xml : xml.substring(0, found.end()) + found.group() + xml.substring(found.end());
    }

    private static @org.jspecify.annotations.Nullable MatchResult pick(String xml, Pattern pattern, Random random) {
        List<MatchResult> found = pattern.matcher(xml).results().toList();
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    /** A byte of the directory at the end of the package: names, sizes, checksums, places. */
    private static byte[] changedDirectory(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        int at = directory + random.nextInt(whole.length - directory);
        changed[at] = (byte) random.nextInt(256);
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
