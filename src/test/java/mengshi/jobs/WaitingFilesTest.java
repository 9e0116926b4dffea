package mengshi.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingFilesTest {

    @TempDir
    private Path folder;

    @Test
    void side_files_and_half_written_ones_do_not_wait() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox/通辽"));
        for (String name : new String[] {"月报.xlsx", "~$月报.xlsx", "._月报.xlsx", "季报.xlsx.part", "年报.xlsx.crdownload"}) {
            Files.createFile(inbox.resolve(name));
        }

        assertThat(WaitingFiles.in(folder.resolve("inbox")).names()).containsExactly("月报.xlsx");
        assertThat(WaitingFiles.in(folder.resolve("nowhere")).count()).isZero();
    }
}
