package posthorn.engine.dnsbl;

import java.util.List;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// What another resolver says about a listing: lists give each resolver its own answer, and one may
/// be fooled where the other is not.
enum SecondOpinion {
    /// Nobody had to be asked.
    NOT_ASKED,
    /// There is no other resolver.
    NONE,
    /// It sees the listing too.
    AGREES,
    /// It sees no listing, though the list answers it as it should.
    DIFFERS,
    /// The list gives it no answer that counts.
    UNCLEAR;

    /// Asks the first of the other resolvers, about the list's test entries first.
    static SecondOpinion of(ListHealth.Pair pair, DnsName name, List<Dns> others) {
        if (others.isEmpty()) {
            return NONE;
        }
        var other = others.getFirst();
        return ListHealth.of(pair, other) instanceof ListHealth.Healthy
                ? read(ListAnswer.of(pair.list(), other.a(name)))
                : UNCLEAR;
    }

    private static SecondOpinion read(ListAnswer answer) {
        return switch (answer) {
            case ListAnswer.Coded coded -> coded.has(ListCode.Meaning.LISTED) ? AGREES : DIFFERS;
            case ListAnswer.Clean _ -> DIFFERS;
            case ListAnswer.Unclear _ -> UNCLEAR;
        };
    }
}
