package mengshi.form;

import mengshi.model.Measure;

/** Which cell of a form: a line and a measure. */
public record FormCell(String line, Measure measure) {}
