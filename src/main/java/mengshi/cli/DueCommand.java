package mengshi.cli;

import java.util.concurrent.Callable;
import mengshi.warehouse.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "due",
        mixinStandardHelpOptions = true,
        description = "List who owes what: nothing came after the due day, or what came is held.")
final class DueCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--all", description = "Also the periods that nobody has begun to send.")
    private boolean all;

    DueCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Rows due = program.ask(marts -> marts.due(all));
        Table table = new Table("盟市", "报表", "报告期", "应报日期", "逾期天数", "状态", "报表名称").right(4);
        due.rows().stream()
                .map(Texts::new)
                .forEach(row -> table.row(
                        row.of("area_name"),
                        row.of("form_code"),
                        row.of("period"),
                        row.of("due_on"),
                        row.of("days_late"),
                        row.of("state"),
                        row.of("form_name")));
        output.print(
                program,
                due,
                table,
                due.rows().size() + " submissions are owed"
                        + (all ? "" : "; --all adds the periods nobody has begun to send"));
        return Exit.DONE.code();
    }
}
