package mengshi.report;

import java.util.List;
import mengshi.warehouse.Rows;

/**
 * What was known beside the verdicts at a publication.
 *
 * @param areas rows of {@code mart.area_standing_on}
 * @param findings rows of {@code mart.finding_count_on}
 * @param history the months of the year, a row for each target and period
 * @param projections rows of {@code mart.target_projection_on}
 * @param contributions rows of {@code mart.area_contribution_on}
 * @param assigned rows of {@code mart.assignment_progress_on}
 * @param verdictRevisions what later publications changed of this period's targets
 * @param figureRevisions what corrections changed of the year's figures; {@code revisions} counts all
 */
record Beside(
        Rows areas,
        Rows findings,
        Rows history,
        Rows projections,
        Rows contributions,
        Rows assigned,
        Rows verdictRevisions,
        Rows figureRevisions) {

    private static final Rows NO_ROWS = new Rows(List.of(), List.of());

    /** Before the first publication. */
    static final Beside NOTHING = new Beside(NO_ROWS, NO_ROWS, NO_ROWS, NO_ROWS, NO_ROWS, NO_ROWS, NO_ROWS, NO_ROWS);
}
