package mengshi.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.warehouse.Answers;

/** What an answer came to, as it is told to whoever gave it. */
final class GivenAnswer {

    private final Program program;
    private final Output output;

    GivenAnswer(Program program, Output output) {
        this.program = program;
        this.output = output;
    }

    static void requireName(String by) {
        if (by.isBlank()) {
            throw new WrongUsage("--by is empty", "give the name of whoever answers for it");
        }
    }

    int print(String finding, Answers.Given given) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("finding_id", finding);
        document.put("submission_id", given.submissionId());
        document.put("file_name", given.fileName());
        document.put("state", given.state());
        document.put("open_errors", given.openErrors());
        output.print(
                program,
                document,
                List.of(finding + "  " + given.state() + "  " + Table.printable(given.fileName()) + "  "
                        + given.openErrors() + " hard findings still open"));
        if (!output.isForPrograms()) {
            program.err()
                    .println(
                            given.openErrors() == 0
                                    ? "Next: mengshi nightly"
                                    : "Next: mengshi findings --severity ERROR --file " + given.fileName());
        }
        return Exit.DONE.code();
    }
}
