package posthorn.engine.authres;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The fields of a message that comes from outside, parted by who they say they are from (RFC 8601
/// §5).
///
/// @param own those that speak for one of the trusted authserv-ids
/// @param foreign all others, those without an authserv-id among them
public record TrustBorder(List<AuthResultsField> own, List<AuthResultsField> foreign) {

    public TrustBorder {
        own = List.copyOf(own);
        foreign = List.copyOf(foreign);
    }

    /// Parts fields, each side in the order they came.
    public static TrustBorder of(List<AuthResultsField> fields, Collection<String> authservIds) {
        return new TrustBorder(
                fields.stream().filter(field -> isOf(field, authservIds)).toList(),
                fields.stream().filter(field -> !isOf(field, authservIds)).toList());
    }

    private static boolean isOf(AuthResultsField field, Collection<String> authservIds) {
        return authservIds.stream().anyMatch(field::speaksFor);
    }

    /// What has to go before a message from outside is let in: what claims to come from within, and
    /// what is of a version we do not know.
    public List<AuthResultsField> toRemove() {
        return Stream.concat(own.stream(), foreign.stream().filter(field -> !field.isSupported()))
                .toList();
    }
}
