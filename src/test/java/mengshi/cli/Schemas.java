package mengshi.cli;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas that commands promise their JSON by. For whoever reads the documents more fields may come; here none may that the
 * schema does not name.
 */
final class Schemas {

    static final Path FOLDER = Path.of("src/docs/json");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    /** The commands that have one, such as {@code db status}. */
    static Set<String> commands() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceAll("\\.json$", "").replace('_', ' '))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** In what a command's document differs from its schema. */
    static List<String> faults(String command, JsonNode document) throws IOException {
        JsonNode schema = of(command);
        close(schema);
        return REGISTRY.getSchema(schema).validate(document).stream()
                .map(Error::toString)
                .toList();
    }

    static JsonNode of(String command) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(command.replace(' ', '_') + ".json")));
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::close);
    }
}
