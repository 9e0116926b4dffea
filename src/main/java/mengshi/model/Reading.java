package mengshi.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of reading one file: a submission with its observations, a table of many, or a refusal with its reason. */
public sealed interface Reading permits Reading.Submitted, Reading.Compiled, Reading.Refused {

    List<Finding> findings();

    /** The submission, if the file is one. */
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

    /**
     * The file is a table of many areas and periods, each pair a submission of its own. It may be too long to be held:
     * whoever keeps it lets it be told, and only then is it known what it held and whether it can be taken at all.
     */
    non-sealed interface Compiled extends Reading {

        /**
         * Goes through the table from its beginning.
         *
         * @throws IOException if the file cannot be read, which says nothing about its content
         */
        Ending tell(Listener listener) throws IOException;

        @Override
        default List<Finding> findings() {
            return List.of();
        }

        @Override
        default Optional<Submitted> submitted() {
            return Optional.empty();
        }

        /** Hears a table figure by figure. */
        interface Listener {

            void observation(SubmissionKey whose, Observation observation);

            void finding(SubmissionKey whose, Finding finding);
        }

        /**
         * What is known when all was told.
         *
         * @param frame as of a submission; one for all
         * @param findings about the table as a whole
         * @param refused whether the table cannot be taken, whatever of it was told; then the findings say why and are
         *     never empty
         */
        record Ending(Map<String, String> frame, List<Finding> findings, boolean refused) {
            public Ending {
                frame = Map.copyOf(frame);
                findings = List.copyOf(findings);
            }
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
