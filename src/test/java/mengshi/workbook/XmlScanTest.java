package mengshi.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import mengshi.form.CorpusFiles;
import mengshi.model.FindingCode;
import org.junit.jupiter.api.Test;

/** Our scanner understands XML as two StAX parsers do; where it does not, it is the stricter one. */
class XmlScanTest {

    private static final int MUTANTS = Integer.getInteger("mengshi.xml.mutants", 4_000);
    private static final int LARGE = 64 * 1024;

    private static final String A = "<a xmlns='n' xmlns:p='m'>";

    @Test
    void every_part_of_the_corpus_and_of_the_workbooks_we_keep_is_scanned_as_stax_parses_it() throws Exception {
        int parts = 0;
        for (byte[] xml : parts()) {
            if (new String(xml, UTF_8).startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"")) {
                // Another encoding than the scanner knows: POI's matter.
                assertThatThrownBy(() -> XmlEvents.scanned(xml, LARGE)).isInstanceOf(UnusualPackage.class);
                continue;
            }
            List<String> expected = XmlEvents.parsedByAalto(xml).orElseThrow();

            assertThat(XmlEvents.scanned(xml, LARGE)).isEqualTo(expected);
            assertThat(XmlEvents.scanned(xml, 1)).isEqualTo(expected);
            parts++;
        }

