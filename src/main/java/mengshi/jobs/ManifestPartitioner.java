package mengshi.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import mengshi.warehouse.Manifest;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition for each of the manifest, which does not change however often the run is resumed. */
final class ManifestPartitioner implements Partitioner {

    static final String PARTITION = "partition";

    private final Manifest manifest;
    private final long runId;

    ManifestPartitioner(Manifest manifest, long runId) {
        this.manifest = manifest;
        this.runId = runId;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int number : manifest.partitions(runId)) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(PARTITION, number);
            partitions.put("partition" + number, context);
        }
        return partitions;
    }
}
