package posthorn.engine.dane;

import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Whether the answers about a host are proven by DNSSEC. TLSA records that are not count for
/// nothing (RFC 7672 §2.2).
public enum Standing {
    /// A validating resolver vouches for them.
    SECURE,
    /// They are not signed.
    UNSIGNED,
    /// Nobody knows: our resolver does not check signatures, or did not say.
    UNCHECKED;

    private static final int MOST_LABELS = 8;

    /// The standing of a name whose answers came without the resolver's word for them. A resolver
    /// that does not validate never gives its word; so it is asked whether there is a signed
    /// delegation (DS) anywhere above. If none is, nothing is signed, whoever says so. If one is
    /// and the resolver vouches for that, it validates, and the answers are not signed. Else it is
    /// open.
    static Standing withoutWord(DnsName name, Dns dns) {
        return ancestors(name)
                .map(above -> dns.ask(above, RecordType.DS, Rdata.class))
                .filter(answer -> !answer.isVoid())
                .findFirst()
                .map(Standing::of)
                .orElse(UNSIGNED);
    }

    private static Standing of(Answer<Rdata> answer) {
        return answer.isSecure() ? UNSIGNED : UNCHECKED;
    }

    /// The name and those above it, without the top-level domain.
    private static Stream<DnsName> ancestors(DnsName name) {
        int labels = name.labels().size();
        return Stream.iterate(name, DnsName::parent).limit(Math.clamp(labels - 1, 1, MOST_LABELS));
    }
}
