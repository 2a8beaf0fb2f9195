package posthorn.engine.hosting;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Provider.Kind;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;
import posthorn.engine.psl.PublicSuffixes;

/// Who takes in the domain's mail, and who keeps the mailboxes where somebody else stands in front.
final class Mailboxes implements MailRule {

    @Override
    public Stream<Finding> judge(ProviderFacts.Used facts) {
        var all = facts.receiving();
        return Stream.of(
                        all.stream().map(found -> receiving(found, facts)),
                        behind(facts).map(found -> behind(found, facts)),
                        hosts(facts),
                        all.stream().flatMap(found -> unsupported(found, facts)))
                .flatMap(findings -> findings);
    }

    private static Finding receiving(Recognised found, ProviderFacts.Used facts) {
        return MailRule.compared(
                switch (found.provider().kind()) {
                    case FILTER -> "provider.filter";
                    case FORWARDING -> "provider.forwarding";
                    case MAILBOX, SENDER, DNS -> "provider.mailbox";
                },
                found,
                facts);
    }

    /// Whether mail goes on to somebody else.
    private static boolean isFrontOnly(ProviderFacts.Used facts) {
        var all = facts.receiving();
        return !all.isEmpty()
                && all.stream().noneMatch(found -> found.provider().kind() == Kind.MAILBOX);
    }

    /// Those that may keep the mailboxes, where only filters or forwarders show at the front.
    static Stream<Recognised> behind(ProviderFacts.Used facts) {
        return isFrontOnly(facts)
                ? facts.shown().stream()
                        .filter(found -> found.provider().kind() == Kind.MAILBOX)
                        .filter(Recognised::isAtWork)
                : Stream.empty();
    }

    private static Finding behind(Recognised found, ProviderFacts.Used facts) {
        var front = facts.receiving().stream().map(each -> each.provider().name()).toList();
        return MailRule.compared("provider.mailbox-behind", found, facts)
                .with("certainty", MailRule.Certainty.LIKELY)
                .with("front", front);
    }

    /// Hosts below the domain beside those of a provider are names for the provider's.
    private static Stream<Finding> hosts(ProviderFacts.Used facts) {
        var domain = facts.domain();
        var hosts = facts.unknownHosts();
        var foreign = hosts.stream().filter(host -> !isOwn(host, domain)).toList();
        if (!foreign.isEmpty()) {
            return Stream.of(info("provider.mailbox-unknown", domain).with("hosts", foreign));
        }
        return hosts.isEmpty() || !facts.receiving().isEmpty()
                ? Stream.empty()
                : Stream.of(info("provider.self-hosted", domain).with("hosts", hosts));
    }

    private static boolean isOwn(DnsName host, DnsName domain) {
        return host.isWithin(PublicSuffixes.builtIn().organizationalDomain(domain));
    }

    private static Stream<Finding> unsupported(Recognised found, ProviderFacts.Used facts) {
        var traits = found.provider().traits();
        var hosts =
                found.signs().stream()
                        .filter(sign -> sign.at() == Sign.At.MX)
                        .map(sign -> DnsName.of(sign.value()))
                        .toList();
        return traits.contains(Provider.Trait.NO_OWN_DOMAINS) && !areOwn(hosts, facts.domain())
                ? Stream.of(
                        notice("provider.no-own-domains", found.provider().name())
                                .with("hosts", hosts))
                : Stream.empty();
    }

    private static boolean areOwn(List<DnsName> hosts, DnsName domain) {
        return hosts.stream().anyMatch(host -> isOwn(host, domain));
    }
}
