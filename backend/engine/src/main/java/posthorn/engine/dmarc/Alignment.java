package posthorn.engine.dmarc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;

/// Whether an authenticated domain belongs to the Author Domain (RFC 9989 §4.4): strictly the same
/// name, relaxedly the same Organizational Domain.
final class Alignment {

    private final Map<DnsName, TreeWalk> walks = new HashMap<>();
    private final Dns dns;

    Alignment(Dns dns) {
        this.dns = dns;
    }

    TreeWalk walk(DnsName name) {
        return walks.computeIfAbsent(name, n -> TreeWalk.from(n, dns));
    }

    /// Empty where an answer is missing that would decide.
    Optional<Boolean> isAligned(DnsName author, DnsName identifier, boolean strict) {
        if (author.equals(identifier)) {
            return Optional.of(true);
        }
        if (strict) {
            return Optional.of(false);
        }
        var one = walk(author);
        var other = walk(identifier);
        return one.open().isEmpty() && other.open().isEmpty()
                ? Optional.of(one.organizationalDomain().equals(other.organizationalDomain()))
                : Optional.empty();
    }

    /// By RFC 7489 §3.1, which compares the Organizational Domains of the public suffix list.
    static Optional<Boolean> isAlignedByList(DnsName author, DnsName identifier, boolean strict) {
        var list = PublicSuffixes.builtIn();
        return Optional.of(
                author.equals(identifier)
                        || (!strict
                                && list.organizationalDomain(author)
                                        .equals(list.organizationalDomain(identifier))));
    }
}
