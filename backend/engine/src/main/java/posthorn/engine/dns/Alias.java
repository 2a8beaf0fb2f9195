package posthorn.engine.dns;

import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// A name of a domain's mail that is an alias (CNAME, RFC 1034 §3.6.2).
///
/// @param target where its own record leads
/// @param end what is found at the end
/// @param chain every name on the way, in order; a name that stands twice ends it
/// @param beside the types of other records at the same name, as a server of the zone has them
record Alias(
        DnsName name,
        DnsName target,
        Answer<Rdata> end,
        List<DnsName> chain,
        List<RecordType> beside) {

    /// RFC 1034 gives no limit; resolvers follow eight to sixteen.
    static final int FAR = 8;

    /// Where the policy of DMARC stands below a domain.
    static final String POLICY = "_dmarc";

    /// The label of a wildcard.
    static final String WILDCARD = "*";

    Alias {
        chain = List.copyOf(chain);
        beside = List.copyOf(beside);
    }

    static boolean isPolicy(DnsName name) {
        return name.labels().getFirst().equals(POLICY);
    }

    boolean isWildcard() {
        return name.labels().getFirst().equals(WILDCARD);
    }

    /// Whether the way comes back to a name on it.
    boolean isLoop() {
        return chain.contains(name) || chain.stream().distinct().count() < chain.size();
    }

    boolean isLong() {
        return chain.size() > FAR;
    }

    boolean isEndless() {
        return isLoop() || isLong();
    }

    /// Whether the name at the end does not exist.
    boolean isDangling() {
        return end instanceof Answer.NxDomain<Rdata>;
    }

    DnsName last() {
        return chain.getLast();
    }
}
