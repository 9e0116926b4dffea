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
     * @param orientation which way it is printed, or that it is no form to fill in but a table of others
     */
    public record Masthead(String issuer, String documentNo, String sheetName, Orientation orientation) {

        public boolean landscape() {
            return orientation == Orientation.LANDSCAPE;
        }
    }

    /** How a form lies before its reader. */
    public enum Orientation {
        PORTRAIT,
        LANDSCAPE,
        /** Areas in rows, indicators or periods in columns: compiled by others, loaded as history, never handed out. */
        CROSSTAB
    }

    /** Whether it is a table of many areas and periods, and no form that somebody fills in. */
    public boolean isCrosstab() {
        return masthead.orientation() == Orientation.CROSSTAB;
    }

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
