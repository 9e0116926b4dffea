package mengshi.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    public int count() {
        return names.size();
    }
}
