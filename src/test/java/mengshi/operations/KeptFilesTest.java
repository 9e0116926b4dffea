package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mengshi.intake.Store;
import mengshi.intake.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_is_found_where_the_store_keeps_it_and_still_is_what_it_was() throws IOException {
        StoredFile kept = keep();

        assertThat(files().of(kept.sha256())).isEqualTo(KeptFiles.State.OK);
    }

    @Test
    void one_changed_byte_is_noticed() throws IOException {
        StoredFile kept = keep();

        Files.writeString(kept.path(), "通辽市，6月。");

        assertThat(files().of(kept.sha256())).isEqualTo(KeptFiles.State.CHANGED);
    }

    @Test
    void a_file_that_is_gone_is_missing_and_so_is_one_without_a_fingerprint() throws IOException {
        StoredFile kept = keep();

        Files.delete(kept.path());

        assertThat(files().of(kept.sha256())).isEqualTo(KeptFiles.State.MISSING);
        assertThat(files().of("../../etc/passwd")).isEqualTo(KeptFiles.State.MISSING);
    }

    private StoredFile keep() throws IOException {
        Path source = Files.writeString(folder.resolve("月报.xlsx"), "通辽市，6月");
        return Store.open(folder.resolve("store")).keep(source);
    }

    private KeptFiles files() {
        return new KeptFiles(folder.resolve("store"));
    }
}
