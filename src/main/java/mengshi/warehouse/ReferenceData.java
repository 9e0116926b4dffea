package mengshi.warehouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import mengshi.seeds.SeedRow;
import mengshi.seeds.Seeds;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the seeds into the dimensions, group by group, and only what has changed since the last time. */
public final class ReferenceData {

    private static final List<String> FORMS = List.of(
            "area",
            "area_alias",
            "area_change",
            "unit",
            "indicator",
            "indicator_threshold",
            "form",
            "form_line",
            "form_column",
            "form_mark");
    private static final List<String> RULE_BOOK = List.of("edit", "edit_type", "finding");

    private static final String FORM_GROUP = "forms";
    private static final String RULE_GROUP = "rule book";
    private static final String CATALOGUE_GROUP = "catalogue";

    private final Statements statements;
    private final TransactionTemplate transaction;
    private final Seeds seeds;
    private final int targetYear;

    /** @param targetYear the year whose {@code target_YEAR.csv} is in force, on the results of the year before */
    public ReferenceData(DataSource loader, Seeds seeds, int targetYear) {
        this.statements = new Statements(loader);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(loader));
        this.seeds = seeds;
        this.targetYear = targetYear;
    }

    /** The versions as the seed files stand now, whether loaded or not. */
    public SeedVersions versions() {
        return new SeedVersions(seeds.version(FORMS), seeds.version(RULE_BOOK), seeds.version(catalogue()));
    }

    /** Loads what has changed; nothing where nothing has. All of a group in one transaction. */
    public SeedVersions load() {
        SeedVersions now = versions();
        prepareYears();
        loadIfChanged(FORM_GROUP, now.forms(), () -> loadForms(now.forms()));
        loadIfChanged(RULE_GROUP, now.ruleBook(), this::loadRuleBook);
        loadIfChanged(CATALOGUE_GROUP, now.catalogue(), () -> loadCatalogue(now.catalogue()));
        return now;
    }

    /** The groups of seed files that say something else than what is loaded; none before the first run. */
    public List<String> stale() {
        SeedVersions now = versions();
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put(FORM_GROUP, now.forms());
        groups.put(RULE_GROUP, now.ruleBook());
        groups.put(CATALOGUE_GROUP, now.catalogue());
        groups.entrySet()
                .removeIf(group ->
                        loaded(group.getKey()).map(group.getValue()::equals).orElse(true));
        return List.copyOf(groups.keySet());
    }

    private Optional<String> loaded(String group) {
        return statements
                .query("seed_version")
                .param("seed", group)
                .query(String.class)
                .optional();
    }

    private List<String> catalogue() {
        return Stream.concat(
                        Stream.of("target_" + targetYear, actuals(), "verdict_band"),
                        Stream.of(assignments(), sections()).filter(seeds::has))
                .toList();
    }

    /** Which area was given how much of a target to do; a year whose tasks were not shared out needs none. */
    private String assignments() {
        return "assignment_" + targetYear;
    }

    /** What the parts of the report are called; where nothing says so they are counted. */
    private String sections() {
        return "section_" + targetYear;
    }

    private String actuals() {
        return "actual_" + (targetYear - 1);
    }

    private void loadIfChanged(String group, String version, Runnable load) {
        if (loaded(group).filter(version::equals).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            load.run();
            statements
                    .query("keep_seed_version")
                    .param("seed", group)
                    .param("version", version)
                    .update();
        });
    }

    private void loadForms(String version) {
        loadRows("load_area", "area");
        loadRows("load_unit", "unit");
        loadRows("load_indicator", "indicator");
        loadRows("load_form", "form");
        for (String remember : List.of("remember_areas", "remember_indicators", "remember_forms")) {
            statements.query(remember).param("version", version).update();
        }
        statements
                .query("remember_thresholds")
                .param("version", version)
                .param("rows", rows("indicator_threshold"))
                .update();
        statements
                .query("remember_area_changes")
                .param("version", version)
                .param("rows", rows("area_change"))
                .update();
    }

    /** Facts of a year need their partition; next year's is there before it comes. */
    private void prepareYears() {
        statements.query("prepare_years").query(Integer.class).single();
    }

    private void loadRuleBook() {
        loadRows("load_finding", "finding");
        replaceEdits(seeds.rows("edit"));
    }

    /** Puts these edits in the place of those in force; what the seeds say of the version stays as it is. */
    void replaceEdits(List<SeedRow> edits) {
        statements.query("retire_edits").update();
        statements
                .query("load_edit")
                .param("rows", rows(edits))
                .param("types", rows(seeds.rows("edit_type")))
                .update();
        statements.query("clear_edit_scopes").update();
        statements.query("collect_edit_scopes").update();
    }

    private void loadCatalogue(String version) {
        if (seeds.has(assignments())) {
            new AssignedTasks(seeds, targetYear).require();
        }
        statements.query("clear_bands").update();
        loadRows("load_verdict_band", "verdict_band");
        statements.query("close_actuals").param("version", version).update();
        statements
                .query("load_actual")
                .param("rows", rows(actuals()))
                .param("version", version)
                .param("result_year", targetYear - 1)
                .update();
        statements.query("close_targets").param("version", version).update();
        statements
                .query("load_target")
                .param("rows", rows("target_" + targetYear))
                .param("version", version)
                .param("target_year", targetYear)
                .update();
        statements.query("close_assignments").param("version", version).update();
        if (seeds.has(assignments())) {
            statements
                    .query("load_assignment")
                    .param("rows", rows(assignments()))
                    .param("version", version)
                    .update();
        }
        if (seeds.has(sections())) {
            statements
                    .query("remember_sections")
                    .param("rows", rows(sections()))
                    .param("version", version)
                    .update();
        }
    }

    private void loadRows(String statement, String seed) {
        statements.query(statement).param("rows", rows(seed)).update();
    }

    private String rows(String seed) {
        return rows(seeds.rows(seed));
    }

    private static String rows(List<SeedRow> rows) {
        return Json.of(rows.stream().map(ReferenceData::filled).toList());
    }

    /** A blank cell means nothing, which in the database is null and not an empty text. */
    private static Map<String, String> filled(SeedRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> {
            if (!cell.isBlank()) {
                cells.put(column, cell);
            }
        });
        return cells;
    }
}
