package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private final LoggerContext loggers = new LoggerContext();

    @Test
    void writesOneEventAsKeysAndValues() {
        assertThat(line("event=check-done took=12ms", null))
                .isEqualTo(
                        "2026-11-24T10:00:00Z level=info at=Monitoring event=check-done took=12ms\n");
    }

    @Test
    void quotesSentencesOfLibraries() {
        assertThat(line("Pool \"main\" is empty", null))
                .endsWith("message=\"Pool \\\"main\\\" is empty\"\n");
    }

    @Test
    void letsNothingPassForAnotherLine() {
        var forged = "event=refused name=a\r\n2026\u2028b\u001b[31m\u202ec\u0085d";

        assertThat(line(forged, null))
                .endsWith("name=a\\u000d\\u000a2026\\u2028b\\u001b[31m\\u202ec\\u0085d\n")
                .hasLineCount(1);
    }

    @Test
    void keepsAnErrorAndItsCausesOnTheLine() {
        var error = new IllegalStateException("a\nb", new IllegalArgumentException("c"));

        var line = line("event=job-failed", error);

        assertThat(line)
                .hasLineCount(1)
                .contains(
                        " error=\"java.lang.IllegalStateException: a\\u000ab\" trace=posthorn.app")
                .contains(" cause=\"java.lang.IllegalArgumentException: c\" trace=posthorn.app");
    }

    private String line(String message, @Nullable Throwable error) {
        var logger = loggers.getLogger("posthorn.app.monitoring.Monitoring");
        var event = new LoggingEvent("", logger, Level.INFO, message, error, null);
        event.setInstant(Instant.parse("2026-11-24T10:00:00Z"));
        return new LogLine().format(event);
    }
}
