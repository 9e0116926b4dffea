package mengshi.warehouse;

/**
 * The fingerprints of the reference data a run works with.
 *
 * @param forms areas, units, indicators and the forms themselves
 * @param ruleBook the edits and the sentences of findings
 * @param catalogue the targets and the bands of their verdicts
 */
public record SeedVersions(String forms, String ruleBook, String catalogue) {

    /** What reading and checking depend on: when it changes, held and rejected files are looked at again. */
    public String readWith(String programVersion) {
        return forms + "/" + ruleBook + "/" + programVersion;
    }
}
