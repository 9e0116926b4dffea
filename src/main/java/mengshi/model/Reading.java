package mengshi.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of reading one file: a submission with its observations, or a refusal with its reason. */
public sealed interface Reading permits Reading.Submitted, Reading.Refused {

    List<Finding> findings();

    Optional<Submitted> submitted();

    /**
     * The file is a submission.
     *
     * @param frame the form's frame by field name of {@code FrameField}: signers, phone, reporting date, reason for a
     *     correction
     */
    record Submitted(
            SubmissionKey key, Map<String, String> frame, List<Observation> observations, List<Finding> findings)
            implements Reading {
        public Submitted {
            frame = Map.copyOf(frame);
            observations = List.copyOf(observations);
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<Submitted> submitted() {
            return Optional.of(this);
        }
    }

    /** The file is no submission that can be taken; it stays in the store. */
    record Refused(Finding reason) implements Reading {
        @Override
        public List<Finding> findings() {
            return List.of(reason);
        }

        @Override
        public Optional<Submitted> submitted() {
            return Optional.empty();
        }
    }
}
