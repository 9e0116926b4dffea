package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import mengshi.form.AreaCatalogue;
import mengshi.form.FormCatalogue;
import mengshi.form.FormReader;
import mengshi.form.SentAs;
import mengshi.form.UnitCatalogue;
import mengshi.intake.ContentType;
import mengshi.intake.IntakeLimits;
import mengshi.intake.Store;
import mengshi.model.FileLimits;
import mengshi.model.Finding;
import mengshi.model.FindingCode;
import mengshi.model.Place;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.seeds.Seeds;
import mengshi.workbook.WorkbookLimits;
import mengshi.workbook.WorkbookReader;
import mengshi.workbook.WorkbookRefused;

/** One file's way from the store to its reading: told by its content, opened, recognised. A bad file is a finding. */
final class SubmissionReader {

    private final Store store;
    private final FileLimits limits;
    private final FormReader forms;

    SubmissionReader(Store store, FileLimits limits, Seeds seeds, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.forms =
                new FormReader(FormCatalogue.from(seeds), AreaCatalogue.from(seeds), UnitCatalogue.from(seeds), clock);
    }

    /** @throws IOException if the store cannot be read, which says nothing about the file */
    Reading read(SentAs sent, String sha256) throws IOException {
        String fileName = sent.file();
        Path file = store.locate(sha256);
        ContentType type = ContentType.detect(file, fileName, IntakeLimits.of(limits));
        if (type instanceof ContentType.Refused refused) {
            return refusal(fileName, refused.reason(), refused.detail());
        }
        try {
            return forms.read(WorkbookReader.read(file, WorkbookLimits.of(limits)), sent);
        } catch (WorkbookRefused e) {
            return refusal(fileName, e.reason(), e.detail());
        }
    }

    private static Reading refusal(String fileName, FindingCode reason, String detail) {
        return new Reading.Refused(
                new Finding(reason, new Place.InFile(fileName), Subject.WHOLE, Map.of("detail", detail)));
    }
}
