package mengshi.warehouse;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes facts of what passed: a vintage for every submission, all of a run under one publication. */
public final class Publishing {

    private final Statements statements;
    private final Clock clock;

    public Publishing(DataSource loader, Clock clock) {
        this.statements = new Statements(loader);
        this.clock = clock;
    }

    /** Opens the run's publication if there is anything for it: facts, or a catalogue not judged yet. */
    public boolean open(Run run) {
        boolean isNeeded = isAnythingToPublish()
                || lastCatalogueVersion()
                        .filter(version -> !version.equals(run.catalogueVersion()))
                        .isPresent();
        if (isNeeded) {
            statements
                    .query("open_publication")
                    .param("run_id", run.runId())
                    .param("opened_at", now())
                    .update();
        }
        return publicationOf(run.runId()).isPresent();
    }

    /** Whether the run's facts are published: from then on they are visible and stay. */
    public boolean isClosed(long runId) {
        return statements
                .query("is_publication_closed")
                .param("run_id", runId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Publishes the next group, in the caller's transaction.
     *
     * @return whether there was one
     * @throws IllegalStateException if a staged observation did not become a fact; nothing of the group is kept
     */
    public boolean publishGroup(long runId, int size) {
        Long[] ids = statements
                .query("next_publishable")
                .param("group_size", size)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        if (ids.length == 0) {
            return false;
        }
        long publication = publicationOf(runId).orElseThrow();
        supersede(publication, ids);
        int facts = statements
                .query("insert_facts")
                .param("publication_id", publication)
                .param("submission_ids", ids)
                .update();
        int staged = statements
                .query("clear_observations")
                .param("submission_ids", ids)
                .update();
        refuseLoss(staged - facts);
        statements
                .query("mark_published")
                .param("published_at", now())
                .param("submission_ids", ids)
                .update();
        statements
                .query("retire_published_versions")
                .param("submission_ids", ids)
                .update();
        return true;
    }

    private void supersede(long publication, Long[] ids) {
        Long[] replaced = statements
                .query("replaced_submissions")
                .param("submission_ids", ids)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        if (replaced.length > 0) {
            statements
                    .query("supersede_facts")
                    .param("publication_id", publication)
                    .param("replaced_ids", replaced)
                    .update();
        }
    }

    /** Closes the run's publication: from now on its facts are seen. */
    public void close(long runId) {
        statements
                .query("close_publication")
                .param("run_id", runId)
                .param("closed_at", now())
                .update();
    }

    public Optional<Long> publicationOf(long runId) {
        return statements
                .query("publication_of_run")
                .param("run_id", runId)
                .query(Long.class)
                .optional();
    }

    /** The catalogue that was judged last; none before the first judging. */
    public Optional<String> lastCatalogueVersion() {
        return statements.query("last_catalogue_version").query(String.class).optional();
    }

    private boolean isAnythingToPublish() {
        return statements.query("is_anything_to_publish").query(Boolean.class).single();
    }

    private static void refuseLoss(int missing) {
        if (missing > 0) {
            throw new IllegalStateException(missing + " staged observations did not become facts. Nothing of this group"
                    + " was published; rerun after comparing seeds/indicator.csv with the forms.");
        }
    }

    private OffsetDateTime now() {
        return Moments.of(clock.instant());
    }
}
