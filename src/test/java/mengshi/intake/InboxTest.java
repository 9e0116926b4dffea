package mengshi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    Path folder;

    @Test
    void files_of_the_folder_and_its_subfolders_come_in_the_order_of_their_paths() throws IOException {
        put("b.xlsx");
        put("150100/a.xlsx");
        put("150100/deeper/z.xls");
        put("150200/a.xlsx");

        Inbox.Contents contents = Inbox.list(folder);

        assertThat(contents.arrivals())
                .extracting(arrival -> folder.relativize(arrival.path()).toString())
                .containsExactly("150100/a.xlsx", "150100/deeper/z.xls", "150200/a.xlsx", "b.xlsx");
        assertThat(contents.skipped()).isEmpty();
    }

    @Test
    void an_arrival_carries_name_size_and_time() throws IOException {
        Path file = put("150100/月报.xlsx");
        Instant written = Instant.parse("2025-07-08T01:02:03Z");
        Files.setLastModifiedTime(file, FileTime.from(written));

        assertThat(Inbox.list(folder).arrivals()).containsExactly(new Arrival(file, "月报.xlsx", 1, written));
    }

    @Test
    void side_files_are_left_alone_and_told_apart() throws IOException {
        for (String name : new String[] {
            "._a.xlsx",
            "~$a.xlsx",
            ".~lock.a.xlsx#",
            "Thumbs.db",
            ".DS_Store",
            ".hidden.xlsx",
            "a.xlsx.part",
            "a.TMP",
            ".~月报.xlsx",
            "a.xlsx~",
            "#a.xlsx#",
            "a.xlsx.bak",
            "a的备份.xlk"
        }) {
            put(name);
        }
        put(".git/a.xlsx");
        put("__MACOSX/a.xlsx");
        put("a.xlsx");

        Inbox.Contents contents = Inbox.list(folder);

        assertThat(contents.arrivals()).extracting(Arrival::name).containsExactly("a.xlsx");
        assertThat(contents.skipped())
                .extracting(skipped -> skipped.path().getFileName() + ": " + skipped.reason())
                .containsExactlyInAnyOrder(
                        ".~月报.xlsx: lock file: somebody has the workbook open",
                        "a.xlsx~: backup copy left by a program",
                        "#a.xlsx#: backup copy left by a program",
                        "a.xlsx.bak: backup copy left by a program",
                        "a的备份.xlk: backup copy left by a program",
                        ".DS_Store: file of the system, not a submission",
                        "._a.xlsx: side file of macOS",
                        ".git: folder of the system",
                        ".hidden.xlsx: file of the system, not a submission",
                        ".~lock.a.xlsx#: lock file: somebody has the workbook open",
                        "Thumbs.db: file of the system, not a submission",
                        "__MACOSX: folder of the system",
                        "a.TMP: still being written: taken once it has its own name",
                        "a.xlsx.part: still being written: taken once it has its own name",
                        "~$a.xlsx: lock file: somebody has the workbook open");
    }

    @Test
    void links_are_not_followed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.xlsx"), "x");
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.createSymbolicLink(inbox.resolve("link.xlsx"), outside.resolve("secret.xlsx"));
        Files.createSymbolicLink(inbox.resolve("folder"), outside);

        Inbox.Contents contents = Inbox.list(inbox);

        assertThat(contents.arrivals()).isEmpty();
        assertThat(contents.skipped())
                .containsExactly(
                        new Inbox.Skipped(inbox.resolve("folder"), "not a regular file: links are not followed"),
                        new Inbox.Skipped(inbox.resolve("link.xlsx"), "not a regular file: links are not followed"));
    }

    @Test
    void an_inbox_that_does_not_exist_is_a_fault_of_the_system() {
        assertThatThrownBy(() -> Inbox.list(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    private Path put(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void a_file_that_grows_while_it_is_looked_at_waits_for_the_next_run() throws Exception {
        Path growing = Files.writeString(folder.resolve("正在复制.xlsx"), "1");
        Files.writeString(folder.resolve("月报.xlsx"), "1");
        Thread copying = new Thread(() -> {
            try {
                Thread.sleep(100);
                Files.writeString(growing, "12");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        copying.start();
        Inbox.Contents contents = Inbox.settled(folder, Duration.ofMillis(500));
        copying.join();

        assertThat(contents.arrivals()).extracting(Arrival::name).containsExactly("月报.xlsx");
        assertThat(contents.skipped())
                .containsExactly(new Inbox.Skipped(growing, "still being written: taken by the next run"));
        assertThat(Inbox.settled(folder, Duration.ZERO).arrivals()).hasSize(2);
    }

    @Test
    void files_that_have_lain_a_while_are_not_waited_for() throws IOException {
        Files.setLastModifiedTime(
                Files.writeString(folder.resolve("月报.xlsx"), "1"),
                FileTime.from(Instant.parse("2025-07-01T00:00:00Z")));

        assertThat(assertTimeout(Duration.ofSeconds(5), () -> Inbox.settled(folder, Duration.ofMinutes(10)))
                        .arrivals())
                .hasSize(1);
    }
}
