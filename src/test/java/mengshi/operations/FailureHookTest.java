package mengshi.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureHookTest {

    private static final String SUMMARY = "{\"run\": 1, \"failure\": \"盟市\"}";

    @TempDir
    private Path folder;

    @Test
    void a_command_reads_the_summary() throws IOException {
        Path told = folder.resolve("told.json");

        new FailureHook("cat > '" + told + "'").tell(SUMMARY);

        assertThat(told).hasContent(SUMMARY);
    }

    @Test
    void an_address_is_posted_the_summary() throws IOException {
        AtomicReference<String> told = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            told.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/gone") ? 404 : 204, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();

            new FailureHook(address + "/duty").tell(SUMMARY);

            assertThat(told).hasValue(SUMMARY);
            assertThatThrownBy(() -> new FailureHook(address + "/gone").tell(SUMMARY))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the address answered 404");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_command_that_fails_is_told_of() {
        assertThatThrownBy(() -> new FailureHook("cat > /dev/null; exit 7").tell(SUMMARY))
                .isInstanceOf(IOException.class)
                .hasMessage("the command ended with 7");
    }
}
