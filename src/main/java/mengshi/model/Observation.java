package mengshi.model;

/**
 * One figure of a submission with its place. Who reports it, on which form and for which period is the submission's.
 *
 * @param line the form's line code
 * @param indicator the indicator's code
 */
public record Observation(
        String line, String indicator, Measure measure, Figure figure, AsWritten written, Place.InCell place) {}
