package posthorn.engine.outside;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.Registration.Dated;
import posthorn.engine.outside.Registration.Undated;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// The JSON of registries: answers about a domain (RFC 9083 §5.3), and the list of who answers for
/// which (RFC 9224 §4). Bodies are as [HttpsAnswer] has them, each octet a character.
final class Rdap {

    private static final int MOST_STATUSES = 32;
    private static final int LONGEST_STATUS = 100;
    private static final Pattern STATUS = Pattern.compile("[a-z][a-z ]{0,39}");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z])(?=[A-Z])|[ _-]+"); // some write as EPP does: clientHold
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /// Nothing of one answer is remembered for the next.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(32)
                                    .maxNumberLength(100)
                                    .maxNameLength(1000)
                                    .build())
                    .build();

    private Rdap() {}

    /// It is not what was asked for.
    static final class Malformed extends Exception {
        Malformed(String what) {
            super(what);
        }
    }

    /// What an answer says about a domain.
    ///
    /// @throws Malformed if it is no answer about this domain
    static Registration registration(String body, DnsName domain) throws Malformed {
        var answer = object(read(body));
        var name = text(answer, "ldhName");
        boolean fits =
                name.isEmpty() || DnsName.fromPerson(name).filter(domain::equals).isPresent();
        if (!fits || !text(answer, "objectClassName").equals("domain")) {
            throw new Malformed("another object");
        }
        var statuses = statuses(answer);
        return list(answer.get("events")).stream()
                .map(Rdap::object)
                .filter(event -> text(event, "eventAction").equalsIgnoreCase("expiration"))
                .flatMap(event -> instant(text(event, "eventDate")).stream())
                .max(Instant::compareTo)
                .<Registration>map(expires -> new Dated(expires, statuses))
                .orElseGet(() -> new Undated(statuses));
    }

    private static List<String> statuses(Map<String, Object> answer) {
        return list(answer.get("status")).stream()
                .flatMap(status -> status instanceof String text ? Stream.of(text) : Stream.of())
                .filter(text -> text.length() <= LONGEST_STATUS)
                .map(Rdap::status)
                .filter(text -> STATUS.matcher(text).matches())
                .distinct()
                .limit(MOST_STATUSES)
                .toList();
    }

    private static String status(String text) {
        return BETWEEN_WORDS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip().toUpperCase(Locale.ROOT)))
                    .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() < LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Where the registry of each top-level domain, or name below one, is asked.
    ///
    /// @throws Malformed if there is none
    static Map<DnsName, URI> services(String body) throws Malformed {
        var services = new HashMap<DnsName, URI>();
        for (var service : list(object(read(body)).get("services"))) {
            var pair = list(service);
            var base = pair.size() < 2 ? Optional.<URI>empty() : base(list(pair.get(1)));
            base.ifPresent(uri -> names(pair).forEach(name -> services.putIfAbsent(name, uri)));
        }
        if (services.isEmpty()) {
            throw new Malformed("no services");
        }
        return Map.copyOf(services);
    }

    private static Stream<DnsName> names(List<?> pair) {
        return list(pair.getFirst()).stream()
                .map(name -> DnsName.of(String.valueOf(name)))
                .filter(DnsName::isWellFormed);
    }

    /// The first address that can be asked; it ends with a slash (RFC 9224 §3).
    private static Optional<URI> base(List<?> addresses) {
        return addresses.stream()
                .map(address -> String.valueOf(address))
                .filter(address -> address.endsWith("/"))
                .flatMap(address -> address(address).stream())
                .findFirst();
    }

    /// An address of the web that may be asked.
    static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> WebAddress.of(uri).isPresent());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// An object as a map, an array as a list, text as text; everything else is empty text.
    private static Object read(String body) throws Malformed {
        var octets = body.getBytes(StandardCharsets.ISO_8859_1);
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), octets)) {
            json.nextToken();
            return value(json);
        } catch (JacksonException e) {
            throw new Malformed("no JSON");
        }
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> members(json);
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> json.getString();
            case null, default -> "";
        };
    }

    private static Map<String, Object> members(JsonParser json) {
        var members = new HashMap<String, Object>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<Object> elements(JsonParser json) {
        var elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }

    @SuppressWarnings("unchecked") // maps are made in `members` alone
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }
}
