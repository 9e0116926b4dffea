package mengshi.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import mengshi.warehouse.Manifest;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * As many equal shares as the manifest has partitions, at least one: duplicates are answered too and stand in no manifest.
 * The number is the same however often the run is resumed.
 */
final class AnswerPartitioner implements Partitioner {

    static final String SHARE = "share";
    static final String SHARES = "shares";

    private final Manifest manifest;
    private final long runId;

    AnswerPartitioner(Manifest manifest, long runId) {
        this.manifest = manifest;
        this.runId = runId;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        int shares = Math.max(1, manifest.partitions(runId).size());
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int share = 0; share < shares; share++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(SHARE, share);
            context.putInt(SHARES, shares);
            partitions.put("share" + share, context);
        }
        return partitions;
    }
}
