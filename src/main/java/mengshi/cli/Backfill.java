package mengshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;

/** Loads a folder of tables as one form's history. */
final class Backfill {

    private static final String EXAMPLE = "write run backfill inbox=DIR form=CODE";

    private final Program program;
    private final Output output;

    Backfill(Program program, Output output) {
        this.program = program;
        this.output = output;
    }

    /** Returns the exit code. */
    int run(Map<String, String> parameters) throws IOException {
        Path folder = program.folder().resolve(given(parameters, "inbox")).normalize();
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage("There is no folder " + folder, "name the one the tables lie in");
        }
        String form = given(parameters, "form");
        FormCatalogue forms = FormCatalogue.from(program.settings().seeds());
        if (forms.form(form).isEmpty()) {
            String known = Stream.concat(forms.crosstabs().stream(), forms.forms().stream())
                    .map(Form::code)
                    .collect(Collectors.joining(", "));
            throw new WrongUsage("There is no form " + form, "write one of " + known);
        }
        try (Workplace workplace = Workplace.open(program, output, "run backfill")) {
            return new RunReport(program, output, workplace)
                    .print(workplace.runs().backfill(folder, form), "Nothing to do.", Optional.of("backfill"));
        }
    }

    private static String given(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null || value.isBlank()) {
            throw new WrongUsage("The parameter " + name + " is missing", EXAMPLE);
        }
        return value;
    }
}
