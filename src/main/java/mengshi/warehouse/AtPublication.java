package mengshi.warehouse;

import mengshi.model.Period;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to the marts about what was known at one publication. */
public final class AtPublication {

    private final Statements statements;
    private final long publicationId;

    AtPublication(Statements statements, long publicationId) {
        this.statements = statements;
        this.publicationId = publicationId;
    }

    /** A row for every league and city: a leading figure, and how many forms of the year so far had come. */
    public Rows areaStanding(Period period, String indicator) {
        return RowReader.all(
                statement("area_standing").param("period", period.code()).param("indicator", indicator));
    }

    /** What was open, by code. */
    public Rows findingCounts() {
        return RowReader.all(statement("finding_counts"));
    }

    /** How every target stood in the months of the year up to a period, now and at first. */
    public Rows targetHistory(Period period) {
        return RowReader.all(statement("target_history").param("period", period.code()));
    }

    /** Which targets of a period another publication changed before: {@code was_value}, {@code was_verdict} … */
    public Rows targetRevisions(Period period) {
        return RowReader.all(statement("target_revisions").param("period", period.code()));
    }

    /** The last {@code most} figures that a correction replaced, with the reason; {@code revisions} counts all. */
    public Rows figureRevisions(Period period, int most) {
        return RowReader.all(
                statement("figure_revisions").param("period", period.code()).param("most", most));
    }

    /** What the year would come to for each target that can be projected: {@code projected_time}, {@code meets_by_time} … */
    public Rows projections(Period period) {
        return RowReader.all(statement("projections").param("period", period.code()));
    }

    /** What each area brought to each indicator of a target: {@code contribution_points}, {@code growth_rank_change} … */
    public Rows contributions(Period period) {
        return RowReader.all(statement("contributions").param("period", period.code()));
    }

    /** The areas that a document gave a part of a target, and how far they are; mostly none. */
    public Rows assigned(Period period) {
        return RowReader.all(statement("assigned_progress").param("period", period.code()));
    }

    /** {@code area_code} and {@code area_name_en}. */
    public Rows areaNames() {
        return RowReader.all(statement("area_names"));
    }

    /** {@code section}, {@code title_zh} and {@code title_en} of the parts of the report; none where nothing names them. */
    public Rows sections() {
        return RowReader.all(statement("sections"));
    }

    private JdbcClient.StatementSpec statement(String name) {
        return statements.mart(name).param("publication_id", publicationId);
    }
}
