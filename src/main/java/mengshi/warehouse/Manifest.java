package mengshi.warehouse;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which submissions a run has taken, in which partition, and which of them are still unread. */
public final class Manifest {

    /**
     * A submission of the manifest, as the store knows it.
     *
     * @param folder where below the inbox the file lay; empty if it lay in the inbox itself
     * @param expectedForm the form it was loaded as; null for what areas send themselves
     * @param readingsBegun how often its reading was begun in this run and never came to an end
     */
    public record Item(
            long submissionId,
            String fileName,
            String fileSha256,
            String folder,
            @Nullable String expectedForm,
            int readingsBegun) {

        /** Another submission of the same file. */
        Item of(long part) {
            return new Item(part, fileName, fileSha256, folder, expectedForm, readingsBegun);
        }
    }

    private final Statements statements;

    public Manifest(DataSource loader) {
        this.statements = new Statements(loader);
    }

    /** How many submissions a run starting now would take. */
    public long waiting(String readWith) {
        return statements
                .query("count_waiting")
                .param("read_with", readWith)
                .query(Long.class)
                .single();
    }

    /** Freezes what the run takes; what arrives later is the next run's. */
    public void freeze(long runId, String readWith, int threads) {
        statements
                .query("freeze_manifest")
                .param("run_id", runId)
                .param("read_with", readWith)
                .param("threads", threads)
                .update();
    }

    public List<Integer> partitions(long runId) {
        return statements
                .query("manifest_partitions")
                .param("run_id", runId)
                .query(Integer.class)
                .list();
    }

    /**
     * The next unread submissions of a partition, at most {@code size}; none when it is done. One whose reading never came
     * to an end stands alone, after all the others.
     */
    public List<Item> nextGroup(long runId, int partition, int size) {
        List<Item> unread = unread(runId, partition, size);
        List<Item> sound =
                unread.stream().filter(item -> item.readingsBegun() == 0).toList();
        return sound.isEmpty() ? unread.subList(0, Math.min(1, unread.size())) : sound;
    }

    /** Notes that these are about to be read; to be committed before they are. */
    public void beginReading(long runId, List<Item> group) {
        note("begin_readings", runId, group);
    }

    /** Clears those that were suspected: reading them came to an end. */
    public void surviveReading(long runId, List<Item> group) {
        note("survive_readings", runId, group);
    }

    /** Lets the run read again whatever it has not published. */
    public void forgetReadings(long runId) {
        statements.query("forget_read_outcomes").param("run_id", runId).update();
    }

    private void note(String statement, long runId, List<Item> group) {
        statements
                .query(statement)
                .param("run_id", runId)
                .param("submission_ids", group.stream().map(Item::submissionId).toArray(Long[]::new))
                .update();
    }

    private List<Item> unread(long runId, int partition, int size) {
        return statements
                .query("next_group")
                .param("run_id", runId)
                .param("partition_no", partition)
                .param("group_size", size)
                .query(Item.class)
                .list();
    }

    public long unread(long runId) {
        return statements
                .query("count_unread")
                .param("run_id", runId)
                .query(Long.class)
                .single();
    }
}
