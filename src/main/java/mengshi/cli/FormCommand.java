package mengshi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mengshi.files.DurableFiles;
import mengshi.form.AreaCatalogue;
import mengshi.form.BlankForm;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;
import mengshi.form.UnitCatalogue;
import mengshi.model.Area;
import mengshi.model.Period;
import mengshi.seeds.Seeds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "form",
        mixinStandardHelpOptions = true,
        description = "The forms of the collection, and blank ones to fill in.")
final class FormCommand {

    private final Program program;

    FormCommand(Program program) {
        this.program = program;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the forms: who sends them how often, and when they are due.")
    int list(@Mixin Output output) {
        List<Form> forms = FormCatalogue.from(program.settings().seeds()).forms();
        Table table = new Table("表号", "名称", "频率", "报送", "报出日", "行数", "有效期")
                .right(4, 5)
                .whole(1, 6)
                .spare(6);
        List<Map<String, @Nullable Object>> rows =
                forms.stream().map(FormCommand::columns).toList();
        rows.stream()
                .map(Texts::new)
                .forEach(row -> table.row(
                        row.of("form_code"),
                        row.of("form_name"),
                        row.of("frequency"),
                        row.of("submitted_by"),
                        row.of("due_day"),
                        row.of("lines"),
                        row.of("valid_from") + " - " + row.of("valid_to")));
        output.print(program, rows, table.lines(program.width()));
        return Exit.DONE.code();
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = "Write a blank form as .xlsx: labels are locked, cells to fill in are open and checked.")
    int write(
            @Mixin Output output,
            @Parameters(paramLabel = "FORM", description = "The form's code, such as NM-M01.") String formCode,
            @Option(names = "--area", required = true, description = "Who fills it in: code or name.") String areaName,
            @Option(names = "--period", required = true, description = "For when: 2025-06, 2025-Q2 or 2025.")
                    Period period,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            description = "Write it there. Default: a name made of area, form and period, here.")
                    @Nullable
                    Path file)
            throws IOException {
        Seeds seeds = program.settings().seeds();
        Form form = form(FormCatalogue.from(seeds), formCode);
        String areaCode = String.valueOf(new Areas(seeds).code(areaName));
        Area area = AreaCatalogue.from(seeds).byCode(areaCode).orElseThrow();
        requireOwed(form, area, period);
        Path target = program.folder()
                .resolve(
                        file == null
                                ? Path.of(String.join("_", area.code(), area.name(), form.code(), period.code())
                                        + ".xlsx")
                                : file)
                .normalize();
        byte[] bytes = new BlankForm(UnitCatalogue.from(seeds)).write(form, area, period);
        DurableFiles.write(target, bytes);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("form_code", form.code());
        document.put("area_code", area.code());
        document.put("period", period.code());
        document.put("file", target.toString());
        document.put("bytes", bytes.length);
        output.print(program, document, List.of("Written: " + target));
        return Exit.DONE.code();
    }

    private static Form form(FormCatalogue forms, String code) {
        return forms.form(code.toUpperCase(Locale.ROOT))
                .filter(form -> !form.isCrosstab())
                .orElseThrow(() -> new WrongUsage(
                        "There is no form " + code,
                        "write one of " + forms.forms().stream().map(Form::code).collect(Collectors.joining(", "))));
    }

    private static void requireOwed(Form form, Area area, Period period) {
        if (!form.schedule().expectedFrom(area)) {
            throw new WrongUsage(
                    form.code() + " is not sent by " + area.name(),
                    form.schedule().submittedByRegion()
                            ? "the region itself sends it: --area 150000"
                            : "its leagues and cities send it");
        }
        if (!form.schedule().collects(period)) {
            throw new WrongUsage(
                    form.code() + " is not collected for " + period.code(),
                    "it is sent for each " + form.schedule().frequency().name().toLowerCase(Locale.ROOT)
                            + ", as `mengshi form list` tells");
        }
    }

    private static Map<String, @Nullable Object> columns(Form form) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("form_code", form.code());
        row.put("form_name", form.nameZh());
        row.put("form_name_en", form.nameEn());
        row.put("frequency", form.schedule().frequency().name());
        row.put("january_collected", form.schedule().januaryCollected());
        row.put("due_day", form.schedule().dueDay());
        row.put("submitted_by", form.schedule().submittedByRegion() ? "region" : "areas");
        row.put("valid_from", day(form.schedule().validFrom()));
        row.put("valid_to", day(form.schedule().validTo()));
        row.put("lines", form.lines().size());
        return row;
    }

    private static @Nullable String day(java.time.@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
