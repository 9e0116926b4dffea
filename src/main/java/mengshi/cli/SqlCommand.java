package mengshi.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import mengshi.warehouse.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Ask the marts one question of your own, as the reader, who writes nothing.")
final class SqlCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    private final Program program;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "QUERY", description = "One statement that reads.")
    private String query = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The rows to show at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    SqlCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new WrongUsage("--limit " + limit + " cannot be done", "give a number from 1 to " + MOST);
        }
        Rows found = program.ask(marts -> marts.select(query, limit + 1));
        boolean more = found.rows().size() > limit;
        Rows shown = more ? new Rows(found.columns(), found.rows().subList(0, limit)) : found;
        output.print(program, shown, table(shown), shown.rows().size() + " rows");
        if (more) {
            program.err().println("There are more; --limit N shows more than " + limit + ".");
        }
        return Exit.DONE.code();
    }

    private static Table table(Rows rows) {
        List<String> columns = rows.columns();
        Table table = new Table(columns.toArray(String[]::new))
                .right(IntStream.range(0, columns.size())
                        .filter(i -> rows.rows().stream()
                                .map(row -> row.get(columns.get(i)))
                                .allMatch(value -> value == null || value instanceof Number))
                        .toArray());
        rows.rows().stream()
                .map(Texts::new)
                .forEach(row -> table.row(columns.stream().map(row::of).toArray()));
        return table;
    }
}
