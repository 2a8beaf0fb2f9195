package posthorn.engine.testmail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.OverlayDns;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.SpfTerm;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.spf.Result;
import posthorn.engine.spf.SpfEvaluator;
import posthorn.engine.spf.SpfParser;
import posthorn.engine.spf.SpfQuery;
import posthorn.engine.spf.SpfRecord;
import posthorn.engine.spf.SpfResult;

/// Evaluates SPF for both identities of a message, and tries out what is missing in a record that
/// does not let the client pass.
final class SpfIdentities {

    /// Includes tried out.
    private static final int MAX_INCLUDES = 3;

    private static final Source SOURCE = Source.local("proposal");

    private final Dns dns;
    private final Clock clock;
    private final ReceivedMessage message;

    SpfIdentities(ReceivedMessage message, Dns dns, Clock clock) {
        this.dns = dns;
        this.clock = clock;
        this.message = message;
    }

    SpfIdentity mailFrom() {
        var sender = message.mailFrom();
        var domain =
                message.isBounce() ? message.helo() : sender.substring(sender.lastIndexOf('@') + 1);
        return identity(SpfIdentity.Identity.MAIL_FROM, domain, query(sender));
    }

    SpfIdentity helo() {
        return identity(SpfIdentity.Identity.HELO, message.helo(), query(""));
    }

    private SpfQuery query(String sender) {
        return new SpfQuery(message.clientIp(), message.helo(), sender, "");
    }

    private SpfIdentity identity(SpfIdentity.Identity identity, String domain, SpfQuery query) {
        var result = new SpfEvaluator(dns, clock).evaluate(query);
        var records = DnsName.fromPerson(domain).map(this::records).orElse(List.of());
        return new SpfIdentity(
                identity, domain, result, records, missingTerms(domain, query, result, records));
    }

    private List<String> records(DnsName domain) {
        return dns.txt(domain).records().stream()
                .map(Rdata.Text::joined)
                .filter(SpfRecord::isSpf)
                .sorted()
                .toList();
    }

    private List<String> missingTerms(
            String domain, SpfQuery query, SpfResult result, List<String> records) {
        var name = DnsName.fromPerson(domain);
        boolean open =
                result.result() == Result.FAIL
                        || result.result() == Result.SOFTFAIL
                        || result.result() == Result.NEUTRAL;
        if (!open || name.isEmpty() || records.size() != 1) {
            return List.of();
        }
        var record = SpfParser.read(records.getFirst());
        return Stream.concat(includes(name.get(), query), Stream.of(ip(query)))
                .filter(term -> passes(name.get(), record, term, query))
                .limit(1)
                .toList();
    }

    private static String ip(SpfQuery query) {
        var ip = IpText.of(query.ip());
        return (ip.indexOf(':') < 0 ? "ip4:" : "ip6:") + ip;
    }

    /// Whether the record with this term lets the client pass.
    private boolean passes(DnsName name, SpfRecord record, String term, SpfQuery query) {
        var text = Rdata.Text.of(record.withBeforeAll(List.of(term)));
        var proposed =
                Map.<Question, Answer<Rdata>>of(
                        new Question(name, RecordType.TXT),
                        new Answer.Data<>(List.of(text), 60, false, List.of(), SOURCE));
        var result = new SpfEvaluator(new OverlayDns(proposed, dns), clock).evaluate(query);
        return result.result() == Result.PASS;
    }

    /// The includes of providers that show in the domain's MX hosts or in the name of the client.
    private Stream<String> includes(DnsName domain, SpfQuery query) {
        var hosts = dns.mx(domain).records().stream().map(Rdata.Mx::host).toList();
        var byMx =
                Providers.builtIn().recognise(hosts, List.of(), "").stream()
                        .map(Recognised::provider);
        var helo = DnsName.fromPerson(query.helo()).flatMap(SpfIdentities::registrable);
        var byHelo =
                Providers.builtIn().all().stream()
                        .filter(provider -> helo.isPresent() && isRunBy(provider, helo));
        return Stream.concat(byMx, byHelo)
                .flatMap(provider -> provider.spfTerms().stream())
                .filter(term -> !term.domain().isRoot())
                .map(SpfTerm::text)
                .distinct()
                .limit(MAX_INCLUDES);
    }

    private static boolean isRunBy(Provider provider, Optional<DnsName> helo) {
        return provider.spfTerms().stream()
                .anyMatch(term -> registrable(term.domain()).equals(helo));
    }

    private static Optional<DnsName> registrable(DnsName name) {
        return PublicSuffixes.builtIn().registrableDomain(name);
    }
}
