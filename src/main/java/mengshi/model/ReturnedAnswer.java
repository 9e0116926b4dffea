package mengshi.model;

/**
 * What a submitter wrote beside a finding in the workbook that was returned to him.
 *
 * @param findingId as it stands in the row; empty if somebody wiped it out
 * @param text never blank
 */
public record ReturnedAnswer(Place.InCell at, String findingId, String text) {}
