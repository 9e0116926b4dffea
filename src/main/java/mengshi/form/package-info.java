/**
 * What a submission looks like, form by form: recognises form, area and period in a workbook's cells and turns them into observations and reading findings. Comes after {@code workbook}; {@code validation} comes next.
 */
@NullMarked
package mengshi.form;

import org.jspecify.annotations.NullMarked;
