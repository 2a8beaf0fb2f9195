package posthorn.engine.bulk;

import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dmarc.Discovery;
import posthorn.engine.dmarc.DmarcFacts;
import posthorn.engine.dmarc.Rfc7489View;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.spf.SpfFacts;

/// What large receivers can see of a domain in the DNS.
public sealed interface BulkFacts {

    /// The domain only receives: nobody asks anything of it.
    record NotApplicable(Target target) implements BulkFacts {}

    /// The domain does not use mail.
    record Parked(
            Target target,
            Answer<Rdata.Mx> mx,
            SpfFacts spf,
            DkimFacts.Parked dkim,
            DmarcFacts dmarc)
            implements BulkFacts {}

    /// The domain sends.
    ///
    /// @param hosts the addresses its owner declared
    record Sending(
            Target target,
            SpfFacts spf,
            DkimFacts.Probed dkim,
            DmarcFacts dmarc,
            List<Reverse> hosts)
            implements BulkFacts {

        public Sending {
            hosts = List.copyOf(hosts);
        }

        DnsName domain() {
            return target.domain();
        }

        /// How the domain stands to a requirement.
        Standing standing(Requirement requirement) {
            return switch (requirement) {
                case AUTH_ANY -> spfStanding().or(dkimStanding());
                case AUTH_BOTH -> spfStanding().and(dkimStanding());
                case DKIM -> dkimStanding();
                case DKIM_KEY -> keyStanding();
                case DMARC -> dmarcStanding();
                case RDNS -> rdnsStanding();
                case ALIGNMENT,
                        HELO,
                        TLS,
                        FORMAT,
                        UNSUBSCRIBE,
                        SPAM_RATE,
                        OPERATOR_PAGE,
                        KNOWN_ADDRESS ->
                        Standing.UNSEEN;
            };
        }

        Standing spfStanding() {
            return Standing.of(spf.letsSomebodyPass());
        }

        Standing dkimStanding() {
            return Standing.of(dkim.canBeVerified());
        }

        /// Receivers must not take a shorter key (RFC 8301 §3.2); one that is long enough will do.
        private Standing keyStanding() {
            var lengths = dkim.rsaBits();
            if (lengths.isEmpty()) {
                return dkimStanding();
            }
            return lengths.stream().anyMatch(bits -> bits >= DkimFacts.SHORTEST_RSA)
                    ? Standing.MET
                    : Standing.MISSED;
        }

        /// Many receivers look by the old standard, some by the new one: either will do.
        private Standing dmarcStanding() {
            var current =
                    switch (dmarc.discovery()) {
                        case Discovery.Found _ -> Standing.MET;
                        case Discovery.None _ -> Standing.MISSED;
                        case Discovery.Open _ -> Standing.OPEN;
                    };
            var former =
                    switch (dmarc.former()) {
                        case Rfc7489View.Found _ -> Standing.MET;
                        case Rfc7489View.None _ -> Standing.MISSED;
                        case Rfc7489View.Open _ -> Standing.OPEN;
                    };
            return current.or(former);
        }

        private Standing rdnsStanding() {
            return hosts.stream()
                    .map(host -> Standing.of(host.confirmed()))
                    .reduce(Standing::and)
                    .orElse(Standing.UNSEEN);
        }
    }
}
