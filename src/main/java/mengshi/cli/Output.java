package mengshi.cli;

import java.util.List;
import java.util.regex.Pattern;
import mengshi.report.JsonDocument;
import mengshi.warehouse.Rows;
import picocli.CommandLine.Option;

/** How every command prints: tables for people, or one JSON document for programs. */
final class Output {

    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";

    private static final Pattern WORDS = Pattern.compile("(\\b(?:ERROR|HELD|REJECTED|FAILED|MISSING)\\b|滞后)"
            + "|(\\b(?:WARNING|STOPPED|STARTED)\\b|关注|两种口径不一致)"
            + "|(\\b(?:PUBLISHED|COMPLETED)\\b|已完成|提前)");

    @Option(names = "--json", description = "Print one JSON document on standard output, and nothing else there.")
    private boolean json;

    /** Whether a program reads, so that what is meant for people stays away. */
    boolean isForPrograms() {
        return json;
    }

    /** Prints rows: as an array of objects, or as the table with a sentence under it. */
    void print(Program program, Rows rows, Table table, String summary) {
        print(program, rows.rows(), rows.isEmpty() ? List.of() : table.lines(program.width()));
        if (!json) {
            program.err().println(summary);
        }
    }

    /** Prints a document, or the lines that say the same. */
    void print(Program program, Object document, List<String> lines) {
        if (json) {
            program.out().writeBytes(JsonDocument.of(document));
            program.out().flush();
            return;
        }
        for (String line : lines) {
            for (String part : DisplayWidth.wrap(line, program.width())) {
                program.out().println(program.colour() ? coloured(part) : part);
            }
        }
    }

    private static String coloured(String line) {
        return WORDS.matcher(line).replaceAll(found -> {
            String colour = found.group(1) != null ? RED : found.group(2) != null ? YELLOW : GREEN;
            return "\u001b[" + colour + "m" + found.group() + "\u001b[0m";
        });
    }
}
