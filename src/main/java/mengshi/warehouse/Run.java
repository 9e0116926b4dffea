package mengshi.warehouse;

import java.util.Optional;

/**
 * One run of a job, over all its attempts.
 *
 * @param status STARTED, COMPLETED, FAILED or STOPPED
 * @param parameters what it was started with, as JSON
 */
public record Run(
        long runId,
        String job,
        String status,
        String parameters,
        String formVersion,
        String ruleBookVersion,
        String catalogueVersion,
        String programVersion) {

    /** The reference data the run froze when it began. */
    public SeedVersions seeds() {
        return new SeedVersions(formVersion, ruleBookVersion, catalogueVersion);
    }

    /** One of the parameters it was started with. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(Json.texts(parameters).get(name));
    }

    public String readWith() {
        return seeds().readWith(programVersion);
    }
}
