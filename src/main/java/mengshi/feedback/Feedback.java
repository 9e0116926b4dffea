package mengshi.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import mengshi.files.DurableFiles;
import mengshi.model.FindingCode;
import mengshi.workbook.AnsweredWorkbook;
import mengshi.workbook.WorkbookAnnotator;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookRefused;

/**
 * Answers submitters: the annotated workbook where there is something to say, and a receipt always. Answering the same
 * submission again replaces the files by the same ones.
 */
public final class Feedback {

    /**
     * What was written.
     *
     * @param path below the outbox, with {@code /} between the names: the workbook, else the receipt
     * @param sha256 of that file
     */
    public record Written(String path, String sha256) {}

    private static final String DEADLY = FindingCode.READING_DIED.name();
    private static final List<String> EXTENSIONS = List.of("xlsx", "xls");

    private final Path outbox;
    private final ReplyComposer composer;

    /** @param program the version that answers */
    public Feedback(Path outbox, String program) {
        this.outbox = outbox;
        this.composer = new ReplyComposer(program);
    }

    /**
     * Writes the answer to a submission.
     *
     * @param submitted the file as it was sent, whatever its name is now
     * @throws IOException if the file cannot be read or the outbox not be written; what its content is never matters
     */
    public Written answer(Settled settled, Path submitted) throws IOException {
        AnswerName name = AnswerName.of(settled);
        Path folder = outbox.resolve(name.folder());
        Optional<AnsweredWorkbook> workbook = workbook(settled, submitted);
        Optional<String> workbookName = workbook.map(found -> name.workbook(found.extension()));
        for (String extension : EXTENSIONS) {
            removeStale(folder.resolve(name.workbook(extension)), workbookName);
        }
        if (workbook.isPresent()) {
            DurableFiles.write(
                    folder.resolve(workbookName.orElseThrow()), workbook.get().content());
        }
        Receipt receipt = new Receipt(settled, workbookName);
        byte[] text = receipt.text();
        DurableFiles.write(folder.resolve(name.receipt("json")), receipt.json());
        DurableFiles.write(folder.resolve(name.receipt("txt")), text);
        return new Written(
                name.folder() + "/" + workbookName.orElse(name.receipt("txt")),
                sha256(workbook.map(AnsweredWorkbook::content).orElse(text)));
    }

    private Optional<AnsweredWorkbook> workbook(Settled settled, Path submitted) throws IOException {
        boolean silent = !settled.hasUnsettled() || settled.outcome().decision() == Decision.DUPLICATE;
        if (silent) {
            return Optional.empty();
        }
        if (DEADLY.equals(settled.outcome().reason())) {
            // Whoever opens it once more may end as the reader did.
            return Optional.of(WorkbookAnnotator.sheetOnly(composer.alone(settled)));
        }
        try {
            return Optional.of(
                    WorkbookAnnotator.annotate(submitted, composer.annotating(settled), WorkbookLimits.DEFAULT));
        } catch (WorkbookRefused e) {
            return Optional.of(WorkbookAnnotator.sheetOnly(composer.alone(settled)));
        }
    }

    /** A submission looked at again may need no workbook any more; the old one would contradict the receipt. */
    private static void removeStale(Path file, Optional<String> current) throws IOException {
        boolean isCurrent = current.map(file.getFileName().toString()::equals).orElse(false);
        if (!isCurrent && Files.exists(file)) {
            DurableFiles.delete(file);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