        assertThat(parts).isGreaterThan(1_000);
    }

    @Test
    void changed_xml_is_scanned_as_stax_parses_it_or_not_at_all() throws Exception {
        Map<String, Integer> tally = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        List<byte[]> bases = new ArrayList<>();
        for (int seed = 0; seed < 30; seed++) {
            bases.addAll(partsOf(RandomBook.of(seed).bytes()));
        }
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(i);
            byte[] base = bases.get(random.nextInt(bases.size()));
            byte[] xml = random.nextBoolean()
                    ? Mutant.changed(base, random.nextInt(base.length), random)
                    : Mutant.changed(new String(base, UTF_8), random).getBytes(UTF_8);
            String outcome = compared(xml);
            tally.merge(outcome, 1, Integer::sum);
            if (outcome.startsWith("wrong")) {
                faults.add("mutant " + i + " " + outcome + ":\n" + new String(xml, UTF_8));
            }
        }

        System.out.println(MUTANTS + " changed parts: " + tally);
        assertThat(faults).isEmpty();
        assertThat(tally).containsKeys("as both parsers", "not well-formed");
    }

    /** What came of it; whatever is wrong begins so. */
    private static String compared(byte[] xml) throws IOException {
        Optional<List<String>> aalto = XmlEvents.parsedByAalto(xml);
        Optional<List<String>> jdk = XmlEvents.parsedByTheJdk(xml);
        List<String> scanned;
        try {
            scanned = XmlEvents.scanned(xml, LARGE);
        } catch (UnusualPackage | WorkbookRefused | java.nio.charset.CharacterCodingException e) {
            // Whatever is wrong in one piece must not look right in pieces.
            assertThat(catchThrowable(() -> XmlEvents.scanned(xml, 1))).isNotNull();
            return aalto.isEmpty() && jdk.isEmpty() ? "not well-formed" : "left to POI";
        }
        if (aalto.isEmpty() || jdk.isEmpty()) {
            return "wrong: " + (aalto.isEmpty() ? "Aalto" : "the JDK") + " does not accept it";
        }
        boolean same = scanned.equals(aalto.get()) && scanned.equals(jdk.get());
        return same ? "as both parsers" : "wrong: understood otherwise";
    }

    @Test
    void what_is_well_formed_is_understood_however_it_is_written() throws Exception {
        assertThat(scanned(
                        "\uFEFF<?xml version='1.0' encoding='utf-8' standalone=\"yes\" ?>\r\n<!-- - --><?x y?><a/> \n"))
                .containsExactly("{}a", "end");
        assertThat(
                        scanned(
                                "<a b='\"&lt;&#x4e2d;\t\r\n\n>' c = \"'&quot;&apos;\" >x&amp;\r\n\ry<![CDATA[<&]]]]>]>&#10;</a >"))
                .containsExactly("{}a {}b=\"<中   > {}c='\"'", "\"x&\n\ny<&]]]>\n\"", "end");
        assertThat(scanned(A + "<p:b p:c='1' c='2'/><b xmlns='' xmlns:p='o'><p:c/></b><p:d xml:space='preserve'/></a>"))
                .containsExactly(
                        "{n}a",
                        "{m}b {m}c=1 {}c=2",
                        "end",
                        "{}b",
                        "{o}c",
                        "end",
                        "end",
                        "{m}d {http://www.w3.org/XML/1998/namespace}space=preserve",
                        "end",
                        "end");
        assertThat(scanned("<a>𠀀<!-- 甲 --><?x 甲?>\u0085</a>")).containsExactly("{}a", "\"𠀀\u0085\"", "end");
    }

    @Test
    void utf_16_is_read_whichever_way_round_it_is() throws Exception {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>" + "中𠀀".repeat(20_000) + "</a>";

        for (byte[] bytes : List.of(
                xml.getBytes(StandardCharsets.UTF_16),
                ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE),
                xml.getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(XmlEvents.scanned(bytes, 1)).isEqualTo(scanned("<a>" + "中𠀀".repeat(20_000) + "</a>"));
        }
    }

    @Test
    void what_is_not_well_formed_is_never_taken_for_xml() {
        for (String xml : List.of(
                "",
                " ",
                "x",
                "<",
                "<a",
                "<a>",
                "<a/",
                "<a/>x",
                "<a/><a/>",
                "</a>",
                "<a></b>",
                "<a></a",
                "<a></aa>",
                "<a><b></a></b>",
                "<a b>",
                "<a b=>",
                "<a b=c/>",
                "<a b='1/>",
                "<a b='1'c='2'/>",
                "<a b='1' b='2'/>",
                "<a b='<'/>",
                "<a b='&'/>",
                "<a b='&x;'/>",
                "<a / >",
                "< a/>",
                "<1/>",
                "<a:/>",
                "<:a/>",
                "<a:b:c/>",
                "<p:a/>",
                "<a p:b='1'/>",
                "<a xmlns:p='' />",
                "<a xmlns:xml='x'/>",
                "<a xmlns:p='m' xmlns:p='n'/>",
                "<a xmlns:p='m' xmlns:q='m' p:b='1' q:b='2'/>",
                "<a xmlns:xmlns='x'/>",
                "<xmlns:a/>",
                "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
                "<a>&</a>",
                "<a>&amp</a>",
                "<a>&x;</a>",
                "<a>&#0;</a>",
                "<a>&#xD800;</a>",
                "<a>&#xFFFF;</a>",
                "<a>&#x110000;</a>",
                "<a>&#;</a>",
                "<a>&#x;</a>",
                "<a>&#1a;</a>",
                "<a>&;</a>",
                "<a>]]></a>",
                "<a>\u0001</a>",
                "<a>\uFFFE</a>",
                "<a b='\u0001'/>",
                "<a><![CDATA[x</a>",
                "<a><![CDATA[\u0001]]></a>",
                "<![CDATA[x]]><a/>",
                "<a><!-- -- --></a>",
                "<a><!-- ---></a>",
                "<a><!x></a>",
                "<a><?xml version='1.0'?></a>",
                "<a><? x?></a>",
                "<a><?x</a>",
                "<a><?XML x?></a>",
                " <?xml version='1.0'?><a/>",
                "<?xml version='1.1'?><a/>",
                "<?xml?><a/>",
                "<?xml encoding='UTF-8'?><a/>",
                "<?xml version='1.0' encoding='UTF-8\"?><a/>",
                "<?xml version='1.0' encoding='GBK'?><a/>",
                "<?xml version='1.0' encoding='UTF-16'?><a/>",
                "<?xml version='1.0' standalone='1'?><a/>",
                "\uFEFF\uFEFF<a/>")) {
            assertThatThrownBy(() -> scanned(xml)).as(xml).isInstanceOf(UnusualPackage.class);
            assertThatThrownBy(() -> XmlEvents.scanned(xml.getBytes(UTF_8), 1))
                    .as(xml)
                    .isInstanceOf(UnusualPackage.class);
        }
    }

    @Test
    void bytes_that_are_no_characters_are_never_taken_for_some() {
        for (int[] bytes : List.of(
                new int[] {0x80},
                new int[] {0xC0, 0x80},
                new int[] {0xC3},
                new int[] {0xE4, 0xB8},
                new int[] {0xE0, 0x80, 0xAF},
                new int[] {0xED, 0xA0, 0x80},
                new int[] {0xF0, 0x80, 0x80, 0x80},
                new int[] {0xF4, 0x90, 0x80, 0x80},
                new int[] {0xF8, 0x88, 0x80, 0x80, 0x80},
                new int[] {0xFF})) {
            for (String frame :
                    List.of("<a>\0</a>", "<a b='\0'/>", "<!--\0--><a/>", "<a><![CDATA[\0]]></a>", "<?x \0?><a/>")) {
                StringBuilder xml = new StringBuilder();
                for (int one : bytes) {
                    xml.append((char) one);
                }
                byte[] content = frame.replace("\0", xml).getBytes(StandardCharsets.ISO_8859_1);

                assertThatThrownBy(() -> XmlEvents.scanned(content, LARGE)).isInstanceOf(UnusualPackage.class);
                assertThatThrownBy(() -> XmlEvents.scanned(content, 1)).isInstanceOf(UnusualPackage.class);
            }
        }
    }

    @Test
    void document_types_are_refused_and_what_is_nested_too_deep_or_too_long_is_left_to_poi() {
        assertThatThrownBy(() -> scanned("<!DOCTYPE a><a/>"))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(FindingCode.EXTERNAL_ENTITIES));
        assertThatThrownBy(() -> scanned("<a>".repeat(101))).isInstanceOf(UnusualPackage.class);
        assertThatThrownBy(() -> scanned("<a><!--" + " ".repeat(5_000_000) + "--></a>"))
                .isInstanceOf(UnusualPackage.class)
                .hasMessageContaining("4194304 bytes");
        assertThatThrownBy(() -> textOf("x".repeat(2_000_000)))
                .isInstanceOfSatisfying(WorkbookRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(FindingCode.FILE_OVER_LIMIT));
    }

    private static String textOf(String text) throws Exception {
        byte[] xml = ("<t xmlns='" + Markup.MAIN + "'>" + text + "</t>").getBytes(UTF_8);
        PartReader reader = PartReader.of("part", xml, PartReader.SPREADSHEET);
        reader.root("t");
        return reader.text();
    }

    private static List<String> scanned(String xml) throws Exception {
        return XmlEvents.scanned(xml.getBytes(UTF_8), LARGE);
    }

    private static List<byte[]> parts() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (byte[] file : CorpusFiles.all().values()) {
            if (file.length > 1 && file[0] == 'P') {
                parts.addAll(partsOf(file));
            }
        }
        try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/workbooks"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                parts.addAll(partsOf(Files.readAllBytes(file)));
            }
        }
        return parts;
    }

    /** What can be unpacked of the XML in a package. */
    private static List<byte[]> partsOf(byte[] file) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    parts.add(part);
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            // One of the corpus is cut off on purpose.
            return parts;
        }
        return parts;
    }
}
