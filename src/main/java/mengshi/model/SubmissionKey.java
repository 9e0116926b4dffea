package mengshi.model;

/** Whose submission of what for when. Several versions may share one key. */
public record SubmissionKey(String form, Area area, Period period) {}
