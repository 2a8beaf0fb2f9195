package posthorn.engine.mailhost;

import java.net.InetAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.provider.Providers;

/// An MX host.
///
/// @param visits what its first address of each kind says
public record MailHost(
        DnsName name, Answer<InetAddress> a, Answer<InetAddress> aaaa, List<Visit> visits) {

    /// Evidence in place of the name of a provider: whoever runs the host.
    public static final String SELF = "SELF";

    public MailHost {
        visits = List.copyOf(visits);
    }

    static MailHost of(DnsName name, Outside outside) {
        var a = outside.dns().a(name);
        var aaaa = outside.dns().aaaa(name);
        var addresses = Stream.concat(first(a), first(aaaa)).toList();
        return new MailHost(
                name, a, aaaa, Parallel.map(addresses, 2, at -> Visit.at(at, name, outside)));
    }

    private static Stream<InetAddress> first(Answer<InetAddress> answer) {
        return answer.records().stream()
                .min((one, other) -> java.util.Arrays.compare(one.getAddress(), other.getAddress()))
                .stream();
    }

    /// Whether the DNS says that the name has no address.
    public boolean isMissing() {
        return a.isVoid() && aaaa.isVoid();
    }

    /// Whether the answers for its addresses are signed, as far as our resolver says.
    public boolean isSecure() {
        return Stream.of(a, aaaa).anyMatch(Answer::isSecure)
                && Stream.of(a, aaaa)
                        .filter(answer -> !answer.records().isEmpty())
                        .allMatch(Answer::isSecure);
    }

    /// The names it leads to through CNAME records; the last one is the canonical name.
    public List<DnsName> aliases() {
        return a.aliases().isEmpty() ? aaaa.aliases() : a.aliases();
    }

    /// The visits at which the server let us look.
    public List<Visit> told() {
        return visits.stream().filter(Visit::told).toList();
    }

    /// What is wrong with its encryption at this time, at any of its addresses.
    public Set<TlsFault> faults(Instant at) {
        var faults = EnumSet.noneOf(TlsFault.class);
        visits.forEach(visit -> faults.addAll(visit.faults(name, at)));
        return faults;
    }

    /// Who can change something about the host: the name of a provider, or [#SELF].
    public String operator() {
        return Providers.builtIn()
                .ofMx(name)
                .map(recognised -> recognised.provider().name())
                .orElse(SELF);
    }

    /// The certificate chains it sent, each once.
    public List<List<Certificate>> chains() {
        return visits.stream()
                .map(Visit::chain)
                .filter(chain -> !chain.isEmpty())
                .distinct()
                .toList();
    }

    /// The first of its own certificates.
    public Optional<Certificate> certificate() {
        return chains().stream().map(List::getFirst).findFirst();
    }
}
