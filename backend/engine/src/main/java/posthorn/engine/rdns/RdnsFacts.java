package posthorn.engine.rdns;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// The names of the addresses of a domain that send and take mail.
///
/// @param hosts none if the domain has no such address
/// @param silent names of which the DNS did not say where they lead: the domain itself if its MX
///   records are not known, an MX host if its addresses are not
public record RdnsFacts(Target target, List<Host> hosts, List<Silent> silent) {

    public RdnsFacts {
        hosts = List.copyOf(hosts);
        silent = List.copyOf(silent);
    }

    /// A name about which the DNS was silent.
    record Silent(DnsName name, Failure failure) {}

    /// One address.
    ///
    /// @param sends whether mail comes from it
    /// @param mx the MX hosts that lead to it
    /// @param ptr the names it has in the reverse zone
    /// @param named those names, and where they lead
    /// @param greeting how its mail server introduces itself, where we have heard it
    public record Host(
            InetAddress address,
            boolean sends,
            List<DnsName> mx,
            Answer<DnsName> ptr,
            List<Named> named,
            Greeting greeting) {

        public Host {
            mx = List.copyOf(mx);
            named = List.copyOf(named);
        }

        /// The names that lead back to the address (RFC 8601 §3).
        List<DnsName> confirmed() {
            return named.stream().filter(name -> name.leadsTo(address)).map(Named::name).toList();
        }

        /// Whether a name might lead back, had the DNS said so.
        boolean isOpen() {
            return named.stream().anyMatch(Named::isOpen);
        }

        boolean isSix() {
            return address.getAddress().length == 16;
        }
    }

    /// A name and its addresses of one family.
    record Named(DnsName name, Answer<InetAddress> addresses) {

        boolean leadsTo(InetAddress address) {
            return addresses.records().contains(address);
        }

        boolean isOpen() {
            return addresses.isFailed();
        }
    }

    /// How a mail server introduces itself: the first word of its greeting, and of one that sends,
    /// of its reply to EHLO.
    sealed interface Greeting {

        /// We have not heard it.
        record Unheard() implements Greeting {}

        /// It says no name.
        record Nameless() implements Greeting {}

        /// It says a word that is no full host name.
        record Word(String word) implements Greeting {}

        /// It says a host name.
        ///
        /// @param named what it leads to in the family of the address
        /// @param other what it leads to in the other family
        record Name(Named named, Answer<InetAddress> other) implements Greeting {

            /// Whether it leads nowhere.
            boolean isMissing() {
                return named.addresses().isVoid() && other.isVoid();
            }

            /// Whether it may lead to the address, for all we know.
            boolean isOpen() {
                return named.isOpen() || (named.addresses().isVoid() && other.isFailed());
            }
        }
    }
}
