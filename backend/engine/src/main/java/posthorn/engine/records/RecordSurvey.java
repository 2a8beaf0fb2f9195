package posthorn.engine.records;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dkim.DkimProbe;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.OneRun;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.records.Row.Seen;

/// The records of a domain, asked for at several places.
///
/// @param zone the zone the domain belongs to; empty if none was found
/// @param places who was asked: resolvers, then the name servers of the zone
public record RecordSurvey(
        DnsName domain, Optional<DnsName> zone, List<Place> places, List<Row> rows) {

    private static final int MOST_SERVERS = 13;
    private static final int MOST_HOSTS = 8;
    private static final int MOST_QUESTIONS = 1000;
    private static final int AT_ONCE = 16;
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    private static final List<RecordType> OWN =
            List.of(
                    RecordType.SOA,
                    RecordType.NS,
                    RecordType.MX,
                    RecordType.TXT,
                    RecordType.A,
                    RecordType.AAAA,
                    RecordType.CAA,
                    RecordType.DS,
                    RecordType.DNSKEY);
    private static final List<String> TEXTS =
            List.of("_dmarc", "_mta-sts", "_smtp._tls", "default._bimi");

    public RecordSurvey {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /// A resolver to ask, and what to call it.
    public record Resolver(String name, Dns dns) {}

    /// Asks these resolvers, at least one, and the name servers of the zone. The first resolver
    /// also finds the zone, the mail hosts and, where the target names none, selectors.
    public static RecordSurvey of(Target target, List<Resolver> resolvers, Outside outside) {
        return new Asking(target, resolvers, outside).survey();
    }

    /// Whether any two places contradict each other.
    public boolean differs() {
        return rows.stream().anyMatch(Row::differs);
    }

    /// Whether a question stayed open everywhere.
    public boolean isUnknown() {
        return rows.stream().anyMatch(Row::isUnknown);
    }

    private static final class Asking {

        private record At(Place place, Dns dns) {}

        private final Target target;
        private final Outside outside;
        private final List<At> resolvers;

        Asking(Target target, List<Resolver> resolvers, Outside outside) {
            this.target = target;
            this.resolvers =
                    resolvers.stream()
                            .map(resolver ->
                                    new At(
                                            new Place.Resolver(resolver.name()),
                                            limited(outside.with(resolver.dns())).dns()))
                            .toList();
            this.outside = limited(outside).with(this.resolvers.getFirst().dns());
        }

        private Outside limited(Outside unlimited) {
            return new OneRun(unlimited, MOST_QUESTIONS, MOST_TIME).about(target.domain());
        }

        RecordSurvey survey() {
            var zone = zone(target.domain());
            var places = new ArrayList<>(resolvers);
            zone.ifPresent(name -> places.addAll(servers(name)));
            var questions = questions();
            var seen =
                    Parallel.map(
                            questions.stream()
                                    .flatMap(question ->
                                            places.stream()
                                                    .filter(at -> isFor(at, question, zone))
                                                    .map(at -> new Asked(at, question)))
                                    .toList(),
                            AT_ONCE,
                            asked ->
                                    new Answered(
                                            asked.question(),
                                            new Seen(
                                                    asked.at().place(),
                                                    asked.at().dns().ask(asked.question()))));
            return new RecordSurvey(
                    target.domain(),
                    zone,
                    places.stream().map(At::place).toList(),
                    questions.stream().map(question -> row(question, seen)).toList());
        }

        private record Asked(At at, Question question) {}

        private record Answered(Question question, Seen seen) {}

        private static Row row(Question question, List<Answered> all) {
            return new Row(
                    question,
                    all.stream()
                            .filter(one -> one.question().equals(question))
                            .map(Answered::seen)
                            .toList());
        }

        /// Name servers know their own zone; DS records are the parent's (RFC 4035 §2.4).
        private static boolean isFor(At at, Question question, Optional<DnsName> zone) {
            return at.place() instanceof Place.Resolver
                    || (question.type() != RecordType.DS
                            && zone.filter(question.name()::isWithin).isPresent());
        }

        /// The nearest name with name servers of its own, below a top-level domain.
        private Optional<DnsName> zone(DnsName domain) {
            var name = domain;
            while (name.labels().size() > 1) {
                if (!outside.dns().ns(name).records().isEmpty()) {
                    return Optional.of(name);
                }
                name = name.parent();
            }
            return Optional.empty();
        }

        private List<At> servers(DnsName zone) {
            var names = outside.dns().ns(zone).records().stream().sorted().toList();
            return Parallel.map(names.stream().limit(MOST_SERVERS).toList(), AT_ONCE, this::server)
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }

        /// A server by its first address; by one of IPv6 only if it has no other.
        private Optional<At> server(DnsName name) {
            return first(outside.dns().a(name).records())
                    .or(() -> first(outside.dns().aaaa(name).records()))
                    .map(address ->
                            new At(
                                    new Place.NameServer(name, address),
                                    question -> outside.servers().ask(address, question)));
        }

        private static Optional<InetAddress> first(List<InetAddress> addresses) {
            return addresses.stream().findFirst();
        }

        private List<Question> questions() {
            var domain = target.domain();
            var questions = new LinkedHashSet<Question>();
            OWN.forEach(type -> questions.add(new Question(domain, type)));
            TEXTS.forEach(label -> text(domain.child(label), questions));
            addresses(domain.child("mta-sts"), questions);
            selectors()
                    .forEach(selector -> text(domain.child(selector + "._domainkey"), questions));
            for (var host : hosts()) {
                addresses(host, questions);
                questions.add(new Question(host.child("_25._tcp"), RecordType.TLSA));
            }
            return List.copyOf(questions);
        }

        private static void text(DnsName name, Set<Question> questions) {
            questions.add(new Question(name, RecordType.TXT));
        }

        private static void addresses(DnsName name, Set<Question> questions) {
            questions.add(new Question(name, RecordType.A));
            questions.add(new Question(name, RecordType.AAAA));
        }

        private List<DnsName> hosts() {
            return outside.dns().mx(target.domain()).records().stream()
                    .map(Rdata.Mx::host)
                    .filter(DnsName::isWellFormed)
                    .distinct()
                    .sorted()
                    .limit(MOST_HOSTS)
                    .toList();
        }

        /// Those of the target; where it has none, likely ones at which there is something.
        private List<String> selectors() {
            if (!target.selectors().isEmpty()) {
                return target.selectors().stream().map(KnownSelector::name).distinct().toList();
            }
            return new DkimProbe().probe(target, outside) instanceof DkimFacts.Probed probed
                    ? probed.selectors().stream()
                            .filter(selector ->
                                    !(selector instanceof SelectorFacts.Missing
                                            || selector instanceof SelectorFacts.Silent))
                            .map(selector -> selector.selector().name())
                            .toList()
                    : List.of();
        }
    }
}
