package mengshi.form;

import mengshi.model.ObservationStatus;

/**
 * A mark that a form's legend gives instead of a number.
 *
 * @param mark as printed in the legend, for example …
 * @param meaning what the legend says, in Chinese
 */
public record FormMark(String mark, ObservationStatus status, String meaning) {}
