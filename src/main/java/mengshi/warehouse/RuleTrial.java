package mengshi.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import mengshi.model.Finding;
import mengshi.model.Observation;
import mengshi.model.Reading;
import mengshi.model.Subject;
import mengshi.model.SubmissionKey;
import mengshi.seeds.SeedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries edits out in the tables of the check step, inside one transaction that is always rolled back: nothing that was
 * there before is different after. Whoever tries must hold the run lock.
 */
public final class RuleTrial {

    /**
     * What a rule book on trial would change.
     *
     * @param submissions how many published submissions were looked at
     * @param edits a row for every edit that found something under either rule book
     * @param changes a row for every cell that only one of them finds fault with
     */
    public record Comparison(long submissions, Rows edits, Rows changes) {}

    /** What is made up has numbers that no submission ever gets. */
    private static final long MADE_UP = 1L << 62;

    /** The version published before the subject, which carries the smaller number. */
    private static final long BEFORE_SUBJECT = MADE_UP;

    private static final long SUBJECT = MADE_UP + 1;
    private static final long OTHERS_FROM = MADE_UP + 2;

    private static final long IN_FORCE = -1;
    private static final long ON_TRIAL = -2;

    private final Statements statements;
    private final ReferenceData reference;
    private final Checking checking;
    private final TransactionTemplate transaction;

    public RuleTrial(DataSource loader, ReferenceData reference, Checking checking) {
        this.statements = new Statements(loader);
        this.reference = reference;
        this.checking = checking;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(loader));
    }

    /**
     * Loads the reference data as the seeds stand now, does the work, and takes everything back.
     *
     * @param edits the rule book to try instead of the one in force; null for that one
     */
    public <T> T withRules(@Nullable List<SeedRow> edits, Supplier<T> work) {
        return Optional.ofNullable(transaction.execute(status -> {
                    status.setRollbackOnly();
                    reference.load();
                    if (edits != null) {
                        reference.replaceEdits(edits);
                    }
                    statements.query("clear_check_tables").update();
                    return work.get();
                }))
                .orElseThrow();
    }

    /**
     * What an edit says of a cell.
     *
     * @param key the cell as {@code INDICATOR/MEASURE}; null takes the only one there is
     * @param others what stands beside the subject; of the subject's own area, form and period it is the version before
     * @return {@code passed}, {@code failed}, {@code not_checkable}, or nothing where the edit did not look at the cell
     */
    public Optional<String> outcome(
            String type,
            String editId,
            @Nullable String key,
            Reading.Submitted subject,
            List<Reading.Submitted> others) {
        statements.query("empty_check_tables").update();
        lay(subject, SUBJECT, true);
        long number = OTHERS_FROM;
        for (Reading.Submitted other : others) {
            lay(other, other.key().equals(subject.key()) ? BEFORE_SUBJECT : number++, false);
        }
        statements.query("collect_reference").update();
        return statements
                .about(type, "outcome_of_edit")
                .param("edit_id", editId)
                .param("submission_id", SUBJECT)
                .param("finding_key", key)
                .query(String.class)
                .optional();
    }

    /**
     * Looks at what is published with the rule book in force and with another.
     *
     * @param period null for all periods
     * @param inForce the types of edits in force, in their order
     * @param onTrial those of the other rule book
     */
    public Comparison compare(
            @Nullable String period, List<String> inForce, List<String> onTrial, List<SeedRow> edits) {
        return withRules(null, () -> {
            look(IN_FORCE, period, inForce);
            reference.replaceEdits(edits);
            long submissions = look(ON_TRIAL, period, onTrial);
            return new Comparison(submissions, ofBoth("compare_rule_books"), ofBoth("changed_by_trial"));
        });
    }

    private Rows ofBoth(String query) {
        return RowReader.all(statements.query(query).param("in_force", IN_FORCE).param("on_trial", ON_TRIAL));
    }

    private long look(long trial, @Nullable String period, List<String> types) {
        statements.query("clear_check_tables").update();
        statements.query("select_past_subjects").param("period", period).update();
        statements.query("lay_out_beside").update();
        statements.query("collect_reference").update();
        for (String type : types) {
            checking.evaluate(trial, type, false);
            checking.blockFailures(trial, type);
        }
        return statements.query("count_subjects").query(Long.class).single();
    }

    void lay(Reading.Submitted submitted, long number, boolean isSubject) {
        SubmissionKey key = submitted.key();
        if (isSubject) {
            statements
                    .query("lay_out_subject")
                    .param("submission_id", number)
                    .param("area", key.area().code())
                    .param("form", key.form())
                    .param("period", key.period().code())
                    .param("frame", Json.of(submitted.frame()))
                    .update();
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        submitted.observations().forEach(observation -> rows.add(row(observation)));
        submitted.findings().forEach(finding -> rows.add(row(finding)));
        statements
                .query("lay_out_made_up")
                .param("submission_id", number)
                .param("area", key.area().code())
                .param("form", key.form())
                .param("period", key.period().code())
                .param("is_subject", isSubject)
                .param("rows", Json.of(rows))
                .update();
    }

    private static Map<String, @Nullable Object> row(Observation observation) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("indicator_code", observation.indicator());
        row.put("measure", observation.measure().name());
        row.put("value", observation.figure().value());
        row.put("value_text", observation.figure().text());
        row.put("obs_status", observation.figure().status().name());
        row.put("unit", observation.written().unit());
        row.put("factor", observation.written().factor());
        row.put("step", observation.written().step());
        row.put("value_as_written", observation.written().value());
        row.put("sheet", observation.place().sheet());
        row.put("cell", observation.place().cell());
        row.put("line_code", observation.line());
        return row;
    }

    private static Map<String, @Nullable Object> row(Finding finding) {
        Subject subject = finding.subject();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("indicator_code", subject.indicator());
        row.put("measure", subject.measure() == null ? null : subject.measure().name());
        row.put("obs_status", "O");
        row.put("sheet", finding.place().sheetName().orElse(""));
        row.put("cell", finding.place().address().orElse(""));
        row.put("line_code", subject.line());
        row.put("blocked_by", finding.code().name());
        return row;
    }
}
