package posthorn.engine.authres;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import posthorn.engine.outside.DnsName;

/// An Authentication-Results header field (RFC 8601 §2.2), read as far as it can be read. All of it
/// is a claim; whose claims to believe is the caller's to decide (§5).
///
/// @param text the value as it was written
/// @param authservId who speaks; empty where the field does not say
/// @param version of the field's syntax, 1 unless said otherwise
/// @param results none where nothing was found out, or nothing could be read
public record AuthResultsField(
        String text,
        String authservId,
        int version,
        List<AuthResult> results,
        List<Deviation> deviations) {

    /// The only version there is (RFC 8601 §2.2).
    public static final int VERSION = 1;

    /// How close the text is to the standard.
    public enum Form {
        /// It follows the grammar.
        STRICT,
        /// It does not, and its meaning is clear.
        RELAXED,
        /// Part of it means nothing.
        BROKEN
    }

    public AuthResultsField {
        results = List.copyOf(results);
        deviations = List.copyOf(deviations);
    }

    /// Reads the value of a field, folds and all.
    public static AuthResultsField read(String value) {
        return new FieldReader(new Cursor(value)).field();
    }

    public Form form() {
        if (deviations.isEmpty()) {
            return Form.STRICT;
        }
        boolean clear = deviations.stream().allMatch(d -> d.kind().isTolerable());
        return clear ? Form.RELAXED : Form.BROKEN;
    }

    /// Whether the field is of the version that this reader knows.
    public boolean isSupported() {
        return version == VERSION;
    }

    /// The results of one method.
    public Stream<AuthResult> of(String method) {
        return results.stream().filter(r -> r.method().equals(method.toLowerCase(Locale.ROOT)));
    }

    /// Whether the field says it comes from this authserv-id. Names are compared as names: without
    /// regard to case, and U-labels equal their A-labels (RFC 8601 §2.5).
    public boolean speaksFor(String id) {
        if (authservId.isEmpty() || id.isEmpty()) {
            return false;
        }
        var name = DnsName.fromPerson(id);
        return authservId.equalsIgnoreCase(id)
                || (name.isPresent() && name.equals(DnsName.fromPerson(authservId)));
    }
}
