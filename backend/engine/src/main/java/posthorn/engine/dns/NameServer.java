package posthorn.engine.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.SpecialPurpose;

/// A name server of a zone: its name, its addresses, and what each of them says.
///
/// @param visits one for each address on the Internet that was asked
record NameServer(
        DnsName name, Answer<InetAddress> a, Answer<InetAddress> aaaa, List<Visit> visits) {

    NameServer {
        visits = List.copyOf(visits);
    }

    /// IPv4 first.
    List<InetAddress> addresses() {
        return Stream.concat(a.records().stream(), aaaa.records().stream()).distinct().toList();
    }

    /// Those that nobody on the Internet can reach.
    List<InetAddress> unreachable() {
        return addresses().stream().filter(one -> SpecialPurpose.of(one).isPresent()).toList();
    }

    /// The names it leads to through CNAME records.
    List<DnsName> aliases() {
        return a.aliases().isEmpty() ? aaaa.aliases() : a.aliases();
    }

    /// Whether the DNS says that the name has no address.
    boolean isWithoutAddress() {
        return a.isVoid() && aaaa.isVoid();
    }

    boolean speaks() {
        return visits.stream().anyMatch(Visit::speaks);
    }

    /// The addresses that do not speak for the zone, and say so.
    List<Visit> lame() {
        return visits.stream().filter(visit -> visit.lameness().isPresent()).toList();
    }

    /// Whether it is certain that this server is of no use: each address says so, or there is none
    /// that could be reached.
    boolean isDead() {
        boolean open = a.isFailed() || aaaa.isFailed();
        return !open && visits.stream().allMatch(visit -> visit.lameness().isPresent());
    }

    /// Whether every address stayed silent, an IPv4 address among them: that it is not ours to
    /// reach over IPv6 would tell nothing.
    boolean isSilent() {
        return visits.stream().anyMatch(visit -> visit.address() instanceof Inet4Address)
                && visits.stream().allMatch(Visit::isSilent);
    }

    /// The visit whose address further questions go to.
    Optional<Visit> first() {
        return visits.stream().filter(Visit::speaks).findFirst();
    }
}
