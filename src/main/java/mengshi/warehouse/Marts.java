package mengshi.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import mengshi.model.Severity;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to the marts, asked as the reader; the statements stand in {@code sql/queries/marts}. */
public final class Marts {

    /** Which submissions to list; null is any. */
    public record SubmissionFilter(
            @Nullable String area,
            @Nullable String period,
            @Nullable String state,
            @Nullable Long run) {}

    /**
     * Which findings to list; null is any.
     *
     * @param file a part of the file's name
     * @param state null for those that still wait for somebody: OPEN and PERSISTING
     */
    public record FindingFilter(
            @Nullable String file,
            @Nullable String area,
            @Nullable String period,
            @Nullable Severity severity,
            @Nullable String state) {}

    /** What the server says of a statement that writes in a transaction that only reads. */
    private static final String WRITES = "25006";

    private static final int FETCH_SIZE = 1000;

    private final Statements statements;

    public Marts(DataSource reader) {
        this.statements = new Statements(reader);
    }

    /** Whether the database was ever brought to a version of this program that has marts. */
    public boolean areLaidOut() {
        return statements.mart("are_laid_out").query(Boolean.class).single();
    }

    public Rows submissions(SubmissionFilter filter) {
        return RowReader.all(statements
                .mart("submissions")
                .param("area", filter.area())
                .param("period", filter.period())
                .param("state", filter.state())
                .param("run", filter.run()));
    }

    /** @param allRounds also what is owed in rounds that nobody has begun to send */
    public Rows due(boolean allRounds) {
        return RowReader.all(statements.mart("due").param("all_rounds", allRounds));
    }

    public Rows findings(FindingFilter filter) {
        Severity severity = filter.severity();
        return RowReader.all(statements
                .mart("findings")
                .param("file", filter.file())
                .param("area", filter.area())
                .param("period", filter.period())
                .param("severity", severity == null ? null : severity.name())
                .param("state", filter.state()));
    }

    /** A finding in every version that had it, the newest first; {@code submission_state} tells what became of each. */
    public Rows findingHistory(String findingId) {
        return RowReader.all(statements.mart("finding_history").param("finding_id", findingId));
    }

    /** A finding over all versions: first and last found, and what it holds back; one row or none. */
    public Rows findingLife(String findingId) {
        return RowReader.all(statements.mart("finding_life").param("finding_id", findingId));
    }

    /** Every finding of every version; null takes all. */
    public Rows allFindings(@Nullable String area, @Nullable String period) {
        return RowReader.all(statements.mart("all_findings").param("area", area).param("period", period));
    }

    /** What a run found or could not check, as {@code mart.validation_result} has it. */
    public Rows validationResults(long runId) {
        return RowReader.all(statements.mart("validation_results").param("run_id", runId));
    }

    /** How every edit of a run came out: {@code passed}, {@code failed}, {@code not_checkable}. */
    public Rows editTotals(long runId) {
        return RowReader.all(statements.mart("edit_totals_of_run").param("run_id", runId));
    }

    /**
     * How areas reported in a year, by period and form.
     *
     * @param area null takes all
     */
    public Rows reportingQuality(@Nullable String area, int year, LocalDate today) {
        return RowReader.all(statements
                .mart("reporting_quality")
                .param("area", area)
                .param("year", year)
                .param("today", today));
    }

    /** What was said about a finding, over all versions. */
    public Rows answers(String findingId) {
        return RowReader.all(statements.mart("answers_of_finding").param("finding_id", findingId));
    }

    public Rows edit(String editId) {
        return RowReader.all(statements.mart("edit_by_id").param("edit_id", editId));
    }

    /** A row for every edit of the rule book, with what it said over all runs. */
    public Rows editCoverage() {
        return RowReader.all(statements.mart("edit_coverage"));
    }

    /** The last {@code last} runs, the newest first. */
    public Rows runs(int last) {
        return RowReader.all(statements.mart("runs").param("last", last));
    }

    public Rows run(long runId) {
        return RowReader.all(statements.mart("run").param("run_id", runId));
    }

    /** How the files that a run received stand today: {@code state}, {@code submissions}. */
    public Rows stepsOfRun(long runId) {
        return RowReader.all(statements.mart("steps_of_run").param("run_id", runId));
    }

    /** How many held submissions wait for nothing but the next nightly. */
    public long released() {
        return statements.mart("released").query(Long.class).single();
    }

    public Rows statesOfRun(long runId) {
        return RowReader.all(statements.mart("states_of_run").param("run_id", runId));
    }

    /** {@code severity}, {@code code}, {@code state} and the number of {@code findings} in the files of a run. */
    public Rows findingsOfRun(long runId) {
        return RowReader.all(statements.mart("findings_of_run").param("run_id", runId));
    }

