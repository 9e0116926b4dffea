package mengshi.workbook;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lays an answer into an .xlsx by changing the bytes of those parts it concerns: styles, the sheets that are marked or
 * selected, their comments, and what lists the parts. Nothing is built in memory but these, and no other byte changes.
 *
 * <p>It knows packages as Excel, WPS and LibreOffice write them. One that is not read the fast way, whose elements have
 * prefixes, that bears an earlier answer, or whose comments are threaded or without boxes, is unusual and left to POI.
 */
final class AnsweredPackage {

    /** Before the names of content types. */
    static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final PackageFile file;
    private final Weight weight;
    private final Reply reply;
    private final PackageEdit edit;

    private AnsweredPackage(PackageFile file, Weight weight, Reply reply) {
        this.file = file;
        this.weight = weight;
        this.reply = reply;
        this.edit = new PackageEdit(file);
    }

    /** @throws UnusualPackage if POI has to do it */
    static byte[] of(File file, Weight weight, Reply reply) throws IOException, UnusualPackage, WorkbookRefused {
        try (PackageFile opened = PackageFile.open(file, weight)) {
            AnsweredPackage answered = new AnsweredPackage(opened, weight, reply);
            answered.answer();
            return answered.edit.written(file);
        } catch (PartStream.Refused e) {
            throw e.refusal();
        }
    }

    private void answer() throws IOException, UnusualPackage, WorkbookRefused {
        String part = Relations.of(file, "")
                .only("officeDocument")
                .orElseThrow(() -> new UnusualPackage("the package names no workbook"));
        Relations relations = Relations.of(file, part);
        WorkbookPart workbook = WorkbookPart.of(file, part);
        weight.addSheets(workbook.sheets().size());
        List<String> names =
                workbook.sheets().stream().map(WorkbookPart.Sheet::name).toList();
        if (names.contains(Reply.METADATA_SHEET)) {
            throw new UnusualPackage("the hidden sheet of an earlier answer");
        }
        String styled = relations.only("styles").orElseThrow(() -> new UnusualPackage("no styles"));
        StyleEdit styles = StyleEdit.of(styled, file.bytes(styled));
        edit.change(styled, styles.edited());
        Optional<String> strings = relations.only("sharedStrings");
        SharedStrings texts =
                strings.isPresent() ? SharedStrings.of(file, strings.get(), weight) : SharedStrings.none();
        Map<String, List<Reply.Remark>> remarks = bySheet();
        for (WorkbookPart.Sheet sheet : workbook.sheets()) {
            List<Reply.Remark> here = remarks.getOrDefault(caseless(sheet.name()), List.of());
            new MarkedSheet(file, edit, relations.worksheet(sheet.relation())).mark(here, texts, styles);
        }
        addSheets(part, names, styles);
    }

    private Map<String, List<Reply.Remark>> bySheet() {
        Map<String, List<Reply.Remark>> remarks = new HashMap<>();
        reply.remarks()
                .forEach(remark -> remarks.computeIfAbsent(caseless(remark.at().sheet()), sheet -> new ArrayList<>())
                        .add(remark));
        return remarks;
    }

    private static String caseless(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void addSheets(String part, List<String> names, StyleEdit styles)
            throws IOException, UnusualPackage, WorkbookRefused {
        ReplyLayout layout = ReplyLayout.of(reply, names);
        String type = TYPE + "spreadsheetml.worksheet+xml";
        String pattern = "xl/worksheets/sheet#.xml";
        String front = edit.add(pattern, type, ReplyMarkup.sheet(layout, reply.columns(), styles::number));
        String hidden = edit.add(pattern, type, ReplyMarkup.metadata(reply.metadata()));
        List<String> ids = edit.relate(
                part, List.of(new PackageEdit.Link("worksheet", front), new PackageEdit.Link("worksheet", hidden)));
        String name = ReplyLayout.freeName(names);
        edit.change(
                part,
                WorkbookEdit.edited(
                        part,
                        file.bytes(part),
                        new WorkbookEdit.Added(name, ids.get(0), ids.get(1), titles(layout, name))));
    }

    private static String titles(ReplyLayout layout, String name) {
        return layout.header().isEmpty()
                ? ""
                : ReplyLayout.row(name, layout.header().getAsInt());
    }
}
