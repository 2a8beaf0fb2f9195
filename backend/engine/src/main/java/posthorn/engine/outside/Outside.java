package posthorn.engine.outside;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/// Everything a probe may ask: the DNS by way of resolvers, single name servers, mail servers, web
/// servers, registries, and what time it is.
///
/// @param others the other resolvers, each by itself, for a second opinion; may be none
public record Outside(
        Dns dns,
        List<Dns> others,
        Servers servers,
        Smtp smtp,
        Https https,
        Registry registry,
        Clock clock) {

    public Outside {
        others = List.copyOf(others);
    }

    /// There is no other resolver.
    public Outside(
            Dns dns, Servers servers, Smtp smtp, Https https, Registry registry, Clock clock) {
        this(dns, List.of(), servers, smtp, https, registry, clock);
    }

    /// Only the DNS can be asked; of all others nothing is known.
    public Outside(Dns dns, Clock clock) {
        this(dns, Nobody.SERVERS, Nobody.SMTP, Nobody.HTTPS, clock);
    }

    /// No registry is asked.
    public Outside(Dns dns, Servers servers, Smtp smtp, Https https, Clock clock) {
        this(dns, servers, smtp, https, Nobody.REGISTRY, clock);
    }

    /// How mail servers are asked.
    ///
    /// @param name what we are called there (RFC 5321 §4.1.4): the name of the address that others
    ///   see; empty if it has none
    /// @param known hosts that answer whenever our own port 25 is open; may be none
    public record Introduction(String name, List<DnsName> known) {

        /// Without a name, and without anybody known.
        public static final Introduction NAMELESS = new Introduction("", List.of());

        public Introduction {
            known = List.copyOf(known);
        }
    }

    /// The Internet: everybody is asked himself, names are looked up in `dns`.
    public static Outside live(Dns dns, Introduction introduction, Clock clock) {
        var routes = Routes.internet();
        var roots = Roots.ofJava();
        var smtp = new LiveSmtp(routes, roots, introduction.name());
        var egress = new EgressSmtp(smtp, dns, introduction.known(), clock);
        var https = new LiveHttps(routes, roots, dns);
        var registry = new LiveRegistry(https.accepting(LiveRegistry.TYPES), clock);
        return new Outside(
                dns,
                new LiveServers(routes),
                new PoliteSmtp(egress, clock),
                https,
                new PoliteRegistry(registry, clock),
                clock);
    }

    /// The same outside with another DNS.
    public Outside with(Dns other) {
        return new Outside(other, others, servers, smtp, https, registry, clock);
    }

    /// The same outside with other resolvers beside the DNS.
    public Outside withOthers(List<Dns> resolvers) {
        return new Outside(dns, resolvers, servers, smtp, https, registry, clock);
    }

    /// The same outside in which `layer` lies over the DNS and each of the other resolvers.
    public Outside under(UnaryOperator<Dns> layer) {
        return new Outside(
                layer.apply(dns),
                others.stream().map(layer).toList(),
                servers,
                smtp,
                https,
                registry,
                clock);
    }

    /// The same outside at another time.
    public Outside at(Clock other) {
        return new Outside(dns, others, servers, smtp, https, registry, other);
    }

    /// The same outside in which no mail server is asked.
    public Outside withoutSmtp() {
        return new Outside(dns, others, servers, Nobody.SMTP, https, registry, clock);
    }

    /// The same outside in which no registry is asked.
    public Outside withoutRegistry() {
        return new Outside(dns, others, servers, smtp, https, Nobody.REGISTRY, clock);
    }

    /// Those who never answer.
    private static final class Nobody {
        static final Servers SERVERS =
                (_, _, _) ->
                        new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("not asked"));
        static final Smtp SMTP = (_, _) -> new SmtpAnswer.Unreached(SmtpAnswer.Why.NOT_ASKED);
        static final Https HTTPS =
                _ -> new HttpsAnswer.Failed(HttpsAnswer.Why.TIMEOUT, "not asked");
        static final Registry REGISTRY = _ -> new Registration.Unknown(Registration.Why.NOT_ASKED);
    }
}
