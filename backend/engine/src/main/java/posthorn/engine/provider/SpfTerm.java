package posthorn.engine.provider;

import java.util.Arrays;
import java.util.Locale;
import posthorn.engine.outside.DnsName;

/// A term of a provider in its customers' SPF records, such as `include:_spf.google.com`.
///
/// @param sure whether the term is confirmed
/// @param advised false for a term that is only recognised, because the provider now wants another
public record SpfTerm(String text, boolean sure, boolean advised) {

    /// The domain behind `include:`, or the root when the term names none.
    public DnsName domain() {
        return text.startsWith("include:")
                ? DnsName.of(text.substring("include:".length()))
                : DnsName.ROOT;
    }

    /// Whether an SPF record includes or redirects to this term's domain.
    public boolean isIn(String spf) {
        return !domain().isRoot()
                && Arrays.stream(spf.toLowerCase(Locale.ROOT).split(" +"))
                        .map(SpfTerm::withoutQualifier)
                        .anyMatch(this::leadsToDomain);
    }

    private boolean leadsToDomain(String term) {
        return term.equals("include:" + domain().text())
                || term.equals("redirect=" + domain().text());
    }

    private static String withoutQualifier(String term) {
        return !term.isEmpty() && "+-~?".indexOf(term.charAt(0)) >= 0 ? term.substring(1) : term;
    }
}
