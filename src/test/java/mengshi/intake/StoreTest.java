package mengshi.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import mengshi.files.DurableFiles;
import mengshi.files.SourceChangedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final String ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void a_file_is_kept_under_its_content_and_the_source_stays() throws IOException {
        Path source = Files.writeString(folder.resolve("呼和浩特市.xlsx"), "abc");
        Store store = Store.open(folder.resolve("store"));

        StoredFile kept = store.keep(source);

        assertThat(kept.sha256()).isEqualTo(ABC_SHA256);
        assertThat(kept.size()).isEqualTo(3);
        assertThat(kept.added()).isTrue();
        assertThat(kept.path()).isEqualTo(folder.resolve("store/ba/" + ABC_SHA256));
        assertThat(store.locate(ABC_SHA256)).isEqualTo(kept.path()).hasContent("abc");
        assertThat(source).hasContent("abc");
    }

    @Test
    void the_same_content_is_written_once() throws IOException {
        Store store = Store.open(folder.resolve("store"));
        StoredFile first = store.keep(Files.writeString(folder.resolve("a"), "abc"));
        FileTime written = FileTime.from(Instant.parse("2025-01-01T00:00:00Z"));
        Files.setLastModifiedTime(first.path(), written);

        StoredFile second = store.keep(Files.writeString(folder.resolve("b"), "abc"));

        assertThat(second).isEqualTo(new StoredFile(first.fingerprint(), first.path(), false));
        assertThat(Files.getLastModifiedTime(first.path())).isEqualTo(written);
    }

    @Test
    void a_kept_file_that_was_damaged_is_written_again_also_where_its_size_is_right() throws IOException {
        Store store = Store.open(folder.resolve("store"));
        Path source = Files.writeString(folder.resolve("a"), "abc");
        Files.writeString(store.keep(source).path(), "abd");

        StoredFile mended = store.keep(source);

        assertThat(mended.added()).isTrue();
        assertThat(mended.path()).hasContent("abc");
    }

    @Test
    void a_file_that_changes_while_it_is_copied_is_not_kept() throws Exception {
        Path source = Files.writeString(folder.resolve("a"), "changed meanwhile");
        Path target = folder.resolve("store/ba/" + ABC_SHA256);
        byte[] expected = new Fingerprint(ABC_SHA256, 3).bytes();

        assertThatThrownBy(
                        () -> DurableFiles.copyVerified(source, target, MessageDigest.getInstance("SHA-256"), expected))
                .isInstanceOf(SourceChangedException.class)
                .hasMessageContaining("changed while it was being copied");
        assertThatThrownBy(() -> DurableFiles.copyVerified(source, target, "changed meanwhile, longer".getBytes(UTF_8)))
                .isInstanceOf(SourceChangedException.class);
        assertThatThrownBy(() -> DurableFiles.copyVerified(source, target, "changed mean".getBytes(UTF_8)))
                .isInstanceOf(SourceChangedException.class);
        assertThat(target).doesNotExist();
        assertThat(target.getParent()).isEmptyDirectory();
    }

    @Test
    void a_file_too_large_to_be_held_is_kept_just_so() throws IOException {
        byte[] large = new byte[3 << 20];
        large[1 << 20] = 1;
        Path source = Files.write(folder.resolve("a"), large);
        Store store = Store.open(folder.resolve("store"));

        StoredFile kept = store.keep(source);

        assertThat(kept.fingerprint()).isEqualTo(Fingerprint.of(source)).isEqualTo(Fingerprint.of(large));
        assertThat(kept.path()).hasBinaryContent(large);
        assertThat(store.keep(source).added()).isFalse();
    }

    @Test
    void only_a_fingerprint_can_be_located() throws IOException {
        Store store = Store.open(folder);

        assertThatThrownBy(() -> store.locate("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }
}
