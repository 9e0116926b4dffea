package mengshi.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mengshi.model.Place;
import mengshi.model.ReturnedAnswer;
import mengshi.workbook.LocatedCell;
import mengshi.workbook.Reply;
import mengshi.workbook.SheetContent;
import mengshi.workbook.WorkbookContent;

/**
 * What a submitter wrote into our sheet of a workbook that came back. The sheet is known by its first cell, its columns by
 * their headers: rows may have been sorted or left out, and the file saved by another program.
 *
 * @param correctionReason why published figures were changed, if it is given here and not in the form's frame
 */
public record ReturnedWorkbook(Optional<String> correctionReason, List<ReturnedAnswer> answers) {

    public ReturnedWorkbook {
        answers = List.copyOf(answers);
    }

    /** Where the two columns stand that matter. */
    private record Columns(int answer, int findingId) {}

    /** Nothing if no sheet of the workbook is ours. */
    public static Optional<ReturnedWorkbook> of(WorkbookContent content, String fileName) {
        List<SheetContent> ours =
                content.sheets().stream().filter(ReturnedWorkbook::isOurs).toList();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        List<ReturnedAnswer> answers = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        for (SheetContent sheet : ours) {
            reason = reason.or(() -> reason(sheet));
            answers.addAll(answers(sheet, fileName));
        }
        return Optional.of(new ReturnedWorkbook(reason, answers));
    }

    private static boolean isOurs(SheetContent sheet) {
        return sheet.rows().stream()
                .findFirst()
                .flatMap(row -> row.cells().stream().findFirst())
                .filter(cell -> cell.row() == 0 && cell.column() == 0)
                .filter(cell -> written(cell).equals(Reply.TITLE))
                .isPresent();
    }

    private static Optional<String> reason(SheetContent sheet) {
        return sheet.rows().stream()
                .filter(row -> written(row.cells().get(0)).equals(ReplyComposer.CORRECTION_REASON))
                .flatMap(row -> row.cells().stream().skip(1))
                .map(ReturnedWorkbook::written)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static List<ReturnedAnswer> answers(SheetContent sheet, String fileName) {
        List<ReturnedAnswer> answers = new ArrayList<>();
        Optional<Columns> columns = Optional.empty();
        for (SheetContent.CellRow row : sheet.rows()) {
            if (columns.isEmpty()) {
                columns = columns(row);
                continue;
            }
            String findingId = at(row, columns.get().findingId())
                    .map(ReturnedWorkbook::written)
                    .orElse("");
            at(row, columns.get().answer())
                    .filter(cell -> !written(cell).isEmpty())
                    .map(cell -> new ReturnedAnswer(
                            new Place.InCell(fileName, sheet.name(), cell.address()), findingId, written(cell)))
                    .ifPresent(answers::add);
        }
        return answers;
    }

    private static Optional<Columns> columns(SheetContent.CellRow row) {
        Optional<LocatedCell> answer = headed(row, ReplyComposer.ANSWER);
        Optional<LocatedCell> findingId = headed(row, ReplyComposer.FINDING_ID);
        return answer.flatMap(left -> findingId.map(right -> new Columns(left.column(), right.column())));
    }

    private static Optional<LocatedCell> headed(SheetContent.CellRow row, String header) {
        return row.cells().stream().filter(cell -> written(cell).equals(header)).findFirst();
    }

    private static Optional<LocatedCell> at(SheetContent.CellRow row, int column) {
        return row.cells().stream().filter(cell -> cell.column() == column).findFirst();
    }

    private static String written(LocatedCell cell) {
        return cell.value().written().strip();
    }
}
