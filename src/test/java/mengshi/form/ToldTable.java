package mengshi.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Reading;
import mengshi.model.SubmissionKey;

/** A table as it was told, held as a test wants to look at it: its submissions in the order of the file, or why it has none. */
record ToldTable(List<Reading.Submitted> parts, List<Finding> refusal) {

    static ToldTable of(Reading reading) {
        if (reading instanceof Reading.Refused refused) {
            return new ToldTable(List.of(), refused.findings());
        }
        Map<SubmissionKey, List<Observation>> observations = new LinkedHashMap<>();
        Map<SubmissionKey, List<Finding>> findings = new LinkedHashMap<>();
        Reading.Compiled.Ending ending;
        try {
            ending = ((Reading.Compiled) reading).tell(new Reading.Compiled.Listener() {
                @Override
                public void observation(SubmissionKey whose, Observation observation) {
                    hear(whose);
                    observations.get(whose).add(observation);
                }

                @Override
                public void finding(SubmissionKey whose, Finding finding) {
                    hear(whose);
                    findings.get(whose).add(finding);
                }

                private void hear(SubmissionKey whose) {
                    observations.computeIfAbsent(whose, first -> new ArrayList<>());
                    findings.computeIfAbsent(whose, first -> new ArrayList<>());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ending.refused()) {
            return new ToldTable(List.of(), ending.findings());
        }
        List<Reading.Submitted> parts = new ArrayList<>();
        observations.forEach((key, seen) -> {
            List<Finding> all = new ArrayList<>(parts.isEmpty() ? ending.findings() : List.of());
            all.addAll(findings.getOrDefault(key, List.of()));
            parts.add(new Reading.Submitted(key, ending.frame(), seen, all));
        });
        return new ToldTable(parts, List.of());
    }

    List<Finding> findings() {
        return parts.isEmpty()
                ? refusal
                : parts.stream().flatMap(part -> part.findings().stream()).toList();
    }
}
