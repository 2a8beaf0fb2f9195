package posthorn.engine.spf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.spf.SpfFacts.Client;
import posthorn.engine.spf.SpfFacts.Explained;
import posthorn.engine.spf.SpfFacts.HeloRecord;
import posthorn.engine.spf.SpfFacts.MailHost;
import posthorn.engine.spf.SpfFacts.Misplaced;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// Asks for a domain's record, all it refers to, and what stands around it.
final class SpfProbe implements Probe<Target, SpfFacts> {

    private static final int MAX_OWN_HOSTS = 4;
    private static final int MAX_CLIENTS = 8;
    private static final int MAX_EXPIRED = 4;

    @Override
    public SpfFacts probe(Target target, Outside outside) {
        var domain = target.domain();
        var answer = outside.dns().txt(domain);
        if (answer instanceof Answer.Failed<Rdata.Text>(var failure, _, _)) {
            return new SpfFacts.Unreachable(domain, failure);
        }
        var records = records(answer.records());
        var around = around(target, outside.dns(), answer.records(), !records.isEmpty());
        return switch (records.size()) {
            case 0 -> new SpfFacts.Absent(around);
            case 1 -> published(target, outside, around, records.getFirst());
            default ->
                    new SpfFacts.Several(around, records.stream().map(Rdata.Text::joined).toList());
        };
    }

    /// Those TXT records that are SPF records.
    static List<Rdata.Text> records(List<Rdata.Text> texts) {
        return texts.stream().filter(text -> SpfRecord.isSpf(text.joined())).toList();
    }

    private static SpfFacts published(
            Target target, Outside outside, Surroundings around, Rdata.Text text) {
        var record = SpfParser.read(text.joined());
        var expansion =
                new Expander(outside.dns(), outside.clock(), target.domain()).expand(record);
        return new SpfFacts.Published(
                around,
                text.strings(),
                expansion,
                explained(record, target.domain(), outside.dns()),
                record.isValid() ? clients(target, outside, around) : List.of(),
                expired(expansion, outside.dns()),
                mailboxes(target, around, outside));
    }

    /// Domains that the registry's name servers say do not exist, though the suffix above them
    /// does.
    private static List<DnsName> expired(Expansion expansion, Dns dns) {
        return expansion
                .all()
                .filter(node ->
                        node.outcome() instanceof Node.Outcome.NoRecord(var isVoid) && isVoid)
                .map(node -> PublicSuffixes.builtIn().registrableDomain(DnsName.of(node.target())))
                .flatMap(Optional::stream)
                .distinct()
                .limit(MAX_EXPIRED)
                .filter(name -> isMissing(dns.ns(name)))
                .filter(name -> isThere(dns.ns(name.parent())))
                .toList();
    }

    private static boolean isMissing(Answer<?> answer) {
        return answer instanceof Answer.NxDomain && answer.aliases().isEmpty();
    }

    private static boolean isThere(Answer<?> answer) {
        return answer instanceof Answer.Data || answer instanceof Answer.NoData;
    }

    /// Where a domain names the hosts it sends from, these speak for themselves.
    private static Optional<MailboxProvider> mailboxes(
            Target target, Surroundings around, Outside outside) {
        return target.profile().sends() && target.hosts().isEmpty()
                ? MailboxProvider.of(around.mxHosts(), outside.dns(), outside.clock())
                : Optional.empty();
    }

    private static Explained explained(SpfRecord record, DnsName domain, Dns dns) {
        var name =
                record.explanation()
                        .map(Term.Explanation::target)
                        .filter(spec -> spec.letters().chars().allMatch(c -> c == 'd' || c == 'o'))
                        .flatMap(spec -> QueryName.of(spec.expand(_ -> domain.text())));
        if (name.isEmpty()) {
            return Explained.NOT_ASKED;
        }
        var answer = dns.txt(name.get());
        if (answer.isFailed()) {
            return Explained.NOT_ASKED;
        }
        var texts = answer.records();
        return texts.size() == 1
                        && MacroString.parseExplanation(texts.getFirst().joined()).isPresent()
                ? Explained.FOUND
                : Explained.BROKEN;
    }

    private static List<Client> clients(Target target, Outside outside, Surroundings around) {
        if (!target.profile().sends()) {
            return List.of();
        }
        var evaluator = new SpfEvaluator(outside.dns(), outside.clock());
        var sender = "postmaster@" + target.domain().text();
        return Stream.concat(
                        around.ownHosts().stream()
                                .flatMap(host ->
                                        host.addresses().stream()
                                                .map(ip -> new Host(host.name().text(), ip))),
                        target.hosts().stream().map(ip -> new Host(IpText.of(ip), ip)))
                .limit(MAX_CLIENTS)
                .map(host -> host.judged(evaluator, sender))
                .toList();
    }

    private record Host(String name, InetAddress address) {
        Client judged(SpfEvaluator evaluator, String sender) {
            var query = new SpfQuery(address, name, sender, "");
            return new Client(name, address, evaluator.evaluate(query).result());
        }
    }

    private static Surroundings around(
            Target target, Dns dns, List<Rdata.Text> texts, boolean published) {
        var domain = target.domain();
        var type99 =
                dns.ask(domain, RecordType.SPF, Rdata.Text.class).records().stream()
                        .map(Rdata.Text::joined)
                        .toList();
        var mxHosts =
                dns.mx(domain).records().stream()
                        .map(Rdata.Mx::host)
                        .filter(host -> !host.isRoot())
                        .distinct()
                        .sorted()
                        .toList();
        return new Surroundings(
                domain,
                target.profile(),
                texts,
                type99,
                misplaced(domain, dns, published),
                mxHosts,
                target.profile().sends() ? ownHosts(domain, mxHosts, dns) : List.of());
    }

    /// At `_dmarc` a record is always wrong; at `_spf` and `spf` only if the domain itself has
    /// none.
    private static List<Misplaced> misplaced(DnsName domain, Dns dns, boolean published) {
        var found = new ArrayList<Misplaced>();
        for (var label : published ? List.of("_dmarc") : List.of("_spf", "spf", "_dmarc")) {
            var name = domain.child(label);
            records(dns.txt(name).records())
                    .forEach(text -> found.add(new Misplaced(name, text.joined())));
        }
        if (!found.isEmpty()) {
            var everywhere = dns.txt(domain.child("posthorn-no-such-name")).records();
            found.removeIf(m -> everywhere.stream().anyMatch(t -> t.joined().equals(m.text())));
        }
        return found;
    }

    private static List<MailHost> ownHosts(DnsName domain, List<DnsName> mxHosts, Dns dns) {
        return mxHosts.stream()
                .filter(host -> host.isWithin(domain))
                .limit(MAX_OWN_HOSTS)
                .map(host -> mailHost(host, dns))
                .toList();
    }

    private static MailHost mailHost(DnsName host, Dns dns) {
        var addresses = new ArrayList<>(dns.a(host).records());
        addresses.addAll(dns.aaaa(host).records());
        return new MailHost(host, addresses, helo(dns.txt(host)));
    }

    private static HeloRecord helo(Answer<Rdata.Text> answer) {
        if (answer.isFailed() || !answer.aliases().isEmpty()) {
            return HeloRecord.UNKNOWN;
        }
        return records(answer.records()).isEmpty() ? HeloRecord.MISSING : HeloRecord.PUBLISHED;
    }
}
