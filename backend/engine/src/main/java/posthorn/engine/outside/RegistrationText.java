package posthorn.engine.outside;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import posthorn.engine.outside.Registration.Dated;
import posthorn.engine.outside.Registration.NotFound;
import posthorn.engine.outside.Registration.Undated;
import posthorn.engine.outside.Registration.Unknown;
import posthorn.engine.outside.Registration.Why;

/// The answer of a registry as lines of a transcript: `not-found`, `unknown REFUSED`, or
///
/// ```
/// expires 2027-01-01T00:00:00Z
/// status client hold
/// ```
///
/// No line at all says that the domain is registered.
final class RegistrationText {

    private RegistrationText() {}

    static String of(Registration registration) {
        return switch (registration) {
            case Dated(var expires, var statuses) ->
                    SectionText.line("expires", expires.toString()) + statuses(statuses);
            case Undated(var statuses) -> statuses(statuses);
            case NotFound _ -> "not-found\n";
            case Unknown(var why) -> SectionText.line("unknown", why.name());
        };
    }

    private static String statuses(List<String> statuses) {
        return statuses.stream()
                .map(status -> SectionText.line("status", status))
                .collect(Collectors.joining());
    }

    static Registration read(List<String> lines) {
        var texts = SectionText.read(lines);
        var statuses = texts.getOrDefault("status", List.of());
        if (texts.containsKey("unknown")) {
            return new Unknown(Why.valueOf(texts.get("unknown").getFirst().strip()));
        }
        if (texts.containsKey("not-found")) {
            return new NotFound();
        }
        return texts.containsKey("expires")
                ? new Dated(instant(texts.get("expires").getFirst().strip()), statuses)
                : new Undated(statuses);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }
}
