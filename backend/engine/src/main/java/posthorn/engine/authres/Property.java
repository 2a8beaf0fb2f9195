package posthorn.engine.authres;

import java.util.Locale;

/// What a result is about (RFC 8601 §2.2): the ptype, the name of the property and its value. Type
/// and name are lower-case; a property that was written without a type has an empty one.
public record Property(String type, String name, String value) {

    public Property {
        type = type.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /// Whether this is the property with that type and that name.
    public boolean is(String type, String name) {
        return this.type.equalsIgnoreCase(type) && this.name.equalsIgnoreCase(name);
    }

    /// As in the standard: `smtp.mailfrom`.
    public String key() {
        return type.isEmpty() ? name : type + "." + name;
    }
}
