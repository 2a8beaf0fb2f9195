package posthorn.app.platform.mail;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import posthorn.app.platform.Settings;

/// Mails that were kept because no relay is set, open to whoever sits at this machine.
///
/// Kept mails hold links that give access to accounts. So the outbox exists only where the service
/// is tried out: without a relay, under a local address, for a direct request from the machine
/// itself.
@Component
public class Outbox {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Any of these means that the request came through a proxy, from who knows where.
    private static final List<String> TRACES =
            List.of(
                    "Forwarded",
                    "Via",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Real-IP");

    private final Settings settings;

    Outbox(Settings settings) {
        this.settings = settings;
    }

    /// Whether this request may read kept mails.
    public boolean isOpenFor(HttpServletRequest request) {
        return !settings.mail().isRelayed()
                && LOCAL.contains(URI.create(settings.baseUrl()).getHost())
                && Stream.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1")
                        .anyMatch(request.getRemoteAddr()::equals)
                && TRACES.stream().allMatch(name -> request.getHeader(name) == null);
    }
}
