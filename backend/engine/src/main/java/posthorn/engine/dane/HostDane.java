package posthorn.engine.dane;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// A mail host and what the DNS says about its certificate.
///
/// @param place the name the records stand at
/// @param standing of the records; of no account where there are none
public record HostDane(MailHost host, DnsName place, Answer<Rdata.Tlsa> answer, Standing standing) {

    /// What senders who know DANE look at when they deliver to a host.
    public enum Proof {
        /// Nothing: there are no records they can use, or none fits.
        NONE,
        /// The key of the host; names and dates do not matter (RFC 7672 §3.1.1).
        KEY,
        /// A trust anchor in the DNS; names and dates matter (RFC 7672 §3.1.2).
        ANCHOR
    }

    /// Asks for the records of a host. Where its name is an alias and all of the way is signed,
    /// those of the canonical name come first (RFC 7672 §2.2.2).
    public static HostDane of(MailHost host, Dns dns) {
        var first =
                host.isSecure()
                        ? host.aliases().stream().reduce((_, last) -> last).stream()
                        : Stream.<DnsName>of();
        var names = Stream.concat(first, Stream.of(host.name())).distinct().toList();
        HostDane found = at(names.getFirst(), host, dns);
        return names.size() > 1 && found.answer().isVoid() ? at(host.name(), host, dns) : found;
    }

    private static HostDane at(DnsName name, MailHost host, Dns dns) {
        var place = name.child("_25._tcp");
        var answer = dns.tlsa(place);
        boolean secure = host.isSecure() && answer.isSecure();
        var standing =
                secure || answer.records().isEmpty()
                        ? Standing.SECURE
                        : Standing.withoutWord(name, dns);
        return new HostDane(host, place, answer, standing);
    }

    List<TlsaRecord> records() {
        return answer.records().stream().map(TlsaRecord::new).toList();
    }

    /// The records that senders go by; none where they are not proven.
    List<TlsaRecord> usable() {
        return standing == Standing.SECURE
                ? records().stream().filter(TlsaRecord::isUsable).toList()
                : List.of();
    }

    /// The visits whose certificates can be compared.
    private List<Visit> encrypted() {
        return host.visits().stream().filter(visit -> !visit.chain().isEmpty()).toList();
    }

    /// Whether there is something to compare with the records.
    boolean isCompared() {
        return !encrypted().isEmpty();
    }

    /// The addresses at which no record fits.
    List<Visit> strange() {
        return encrypted().stream()
                .filter(visit -> ChainMatch.of(usable(), visit.chain()).isEmpty())
                .toList();
    }

    /// Whether the records are what the host shows, at each address.
    boolean fits() {
        return !usable().isEmpty() && isCompared() && strange().isEmpty();
    }

    /// What senders who know DANE look at. Where the key of the host is named, they need no more.
    public Proof proof() {
        if (!fits()) {
            return Proof.NONE;
        }
        boolean byKey =
                encrypted().stream()
                        .allMatch(visit ->
                                ChainMatch.of(usable(), visit.chain()).stream()
                                        .anyMatch(TlsaRecord::isOfHost));
        return byKey ? Proof.KEY : Proof.ANCHOR;
    }

    /// Whether senders who know DANE insist on encryption here.
    public boolean isDemanded() {
        return !usable().isEmpty();
    }
}
