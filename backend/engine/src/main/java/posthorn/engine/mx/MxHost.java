package posthorn.engine.mx;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.SpecialPurpose;

/// The target of one or several MX records.
sealed interface MxHost {

    /// The name as the record has it.
    DnsName name();

    /// A name that can be a host, and what the DNS says about it.
    record Asked(DnsName name, Answer<InetAddress> a, Answer<InetAddress> aaaa) implements MxHost {

        /// IPv4 first.
        List<InetAddress> addresses() {
            return Stream.concat(a.records().stream(), aaaa.records().stream()).toList();
        }

        /// Whether nothing is known because an answer is missing.
        boolean isSilent() {
            return addresses().isEmpty() && (a.isFailed() || aaaa.isFailed());
        }

        /// Whether the DNS says that the name has no address.
        boolean isMissing() {
            return a.isVoid() && aaaa.isVoid();
        }

        boolean isReachable() {
            return SpecialPurpose.without(addresses().stream()).findAny().isPresent();
        }

        /// The names it leads to through CNAME records; the last one is the canonical name.
        List<DnsName> aliases() {
            return a.aliases().isEmpty() ? aaaa.aliases() : a.aliases();
        }
    }

    /// An address where a name should stand (RFC 5321 §5.1).
    ///
    /// @param free a name below the domain that the address could be given
    record Literal(DnsName name, InetAddress address, DnsName free) implements MxHost {}

    /// A text that can be no host of the Internet.
    ///
    /// @param meant what was probably meant; the same as `name` when nobody can tell
    record Invalid(DnsName name, Slip slip, DnsName meant) implements MxHost {}

    /// What is wrong with the text of a target.
    enum Slip {
        /// A zone file appended the zone because the final dot is missing.
        ZONE_APPENDED,
        SINGLE_LABEL,
        LOCALHOST,
        UNDERSCORE,
        BAD_CHARACTER
    }
}
