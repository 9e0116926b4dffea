package mengshi.warehouse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Questions whose answers show whether the data hold together; they change nothing. */
public final class SelfCheck {

    /** What must hold, each a statement of {@code sql/checks} that returns the rows for which it does not. */
    public static final List<String> RULES = List.of(
            "current_fact_without_submission",
            "fact_without_dimension",
            "dimension_without_unknown_member",
            "series_with_two_current_facts",
            "vintages_out_of_order",
            "figure_other_than_written",
            "changed_figure_without_reason",
            "finding_without_source",
            "published_without_facts",
            "published_with_open_errors",
            "publications_out_of_order",
            "published_still_staged",
            "staging_left_behind",
            "verdict_with_two_current_rows",
            "finding_without_its_state",
            "publication_without_names",
            "kept_table_open_to_change",
            "unit_without_code",
            "year_without_partition",
            "outcome_without_submission");

    private static final int SHOWN = 5;

    private SelfCheck() {}

    /** The rule in one sentence: the first line of its statement. */
    public static String sentence(String rule) {
        return SqlFiles.text("checks/" + rule).lines().findFirst().orElseThrow().replaceFirst("^--\\s*", "");
    }

    /** Rows that break the rule, a few of them. */
    public static Rows offenders(DataSource loader, String rule) {
        return new Statements(loader).file("checks/" + rule).query(new RowReader(SHOWN));
    }

    /** Facts the jobs' login could alter or delete. */
    public static List<String> beyondLoader(DataSource loader) {
        return list(loader, "rights_beyond_loader");
    }

    /** What the reader could write, or read outside the marts. */
    public static List<String> beyondReader(DataSource reader) {
        return list(reader, "rights_beyond_reader");
    }

    /** What the responder could see of targets. */
    public static List<String> beyondResponder(DataSource responder) {
        return list(responder, "rights_beyond_responder");
    }

    /** The SHA-256 of some files the store must hold, others each time. */
    public static List<String> someStoredFiles(DataSource loader, int size) {
        return new Statements(loader)
                .query("some_stored_files")
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** The moment from which the last publication is seen; empty before the first. */
    public static Optional<Instant> lastClosing(DataSource loader) {
        return new Statements(loader)
                .query("last_closing")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static List<String> list(DataSource login, String query) {
        return new Statements(login).query(query).query(String.class).list();
    }
}
