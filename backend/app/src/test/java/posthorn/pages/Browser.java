package posthorn.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Fetches pages as a browser without script would, and follows no redirect.
public final class Browser implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public Browser(int port) {
        this.port = port;
    }

    /// Gets a path; `headers` are names and values in turn.
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /// Asks for a path by any method, without a body.
    public HttpResponse<String> send(String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
