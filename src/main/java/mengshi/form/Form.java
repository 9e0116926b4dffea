package mengshi.form;

import java.util.List;
import java.util.Optional;
import mengshi.model.Measure;

/** What a submission looks like. Nothing about a form stands in Java: all of it comes from the seeds. */
public record Form(
        String code,
        String nameZh,
        String nameEn,
        Schedule schedule,
        Masthead masthead,
        List<FormLine> lines,
        List<FormColumn> columns,
        List<FormMark> marks) {

    public Form {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        marks = List.copyOf(marks);
    }

    /**
     * What is printed around the table.
     *
     * @param issuer 制定机关
     * @param documentNo 文号
     * @param landscape whether it is printed across
     */
    public record Masthead(String issuer, String documentNo, String sheetName, boolean landscape) {}

    public Optional<FormLine> line(String lineCode) {
        return lines.stream().filter(line -> line.code().equals(lineCode)).findFirst();
    }

    public Optional<FormColumn> column(Measure measure) {
        return columns.stream().filter(column -> column.measure() == measure).findFirst();
    }

    Optional<FormColumn> column(FormColumn.Role role) {
        return columns.stream().filter(column -> column.role() == role).findFirst();
    }
}
