package mengshi.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Who is told of a run that failed.
 *
 * @param target a web address, to which the summary is posted, or a command of the shell, which reads it
 */
public record FailureHook(String target) {

    private static final String NOBODY = "-";
    private static final long PATIENCE_SECONDS = 30;
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    static Optional<FailureHook> of(String written) {
        return written.isBlank() || written.equals(NOBODY) ? Optional.empty() : Optional.of(new FailureHook(written));
    }

    /**
     * Tells it, and waits half a minute at most.
     *
     * @param summary the run's summary as JSON
     * @throws IOException if it was not taken
     */
    public void tell(String summary) throws IOException {
        try {
            if (target.startsWith("https://") || target.startsWith("http://")) {
                post(summary);
            } else {
                pipe(summary);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while telling of a failed run", e);
        }
    }

    private void post(String summary) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(target))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(summary))
                .build();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < OK || status >= NOT_OK) {
            throw new IOException("the address answered " + status);
        }
    }

    private void pipe(String summary) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", target)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(summary.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the command took longer than " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("the command ended with " + process.exitValue());
        }
    }
}
