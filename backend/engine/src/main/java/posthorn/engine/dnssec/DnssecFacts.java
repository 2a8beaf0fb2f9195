package posthorn.engine.dnssec;

import java.time.Instant;
import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Whether the zone of a domain is signed, and what a validating resolver makes of it.
public sealed interface DnssecFacts {

    /// What was checked.
    Target target();

    default DnsName domain() {
        return target().domain();
    }

    /// There is no such name.
    record Missing(Target target) implements DnssecFacts {}

    /// A question without which nothing can be said stayed open.
    record Unanswered(Target target, DnsName name, Failure failure) implements DnssecFacts {}

    /// The zone above names no key.
    ///
    /// @param ready the delegation signers that would mean the keys which the zone publishes
    record Unsigned(Target target, DnsName zone, List<Rdata.Ds> ready) implements DnssecFacts {
        public Unsigned {
            ready = List.copyOf(ready);
        }
    }

    /// The zone above vouches for keys.
    ///
    /// @param signers what it says about them; empty where the resolver refuses even that
    /// @param open answers that stayed out
    record Delegated(
            Target target,
            DnsName zone,
            List<Rdata.Ds> signers,
            Standing standing,
            List<Open> open,
            Instant at)
            implements DnssecFacts {
        public Delegated {
            signers = List.copyOf(signers);
            open = List.copyOf(open);
        }
    }

    /// An answer that stayed out.
    record Open(DnsName name, RecordType type, Failure failure) {}

    /// What the resolver makes of the answers.
    sealed interface Standing {

        /// It vouches for them.
        ///
        /// @param hashings how the zone hashes the names that it denies; none where it does not
        /// @param hosts the MX hosts that were looked at, where the domain receives mail
        record Secure(List<SignedSet> sets, List<Rdata.Nsec3Param> hashings, List<MailHost> hosts)
                implements Standing {
            public Secure {
                sets = List.copyOf(sets);
                hashings = List.copyOf(hashings);
                hosts = List.copyOf(hosts);
            }
        }

        /// It refuses some of them, or all.
        ///
        /// @param refused their types
        /// @param all whether there is none that it gave, and keys and SOA are refused
        /// @param keys whether it gave the keys: then it believes in them
        record Bogus(List<RecordType> refused, boolean all, boolean keys, List<SignedSet> sets)
                implements Standing {
            public Bogus {
                refused = List.copyOf(refused);
                sets = List.copyOf(sets);
            }
        }

        /// It validates, and does not vouch for them.
        ///
        /// @param above whether it does not even vouch for what the zone above says
        record Insecure(boolean above) implements Standing {}

        /// It does not validate.
        record Unchecked() implements Standing {}

        /// It gave no answer.
        record Unknown() implements Standing {}
    }
}
