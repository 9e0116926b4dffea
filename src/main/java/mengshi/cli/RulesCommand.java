package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mengshi.model.Period;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import mengshi.validation.Edit;
import mengshi.validation.RuleBook;
import mengshi.validation.RuleBook.EditType;
import mengshi.validation.RuleCase;
import mengshi.validation.RuleCases;
import mengshi.warehouse.Rows;
import mengshi.warehouse.RuleTrial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "The rule book: which edits there are, whether they work, and what another rule book would find.")
final class RulesCommand {

    private final Program program;

    RulesCommand(Program program) {
        this.program = program;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the edits of the rule book in force.")
    int list(
            @Mixin Output output,
            @Option(names = "--form", description = "Only of this form: NM-M01, NM-M02, NM-Q01, NM-R01.") @Nullable
                    String form,
            @Option(names = "--type", description = "Only of this type, for example balance.") @Nullable String type) {
        RuleBook book = RuleBook.from(program.settings().seeds());
        Map<String, String> types = book.types().stream().collect(Collectors.toMap(EditType::name, EditType::chinese));
        List<Edit> edits = book.edits().stream()
                .filter(edit -> form == null || edit.scope().form().equals(form))
                .filter(edit -> type == null || edit.type().equals(type))
                .toList();
        Table table = new Table("编号", "类型", "严重性", "指标", "栏", "运算", "处室", "理由");
        edits.forEach(edit -> table.row(
                edit.id(),
                types.get(edit.type()),
                edit.severity(),
                String.join("|", edit.scope().indicators()),
                measures(edit),
                edit.terms().operands(),
                edit.owner(),
                edit.reason()));
        output.print(program, edits.stream().map(RulesCommand::columns).toList(), table.lines(program.width()));
        if (!output.isForPrograms()) {
            program.err().println(edits.size() + " edits of " + types.size() + " types");
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Put every edit to a case it must pass, one it must fail and one it cannot check.",
                "The cases are worked out from the edit itself; nothing is kept."
            })
    int test(
            @Mixin Output output,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Another rule book, as seeds/edit.csv.")
                    @Nullable
                    Path file)
            throws IOException {
        Seeds seeds = program.settings().seeds();
        List<SeedRow> edits = file == null ? null : read(file);
        RuleBook book = edits == null ? RuleBook.from(seeds) : book(seeds, edits);
        RuleCases cases = new RuleCases(seeds);
        List<RuleCase> all =
                book.edits().stream().flatMap(edit -> cases.of(edit).stream()).toList();
        List<Map<String, Object>> wrong;
        try (Workplace workplace = Workplace.open(program, output, "rules test")) {
            RuleTrial trial = workplace.ruleTrial();
            wrong = trial.withRules(edits, () -> wrong(trial, all));
        }
        Table table = new Table("编号", "应为", "实为");
        wrong.forEach(row -> table.row(row.get("edit_id"), row.get("expected"), row.get("said")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("edits", book.edits().size());
        document.put("cases", all.size());
        document.put("wrong", wrong);
        output.print(program, document, wrong.isEmpty() ? List.of() : table.lines(program.width()));
        if (!output.isForPrograms()) {
            program.err()
                    .println(all.size() + " cases of " + book.edits().size() + " edits, " + wrong.size() + " wrong");
        }
        return (wrong.isEmpty() ? Exit.DONE : Exit.FOUND).code();
    }

    private static List<Map<String, Object>> wrong(RuleTrial trial, List<RuleCase> cases) {
        List<Map<String, Object>> wrong = new ArrayList<>();
        for (RuleCase one : cases) {
            RuleCase.Cell cell = one.cell();
            String key = cell == null ? null : cell.indicator() + "/" + cell.measure();
            Optional<String> said = trial.outcome(one.edit().type(), one.edit().id(), key, one.subject(), one.others());
            if (!said.equals(Optional.of(one.expectation().outcome()))) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("edit_id", one.edit().id());
                row.put("expected", one.expectation().outcome());
                row.put("said", said.orElse("not asked"));
                wrong.add(row);
            }
        }
        return wrong;
    }

    @Command(
            name = "coverage",
            mixinStandardHelpOptions = true,
            description = {
                "Count what every edit said over all runs and what became of its findings: an edit whose findings are",
                "explained more often than corrected asks too much. Name the edits that never looked at anything and",
                "the lines of forms that no edit looks at."
            })
    int coverage(@Mixin Output output) {
        Rows rows = program.ask(marts -> marts.editCoverage());
        Seeds seeds = program.settings().seeds();
        List<String> uncovered = RuleBook.from(seeds).linesWithoutEdit(seeds);
        Set<String> silent = new TreeSet<>();
        Table table =
                new Table("编号", "严重性", "运行", "通过", "未通过", "无法审核", "问题", "更正", "说明", "豁免").right(2, 3, 4, 5, 6, 7, 8, 9);
        rows.rows().stream().map(Texts::new).forEach(row -> {
            if (row.of("runs").equals("0")) {
                silent.add(row.of("edit_id"));
            }
            table.row(
                    row.of("edit_id"),
                    row.of("severity"),
                    row.of("runs"),
                    row.of("passed"),
                    row.of("failed"),
                    row.of("not_checkable"),
                    row.of("findings"),
                    row.of("fixed"),
                    row.of("explained"),
                    row.of("waived"));
        });
        List<String> lines = new ArrayList<>(table.lines(program.width()));
        silent.forEach(edit -> lines.add("从未运行：" + edit));
        uncovered.forEach(line -> lines.add("没有审核规则：" + line));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("edits", rows.rows());
        document.put("never_ran", silent);
        document.put("lines_without_edit", uncovered);
        output.print(program, document, lines);
        if (!output.isForPrograms()) {
            program.err()
                    .println(rows.rows().size() + " edits, " + silent.size() + " never looked at anything, "
                            + uncovered.size() + " lines without an edit");
        }
        return Exit.DONE.code();
    }

    @Command(
            name = "try",
            mixinStandardHelpOptions = true,
            description = {
                "Run another rule book over what is already published, and compare it with the one in force:",
                "how much each edit finds, which cells are found anew or no longer, and what became of these.",
                "Nothing is kept: neither the rule book nor what it finds."
            })
    int tryOut(
            @Mixin Output output,
            @Parameters(paramLabel = "FILE", description = "The other rule book, as seeds/edit.csv.") Path file,
            @Option(names = "--period", description = "Only submissions of this period: 2025-06 or 2025-Q2.") @Nullable
                    Period period,
            @Option(
                            names = "--cells",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "How many of the changed cells to print (default 20); --json has them all.")
                    int cells)
            throws IOException {
        Seeds seeds = program.settings().seeds();
        List<SeedRow> edits = read(file);
        RuleBook onTrial = book(seeds, edits);
        program.requireDatabase();
        RuleTrial.Comparison found;
        try (Workplace workplace = Workplace.open(program, output, "rules try")) {
            found = workplace
                    .ruleTrial()
                    .compare(period == null ? null : period.code(), names(RuleBook.from(seeds)), names(onTrial), edits);
        }
        ComparedRules compared = new ComparedRules(found, cells);
        output.print(program, compared.document(), compared.lines(program.width()));
        if (!output.isForPrograms()) {
            program.err()
                    .println(onTrial.edits().size() + " edits tried on " + found.submissions()
                            + " published submissions; nothing was kept");
        }
        return Exit.DONE.code();
    }

    private static List<String> names(RuleBook book) {
        return book.types().stream().map(EditType::name).toList();
    }

    private List<SeedRow> read(Path asked) throws IOException {
        Path file = program.folder().resolve(asked);
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage("There is no file " + file, "name a rule book written like seeds/edit.csv");
        }
        try {
            return Seeds.read(file);
        } catch (IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private static RuleBook book(Seeds seeds, List<SeedRow> edits) {
        try {
            return RuleBook.of(seeds, edits);
        } catch (IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private static WrongUsage unreadable(IllegalStateException fault) {
        return new WrongUsage("The rule book cannot be read: " + fault.getMessage(), "mend it; nothing was begun");
    }

    private static String measures(Edit edit) {
        return edit.scope().measures().stream().map(Enum::name).collect(Collectors.joining("|"));
    }

    /** An edit under the column names of its seed file. */
    private static Map<String, @Nullable Object> columns(Edit edit) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("edit_id", edit.id());
        row.put("type", edit.type());
        row.put("level", edit.level());
        row.put("severity", edit.severity().name());
        row.put("form_code", edit.scope().form());
        row.put("indicator_code", edit.scope().indicators());
        row.put("measure", measures(edit));
        row.put("operands", edit.terms().operands());
        row.put("minimum", edit.terms().minimum());
        row.put("maximum", edit.terms().maximum());
        row.put("tolerance", edit.terms().tolerance());
        row.put("areas", edit.scope().areas());
        row.put("months", edit.scope().months());
        row.put("owner", edit.owner());
        row.put("reason", edit.reason());
        return row;
    }
}
