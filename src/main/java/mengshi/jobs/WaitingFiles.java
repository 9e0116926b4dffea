package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mengshi.intake.Arrival;
import mengshi.intake.Inbox;

/**
 * What lies in a folder and would be taken as submissions; side files and files still being written are not among it.
 *
 * @param names without folders, ordered by the paths
 */
public record WaitingFiles(List<String> names) {

    public WaitingFiles {
        names = List.copyOf(names);
    }

    /** None where there is no such folder. */
    public static WaitingFiles in(Path folder) throws IOException {
        return new WaitingFiles(
                Files.isDirectory(folder)
                        ? Inbox.list(folder).arrivals().stream()
                                .map(arrival -> arrival.name())
                                .toList()
                        : List.of());
    }

    /** Since when the file has lain there that waits longest: the system notes it whatever date the file itself bears. */
    public static Optional<Instant> longest(Path folder) throws IOException {
        Optional<Instant> longest = Optional.empty();
        if (Files.isDirectory(folder)) {
            for (Arrival arrival : Inbox.list(folder).arrivals()) {
                Instant since = ((FileTime) Files.getAttribute(arrival.path(), "unix:ctime")).toInstant();
                longest = longest.filter(since::isAfter).or(() -> Optional.of(since));
            }
        }
        return longest;
    }

    public int count() {
        return names.size();
    }
}
