package posthorn.engine.outside;

import java.net.InetAddress;

/// The DNS as a function from questions to answers. Never throws for what the outside does.
@FunctionalInterface
public interface Dns {

    /// Asks one question and follows aliases, except when the question is for CNAME.
    Answer<Rdata> ask(Question question);

    /// The same DNS, which for names of this domain remembers nothing it was told before.
    default Dns freshWithin(DnsName domain) {
        return this;
    }

    /// The TXT records of a name.
    default Answer<Rdata.Text> txt(DnsName name) {
        return ask(name, RecordType.TXT, Rdata.Text.class);
    }

    /// The MX records of a name, as the server gave them, unsorted.
    default Answer<Rdata.Mx> mx(DnsName name) {
        return ask(name, RecordType.MX, Rdata.Mx.class);
    }

    /// The IPv4 addresses of a name.
    default Answer<InetAddress> a(DnsName name) {
        return ask(name, RecordType.A, Rdata.Address.class).map(Rdata.Address::address);
    }

    /// The IPv6 addresses of a name.
    default Answer<InetAddress> aaaa(DnsName name) {
        return ask(name, RecordType.AAAA, Rdata.Address.class).map(Rdata.Address::address);
    }

    /// The alias of a name itself, not followed.
    default Answer<DnsName> cname(DnsName name) {
        return ask(name, RecordType.CNAME, Rdata.Target.class).map(Rdata.Target::name);
    }

    /// The name servers of a zone.
    default Answer<DnsName> ns(DnsName name) {
        return ask(name, RecordType.NS, Rdata.Target.class).map(Rdata.Target::name);
    }

    /// The TLSA records of a name.
    default Answer<Rdata.Tlsa> tlsa(DnsName name) {
        return ask(name, RecordType.TLSA, Rdata.Tlsa.class);
    }

    /// The CAA records of a name itself; those of names above are another question.
    default Answer<Rdata.Caa> caa(DnsName name) {
        return ask(name, RecordType.CAA, Rdata.Caa.class);
    }

    /// The names of an address.
    default Answer<DnsName> ptr(InetAddress address) {
        return ask(IpText.reverse(address), RecordType.PTR, Rdata.Target.class)
                .map(Rdata.Target::name);
    }

    /// Asks, and takes a record of another shape for a malformed answer.
    default <R extends Rdata> Answer<R> ask(DnsName name, RecordType type, Class<R> shape) {
        var answer = ask(new Question(name, type));
        for (var record : answer.records()) {
            if (!shape.isInstance(record)) {
                return new Answer.Failed<>(Failure.MALFORMED, answer.aliases(), answer.source());
            }
        }
        return answer.map(shape::cast);
    }
}
