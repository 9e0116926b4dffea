package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mengshi.feedback.ReturnedWorkbook;
import mengshi.form.AreaCatalogue;
import mengshi.form.Form;
import mengshi.form.FormCatalogue;
import mengshi.form.FormReader;
import mengshi.form.FrameField;
import mengshi.form.SentAs;
import mengshi.form.UnitCatalogue;
import mengshi.intake.ContentType;
import mengshi.intake.IntakeLimits;
import mengshi.intake.Store;
import mengshi.intake.Unpacked;
import mengshi.model.FileLimits;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.seeds.Seeds;
import mengshi.workbook.SheetSource;
import mengshi.workbook.WorkbookContent;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/** One file's way from the store to its reading: told by its content, opened, recognised. A bad file is a finding. */
final class SubmissionReader {

    private final Store store;
    private final FileLimits limits;
    private final FormCatalogue catalogue;
    private final FormReader forms;

    SubmissionReader(Store store, FileLimits limits, Seeds seeds, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.catalogue = FormCatalogue.from(seeds);
        this.forms = new FormReader(catalogue, AreaCatalogue.from(seeds), UnitCatalogue.from(seeds), clock);
    }

    /**
     * A file as it was read.
     *
     * @param returned what was written into our sheet, if the file is a workbook of ours that came back
     */
    record ReadFile(Reading reading, Optional<ReturnedWorkbook> returned) {}

    /**
     * @param expectedForm the form the file was loaded as; null where the file alone says what it is
     * @throws IOException if the store cannot be read, which says nothing about the file
     */
    ReadFile read(SentAs sent, String sha256, @Nullable String expectedForm) throws IOException {
        String fileName = sent.file();
        Path file = store.locate(sha256);
        FileLimits allowed = isTable(expectedForm) ? limits.ofTable() : limits;
        Unpacked unpacked = new Unpacked();
        ContentType type = ContentType.detect(file, fileName, IntakeLimits.of(allowed), unpacked);
        if (type instanceof ContentType.Refused refused) {
            return refusal(fileName, refused.reason(), refused.detail());
        }
        SheetSource source = sink -> WorkbookReader.read(file, unpacked.parts(), WorkbookLimits.of(allowed), sink);
        try {
            if (expectedForm != null) {
                return new ReadFile(forms.readAs(expectedForm, source, sent), Optional.empty());
            }
            WorkbookContent content = WorkbookContent.of(source);
            Optional<ReturnedWorkbook> returned = ReturnedWorkbook.of(content, fileName);
            return new ReadFile(withReason(forms.read(content, sent), returned), returned);
        } catch (WorkbookRefused e) {
            return refusal(fileName, e.reason(), e.detail());
        }
    }

    /** Only what is loaded as history may be very long: that is no form. */
    private boolean isTable(@Nullable String expectedForm) {
        return expectedForm != null && catalogue.form(expectedForm).stream().anyMatch(Form::isCrosstab);
    }

    /** A reason for a correction may be given in the form's frame or in our sheet; the frame comes first. */
    private static Reading withReason(Reading reading, Optional<ReturnedWorkbook> returned) {
        Optional<String> reason = returned.flatMap(ReturnedWorkbook::correctionReason);
        if (reason.isEmpty() || !(reading instanceof Reading.Submitted submitted)) {
            return reading;
        }
        Map<String, String> frame = new HashMap<>(submitted.frame());
        frame.merge(
                FrameField.CORRECTION_REASON.key(),
                reason.get(),
                (written, ours) -> written.isBlank() ? ours : written);
        return new Reading.Submitted(submitted.key(), frame, submitted.observations(), submitted.findings());
    }

    static ReadFile refusal(String fileName, FindingCode reason, String detail) {
        Finding finding = new Finding(reason, new Place.InFile(fileName), Subject.WHOLE, Map.of("detail", detail));
        return new ReadFile(new Reading.Refused(finding), Optional.empty());
    }
}
