package mengshi.warehouse;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import mengshi.model.Measure;
import mengshi.model.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to the marts about where a figure comes from; rows are those of {@code mart.provenance}. */
public final class Origins {

    private final Statements statements;
    private final @Nullable Instant asKnown;

    /** @param asKnown null for what is known now */
    Origins(Statements statements, @Nullable Instant asKnown) {
        this.statements = statements;
        this.asKnown = asKnown;
    }

    /**
     * Every vintage of an area's figures of one indicator and period that was known, the newest first.
     *
     * @param measure null for all
     */
    public Rows ofFigure(String area, String indicator, Period period, @Nullable Measure measure) {
        return RowReader.all(known("provenance")
                .param("area", area)
                .param("indicator", indicator)
                .param("period", period.code())
                .param("measure", measure == null ? null : measure.name()));
    }

    /**
     * The figures that a verdict on a period may be made of, each with {@code counts}: whether judging takes this row of
     * its {@code series}. No list may be empty.
     */
    public Rows ofFigures(
            Collection<String> indicators, Collection<Period> periods, Collection<Measure> measures, Period judged) {
        return RowReader.all(known("provenance_of_figures")
                .param("indicators", indicators)
                .param("periods", periods.stream().map(Period::code).toList())
                .param("measures", measures.stream().map(Measure::name).toList())
                .param("judged_year", judged.calendarYear()));
    }

    /**
     * Whose figures of an indicator are not there in some periods, each with the {@code state} of what came in their place,
     * {@code MISSING} where nothing did. No list may be empty.
     */
    public Rows notThere(String indicator, Collection<Period> periods, Collection<Measure> measures) {
        return RowReader.all(known("figures_not_there")
                .param("indicator", indicator)
                .param("periods", periods.stream().map(Period::code).toList())
                .param("measures", measures.stream().map(Measure::name).toList()));
    }

    /**
     * Whose figures are of other units than those of the year before, because the threshold of who reports was changed, and
     * have nothing on the comparable basis beside them. No list may be empty.
     */
    public Rows thresholdBreaks(Collection<String> indicators, Collection<Period> periods) {
        Rows changes = RowReader.all(of("threshold_changes", indicators, periods));
        // Thresholds change once in many years, and to hold every figure against the one before is dear.
        return changes.isEmpty() ? changes : RowReader.all(of("threshold_breaks", indicators, periods));
    }

    /** The result of last year in the report that a row of {@link #ofTarget} starts from, or no row. */
    public Rows baseOf(Map<String, @Nullable Object> progress) {
        return RowReader.all(statements
                .mart("base_of_verdict")
                .param("target", progress.get("target_id"))
                .param("area", progress.get("area_code"))
                .param("period", progress.get("period"))
                .param("publication_id", progress.get("publication_id")));
    }

    /** A target's row of {@code mart.target_progress} with what its indicator is made of, or no row. */
    public Rows ofTarget(String target, Period period) {
        return RowReader.all(known("progress_of_target").param("target", target).param("period", period.code()));
    }

    /** The edits that looked at the figure of a row of {@code mart.provenance}, with their outcomes. */
    public Rows editsAt(Map<String, @Nullable Object> figure) {
        return RowReader.all(statements
                .mart("edits_of_figure")
                .param("submission_id", figure.get("submission_id"))
                .param("run_id", figure.get("checked_by_run"))
                .param("indicator", figure.get("indicator_code"))
                .param("measure", figure.get("measure")));
    }

    /**
     * What is or was wrong with the figure of a row of {@code mart.provenance}; rows of {@code mart.finding}, each with
     * its {@code answers}.
     */
    public Rows findingsAt(Map<String, @Nullable Object> figure) {
        return RowReader.all(statements
                .mart("findings_of_figure")
                .param("submission_id", figure.get("submission_id"))
                .param("sheet", figure.get("sheet"))
                .param("cell", figure.get("cell"))
                .param("indicator", figure.get("indicator_code"))
                .param("measure", figure.get("measure")));
    }

    private JdbcClient.StatementSpec of(String name, Collection<String> indicators, Collection<Period> periods) {
        return statements
                .mart(name)
                .param("indicators", indicators)
                .param("periods", periods.stream().map(Period::code).toList());
    }

    private JdbcClient.StatementSpec known(String name) {
        return statements.mart(name).param("as_known", asKnown == null ? null : Moments.of(asKnown));
    }
}
