package posthorn.engine.authres;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes our own results as a header field that every reader takes for what it is (RFC 8601 §2.2):
/// values from outside are quoted where they need it, and left out where no field can hold them. No
/// input adds a line, a result or a property.
public final class AuthResultsWriter {

    static final String NAME = "Authentication-Results: ";
    static final String ARC_NAME = "ARC-Authentication-Results: ";
    private static final String NONE = "none";

    private final String authservId;
    private final Charset charset;

    private AuthResultsWriter(String authservId, Charset charset) {
        this.charset = charset;
        this.authservId =
                charset.value(authservId)
                        .filter(id -> !id.isEmpty())
                        .map(id -> Grammar.isToken(id) ? id : Quoting.quoted(id))
                        .orElseThrow(() -> new IllegalArgumentException("no authserv-id"));
    }

    /// A writer for usual messages: all is ASCII, and names are written as A-labels.
    ///
    /// @throws IllegalArgumentException if the authserv-id is empty or cannot be written
    public static AuthResultsWriter of(String authservId) {
        return new AuthResultsWriter(authservId, Charset.ASCII);
    }

    /// A writer for internationalised messages (RFC 6532).
    ///
    /// @throws IllegalArgumentException if the authserv-id is empty or cannot be written
    public static AuthResultsWriter internationalized(String authservId) {
        return new AuthResultsWriter(authservId, Charset.UTF_8);
    }

    /// The field with its name, folded, without the line end behind it.
    ///
    /// @throws IllegalArgumentException if a result is only claimed, or a method, result, ptype or
    ///   property is no keyword
    public String field(List<AuthResult> results) {
        return Folding.fold(NAME, parts(results));
    }

    /// The ARC field with its name, folded, without the line end behind it (RFC 8617 §4.1.1).
    ///
    /// @throws IllegalArgumentException as [#field], and if the instance is none of 1 to 50
    public String arcField(int instance, List<AuthResult> results) {
        need(instance >= 1 && instance <= ArcAuthResults.MAX_INSTANCE, "instance " + instance);
        return Folding.fold(
                ARC_NAME,
                Stream.concat(Stream.of("i=" + instance), parts(results).stream()).toList());
    }

    private List<String> parts(List<AuthResult> results) {
        var said = results.isEmpty() ? Stream.of(NONE) : results.stream().map(this::part);
        return Stream.concat(Stream.of(authservId), said).toList();
    }

    private String part(AuthResult result) {
        need(result.origin() == Origin.VERIFIED, "a claim does not become our word: " + result);
        need(result.version() >= 0, "version " + result.version());
        var version = result.version() == AuthResult.VERSION ? "" : "/" + result.version();
        var head = keyword(result.method()) + version + "=" + keyword(result.result());
        var comments = result.comments().stream().map(c -> Quoting.comment(charset.text(c)));
        return Stream.of(
                        Stream.of(head),
                        comments,
                        reason(result.reason()).stream(),
                        result.properties().stream().flatMap(p -> property(p).stream()))
                .flatMap(pieces -> pieces)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> reason(String reason) {
        return Optional.of(charset.text(reason))
                .filter(text -> !text.isEmpty())
                .map(text -> "reason=" + (Grammar.isToken(text) ? text : Quoting.quoted(text)));
    }

    private Optional<String> property(Property property) {
        var key = keyword(property.type()) + "." + keyword(property.name()) + "=";
        return charset.value(property.value())
                .map(value -> key + (Grammar.isPlain(value) ? value : Quoting.quoted(value)));
    }

    private static String keyword(String word) {
        need(Grammar.isKeyword(word), "no keyword: " + word);
        return word;
    }

    private static void need(boolean held, String complaint) {
        if (!held) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
