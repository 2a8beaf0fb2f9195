package posthorn.engine.authres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one method found out about a message (RFC 8601 §2.2). Method and result are lower-case;
/// words that no registry knows are kept (§2.7.6).
///
/// @param version of the method, 1 unless said otherwise
/// @param reason empty where none is given
/// @param comments what stands in parentheses, from left to right; providers put details there
public record AuthResult(
        Origin origin,
        String method,
        int version,
        String result,
        String reason,
        List<Property> properties,
        List<String> comments) {

    /// The version of the registered methods (RFC 8601 §2.2).
    public static final int VERSION = 1;

    public AuthResult {
        method = method.toLowerCase(Locale.ROOT);
        result = result.toLowerCase(Locale.ROOT);
        properties = List.copyOf(properties);
        comments = List.copyOf(comments);
    }

    /// A result of our own.
    public static AuthResult verified(String method, String result, List<Property> properties) {
        return new AuthResult(Origin.VERIFIED, method, VERSION, result, "", properties, List.of());
    }

    /// The same with a reason.
    public AuthResult because(String why) {
        return new AuthResult(origin, method, version, result, why, properties, comments);
    }

    /// The value of the first property with this type and name.
    public Optional<String> property(String type, String name) {
        return properties.stream()
                .filter(property -> property.is(type, name))
                .map(Property::value)
                .findFirst();
    }
}
