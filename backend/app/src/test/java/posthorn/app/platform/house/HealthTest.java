package posthorn.app.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import posthorn.app.platform.PostgresTest;

/// S-47: of the doors for operators only the health is open, and it says no more than it must.
@PostgresTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HealthTest {

    @LocalServerPort private int port;

    @Test
    void saysUpAndNothingElse() throws Exception {
        var answer = ask("GET", "/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/quartz",
                "/actuator/sessions",
                "/actuator/shutdown",
                "/actuator/health/db",
                "/actuator/health/liveness",
                "/actuator/%65nv",
                "/actuator/health/../env",
                "/actuator;x=1/env",
                "/manage/env"
            })
    void opensNoOtherDoor(String path) throws Exception {
        assertThat(ask("GET", path).statusCode()).isIn(302, 400, 401, 403, 404);
    }

    @Test
    void refusesTrace() throws Exception {
        assertThat(ask("TRACE", "/actuator/health").statusCode()).isIn(400, 403, 405);
    }

    private HttpResponse<String> ask(String method, String path)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + path);
        var request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
