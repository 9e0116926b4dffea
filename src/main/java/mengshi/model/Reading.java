package mengshi.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of reading one file: a submission with its observations, several of them, or a refusal with its reason. */
public sealed interface Reading permits Reading.Submitted, Reading.Compiled, Reading.Refused {

    List<Finding> findings();

    /** The submission; of several in one file the first. */
    Optional<Submitted> submitted();

    /** Further submissions of the same file; none but of a table that holds many areas or periods. */
    default List<Submitted> further() {
        return List.of();
    }

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

    /**
     * The file is a table of many areas and periods: each pair is a submission of its own.
     *
     * @param parts never empty, each of another area or period, in the order of the file
     */
    record Compiled(List<Submitted> parts) implements Reading {
        public Compiled {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("A table without a submission is to be refused");
            }
        }

        @Override
        public List<Finding> findings() {
            return parts.get(0).findings();
        }

        @Override
        public Optional<Submitted> submitted() {
            return Optional.of(parts.get(0));
        }

        @Override
        public List<Submitted> further() {
            return parts.subList(1, parts.size());
        }
    }

    /**
     * The file is no submission that can be taken; it stays in the store.
     *
     * @param findings why, the weightiest first; never empty
     */
    record Refused(List<Finding> findings) implements Reading {
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("A refusal says why");
            }
        }

        public Refused(Finding reason) {
            this(List.of(reason));
        }

        /** The one that stands for all. */
        public Finding reason() {
            return findings.get(0);
        }

        @Override
        public Optional<Submitted> submitted() {
            return Optional.empty();
        }
    }
}
