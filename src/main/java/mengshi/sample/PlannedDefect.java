package mengshi.sample;

import java.util.Optional;
import java.util.function.Supplier;
import mengshi.model.SubmissionKey;

/**
 * A defect and the file that has it.
 *
 * @param of the submission that was spoilt
 * @param replaces whether the file comes instead of the sound one; else beside it
 */
record PlannedDefect(Defect defect, SubmissionKey of, boolean replaces, Supplier<byte[]> content) {

    SampleFile file() {
        return new SampleFile(defect.file(), content);
    }

    Optional<SubmissionKey> replaced() {
        return replaces ? Optional.of(of) : Optional.empty();
    }
}
