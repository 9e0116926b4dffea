package mengshi.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mengshi.files.DurableFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sign of life that the clock leaves beside the home's folders, over and over while it lives. It takes the sign away when
 * it ends in order, so that an old one tells of a clock that died.
 *
 * @param pid the clock's process
 * @param since when it began
 * @param beat when it gave this sign
 * @param at the job it is at; empty while it waits
 */
public record Heartbeat(long pid, Instant since, Instant beat, String at) {

    /** How often the sign is given. */
    public static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration DEAD_AFTER = Duration.ofMinutes(3);

    /** The last sign that was given there; none where no clock runs, or it ended in order. */
    public static Optional<Heartbeat> last(Path file) throws IOException {
        try {
            JsonNode said = JsonMapper.shared().readTree(Files.readString(file));
            return Optional.of(new Heartbeat(
                    said.path("pid").asLong(),
                    Instant.parse(said.path("since").asString()),
                    Instant.parse(said.path("beat").asString()),
                    said.path("at").asString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IOException(file + " cannot be understood: " + e.getMessage(), e);
        }
    }

    /** Whether whoever gave it is taken for alive. */
    public boolean isFresh(Instant now) {
        return Duration.between(beat, now).compareTo(DEAD_AFTER) < 0;
    }

    /** Gives the sign. */
    public void leave(Path file) throws IOException {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("pid", pid);
        said.put("since", since.toString());
        said.put("beat", beat.toString());
        said.put("at", at);
        DurableFiles.write(file, JsonMapper.shared().writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
    }
}
