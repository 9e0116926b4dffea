package mengshi.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.warehouse.RuleTrial;

/**
 * What a rule book on trial would change, as it is printed.
 *
 * @param most how many of the changed cells are printed for people
 */
record ComparedRules(RuleTrial.Comparison found, int most) {

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("submissions", found.submissions());
        document.put("edits", found.edits().rows());
        document.put("changes", found.changes().rows());
        return document;
    }

    List<String> lines(int width) {
        Table table = new Table("编号", "严重性", "现行发现", "试行发现", "新增", "不再发现").right(2, 3, 4, 5);
        found.edits().rows().stream()
                .map(Texts::new)
                .forEach(row -> table.row(
                        row.of("edit_id"),
                        row.of("severity"),
                        row.of("found_in_force"),
                        row.of("found_on_trial"),
                        row.of("found_anew"),
                        row.of("no_longer_found")));
        List<String> lines = new ArrayList<>(table.lines(width));
        int changes = found.changes().rows().size();
        found.changes().rows().stream()
                .limit(most)
                .map(Texts::new)
                .forEach(row -> lines.addAll(List.of("", place(row), "  " + Table.printable(row.of("message_zh")))));
        if (changes > most) {
            lines.addAll(List.of("", "……另有 " + (changes - most) + " 处，加 --cells 或 --json 列出"));
        }
        return lines;
    }

    /** Which edit, where, and what became of the finding if it was told before. */
    private static String place(Texts row) {
        String change = row.of("change").equals("found_anew") ? "新增" : "不再发现";
        return String.join(
                        "  ",
                        change,
                        row.of("edit_id"),
                        Table.printable(row.of("file_name")),
                        row.place(),
                        row.of("state"))
                .strip();
    }
}