    /** The {@code period}s of which a run wrote scorecards. */
    public Rows periodsOfRun(long runId) {
        return RowReader.all(statements.mart("periods_of_run").param("run_id", runId));
    }

    /** The edits of a run that found something or could not be checked somewhere, with their totals. */
    public Rows editsOfRun(long runId) {
        return RowReader.all(statements.mart("edits_of_run").param("run_id", runId));
    }

    /** A row for every area: {@code files}, {@code published}, {@code held} … of a run, and what is missing. */
    public Rows areasOfRun(long runId) {
        return RowReader.all(statements.mart("areas_of_run").param("run_id", runId));
    }

    /** {@code received}, {@code facts}, {@code targets_judged}, {@code last_period} of a run. */
    public Rows resultOfRun(long runId) {
        return RowReader.all(statements.mart("result_of_run").param("run_id", runId));
    }

    /** How all files stand: {@code state}, {@code submissions}. */
    public Rows states() {
        return RowReader.all(statements.mart("states"));
    }

    /** What still waits for somebody: {@code severity}, {@code findings}. */
    public Rows openFindings() {
        return RowReader.all(statements.mart("open_findings"));
    }

    /** How many submissions are owed in rounds that others have sent. */
    public long missing() {
        return statements.mart("missing").query(Long.class).single();
    }

    /** The verdicts of a period; with {@code asKnown} as they were at that moment, which must not lie ahead. */
    public Rows targetProgress(String period, @Nullable Instant asKnown) {
        return RowReader.all(
                asKnown("target_progress", "target_progress_as_known", asKnown).param("period", period));
    }

    /** The last period with verdicts, if there is one. */
    public Optional<String> lastJudgedPeriod(@Nullable Instant asKnown) {
        return RowReader.all(asKnown("last_judged_period", "last_judged_period_as_known", asKnown))
                .first()
                .map(row -> row.get("period"))
                .map(String::valueOf);
    }

    /** The moments and versions of the last judged publication, or no row. */
    public Rows lastPublication(@Nullable Instant asKnown) {
        return RowReader.all(
                statements.mart("last_publication").param("as_known", asKnown == null ? null : Moments.of(asKnown)));
    }

    /** What was known at a publication, beside the verdicts. */
    public AtPublication known(long publicationId) {
        return new AtPublication(statements, publicationId);
    }

    /** Where figures come from, or came from at a moment. */
    public Origins origins(@Nullable Instant asKnown) {
        return new Origins(statements, asKnown);
    }

    /** Every code of the exchange format: {@code codelist}, {@code code}, {@code name_zh}, {@code name_en}. */
    public Rows exchangeCodes() {
        return RowReader.all(statements.mart("exchange_codes"));
    }

    /**
     * The figures that hold, or held, in the codes of exchange, in a fixed order.
     *
     * @param period null for all
     */
    public Rows exchangeFigures(@Nullable String period, @Nullable Instant asKnown) {
        return RowReader.all(statements
                .mart("exchange_figures")
                .param("period", period)
                .param("as_known", asKnown == null ? null : Moments.of(asKnown)));
    }

    /** What changed between moments, and why. */
    public Changes changes() {
        return new Changes(statements);
    }

    /**
     * Carries out one statement that reads.
     *
     * @param most the rows to take at most
     * @throws QueryRefused if it is several statements, writes, returns no rows, or the server finds fault with it
     */
    public Rows select(String sql, int most) {
        try (Connection connection = statements.source().getConnection()) {
            requireOne(sql);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCH_SIZE);
                statement.setMaxRows(most);
                if (!statement.execute(sql)) {
                    throw new QueryRefused("The statement returns no rows", "write one that reads: select …", null);
                }
                try (ResultSet result = statement.getResultSet()) {
                    return new RowReader(most).extractData(result);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            // That nothing may be written is the fault of the statement here, not of the server.
            boolean isWriting = WRITES.equals(e.getSQLState());
            throw new QueryRefused(
                    "The server refuses the statement: " + e.getMessage(),
                    "mend it; the reader sees the schema mart only, and only reads",
                    isWriting ? null : e);
        }
    }

    /** The server takes several statements at once, so they are told apart here, as the driver would. */
    private static void requireOne(String sql) throws SQLException {
        int count = Parser.parseJdbcSql(sql, true, false, true, false, false).size();
        if (count != 1) {
            throw new QueryRefused(count + " statements were given", "give one", null);
        }
    }

    private JdbcClient.StatementSpec asKnown(String now, String then, @Nullable Instant asKnown) {
        return asKnown == null ? statements.mart(now) : statements.mart(then).param("as_known", Moments.of(asKnown));
    }
}
