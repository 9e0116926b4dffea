package mengshi.form;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mengshi.model.Measure;
import mengshi.model.ObservationStatus;
import mengshi.model.Period;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;

/** All forms, as the seeds describe them. */
public final class FormCatalogue {

    /** The seed files this catalogue says the same as. */
    public static final List<String> FILES = List.of("form", "form_line", "form_column", "form_mark");

    private final Map<String, Form> byCode;

    private FormCatalogue(Map<String, Form> byCode) {
        this.byCode = byCode;
    }

    /** @throws IllegalStateException if the seeds contradict themselves; the message says where */
    public static FormCatalogue from(Seeds seeds) {
        Map<String, Form> byCode = new LinkedHashMap<>();
        for (SeedRow row : seeds.rows("form")) {
            Form form = form(seeds, row);
            check(form);
            if (byCode.put(form.code(), form) != null) {
                throw new IllegalStateException("seeds/form.csv, record " + row.line() + ": " + form.code()
                        + " stands twice; keep one row per form.");
            }
        }
        return new FormCatalogue(byCode);
    }

    /** The forms that are handed out and filled in, in the order of the seeds. */
    public List<Form> forms() {
        return byCode.values().stream().filter(form -> !form.isCrosstab()).toList();
    }

    /** The tables that hold many areas and periods, loaded as history; nobody owes them. */
    public List<Form> crosstabs() {
        return byCode.values().stream().filter(Form::isCrosstab).toList();
    }

    public Optional<Form> form(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static Form form(Seeds seeds, SeedRow row) {
        String code = row.text("form_code");
        return new Form(
                code,
                row.text("name_zh"),
                row.text("name_en"),
                schedule(row),
                new Form.Masthead(
                        row.optional("issuer").orElse(""),
                        row.optional("document_no").orElse(""),
                        row.text("sheet_name"),
                        Form.Orientation.valueOf(row.text("orientation").toUpperCase(Locale.ROOT))),
                of(seeds, "form_line", code).stream()
                        .map(FormCatalogue::line)
                        .sorted(Comparator.comparingInt(FormLine::number))
                        .toList(),
                of(seeds, "form_column", code).stream()
                        .map(FormCatalogue::column)
                        .sorted(Comparator.comparingInt(FormColumn::number))
                        .toList(),
                of(seeds, "form_mark", code).stream().map(FormCatalogue::mark).toList());
    }

    private static List<SeedRow> of(Seeds seeds, String file, String form) {
        return seeds.rows(file).stream()
                .filter(row -> row.text("form_code").equals(form))
                .toList();
    }

    private static Schedule schedule(SeedRow row) {
        return new Schedule(
                Period.Frequency.valueOf(row.text("frequency").toUpperCase(Locale.ROOT)),
                row.yes("january_collected"),
                row.whole("due_day"),
                row.text("submitted_by").equals("region"),
                row.optional("valid_from").map(LocalDate::parse).orElse(null),
                row.optional("valid_to").map(LocalDate::parse).orElse(null));
    }

    private static FormLine line(SeedRow row) {
        return new FormLine(
                row.whole("line_no"),
                row.text("line_code"),
                row.text("label"),
                row.list("aliases"),
                row.text("indicator_code"),
                row.optional("unit").orElse(""),
                row.optional("decimals").isEmpty() ? 0 : row.whole("decimals"),
                new FormLine.Demand(
                        row.yes("required"),
                        row.optional("periods").orElse("every").equals("quarter_end"),
                        measures(row.list("required_measures")),
                        measures(row.list("optional_measures"))));
    }

    private static Set<Measure> measures(List<String> names) {
        Set<Measure> measures = new LinkedHashSet<>();
        names.forEach(name -> measures.add(Measure.valueOf(name.strip())));
        return measures;
    }

    private static FormColumn column(SeedRow row) {
        return new FormColumn(
                row.whole("column_no"),
                FormColumn.Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
                row.text("label"),
                row.list("aliases"),
                row.optional("measure").map(Measure::valueOf).orElse(null),
                row.optional("unit").orElse(null));
    }

    private static FormMark mark(SeedRow row) {
        return new FormMark(
                row.text("mark"),
                ObservationStatus.valueOf(row.text("obs_status")),
                row.optional("meaning").orElse(""));
    }

    private static void check(Form form) {
        Set<String> codes = new HashSet<>();
        if (form.isCrosstab() && form.column(FormColumn.Role.AREA).isEmpty()) {
            throw new IllegalStateException("seeds/form_column.csv: " + form.code()
                    + " is a crosstab and has no column with the role area; give it one.");
        }
        for (FormLine line : form.lines()) {
            if (!codes.add(line.code())) {
                throw new IllegalStateException(
                        "seeds/form_line.csv: " + form.code() + " has the line " + line.code() + " twice; keep one.");
            }
            Set<Measure> taken = new HashSet<>(line.demand().must());
            taken.addAll(line.demand().may());
            for (Measure measure : taken) {
                if (form.column(measure).isEmpty()) {
                    throw new IllegalStateException("seeds/form_line.csv: line " + line.code() + " of " + form.code()
                            + " takes " + measure + ", for which seeds/form_column.csv gives the form no column.");
                }
            }
        }
    }
}
