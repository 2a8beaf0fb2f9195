package posthorn.engine.testmail;

import posthorn.engine.dmarc.DmarcResult.Result;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.outside.DnsName;

/// What DMARC says about a message by one of its two standards.
///
/// @param organizationalDomain of the Author Domain
/// @param source the name whose record applies; the Author Domain where none does
/// @param record its text, empty where none applies
/// @param published the policy it names for the Author Domain
/// @param inEffect what it asks receivers to do after `t`, for RFC 7489 after `pct=0`
public record PolicyView(
        Result result,
        DnsName organizationalDomain,
        DnsName source,
        String record,
        Policy published,
        Policy inEffect,
        boolean strictSpf,
        boolean strictDkim) {}
