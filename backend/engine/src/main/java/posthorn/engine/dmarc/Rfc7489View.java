package posthorn.engine.dmarc;

import java.util.Optional;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;

/// What receivers that still follow RFC 7489 make of an Author Domain: its own record applies, else
/// that of its Organizational Domain, which they find by the public suffix list (§6.6.3). They know
/// neither `np` nor `psd` nor `t`.
public sealed interface Rfc7489View {

    /// The Organizational Domain by the public suffix list (RFC 7489 §3.2).
    DnsName organizationalDomain();

    /// A policy.
    ///
    /// @param source the name whose record applies
    record Found(DnsName organizationalDomain, DnsName source, DmarcRecord record, Policy policy)
            implements Rfc7489View {

        /// How many of a hundred failing mails the policy is meant for; all of them where `pct` is
        /// missing or no such number (RFC 7489 §6.3).
        public int pct() {
            var text = record.value("pct");
            boolean isNumber =
                    !text.isEmpty()
                            && text.length() <= 3
                            && text.chars().allMatch(c -> c >= '0' && c <= '9');
            return isNumber ? Math.min(100, Integer.parseInt(text)) : 100;
        }

        /// The policy for the mails `pct` leaves out: one level lower (RFC 7489 §6.6.4).
        public Policy policyBesides() {
            return policy.lowered();
        }
    }

    /// There is none.
    record None(DnsName organizationalDomain) implements Rfc7489View {}

    /// An answer that would decide is missing.
    record Open(DnsName organizationalDomain) implements Rfc7489View {}

    /// Asks for what these receivers ask for.
    static Rfc7489View of(DnsName author, Dns dns) {
        var org = PublicSuffixes.builtIn().organizationalDomain(author);
        var own = TreeWalk.Step.at(author, dns);
        return of(own, org.equals(author) ? own : TreeWalk.Step.at(org, dns));
    }

    /// What they make of these answers. Several records end the search (§6.6.3 step 5); only where
    /// there is none at all does the Organizational Domain speak.
    static Rfc7489View of(TreeWalk.Step own, TreeWalk.Step atOrg) {
        var org = atOrg.name();
        var speaks = own.records().isEmpty() && !own.answer().isFailed() ? atOrg : own;
        if (speaks.answer().isFailed()) {
            return new Open(org);
        }
        return speaks.record()
                .flatMap(record -> found(record, speaks.name(), own.name(), org))
                .orElseGet(() -> new None(org));
    }

    private static Optional<Rfc7489View> found(
            DmarcRecord record, DnsName source, DnsName author, DnsName org) {
        return record.formerPolicy(source.equals(author))
                .map(policy -> new Found(org, source, record, policy));
    }
}
