package posthorn.engine.spf;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.LimitedDns;
import posthorn.engine.outside.Rdata;
import posthorn.engine.spf.Node.Outcome;

/// Opens all includes and the redirect of a record, far beyond what a receiver would follow, but
/// not without end.
final class Expander {

    private static final int MAX_LOOKUPS = 60;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_NODES = 2000;
    private static final int MAX_QUERIES = 120;
    private static final Duration MAX_TIME = Duration.ofSeconds(20);
    private static final int MAX_MX = 10;

    private final LimitedDns limited;
    private final Dns dns;
    private final DnsName root;
    private int lookups;
    private int nodes;

    Expander(Dns dns, Clock clock, DnsName root) {
        this.limited = new LimitedDns(dns, MAX_QUERIES, clock.instant().plus(MAX_TIME), clock);
        this.dns = new CachingDns(limited);
        this.root = root;
    }

    Expansion expand(SpfRecord record) {
        return new Expansion(root, record, nodes(List.of(root), record));
    }

    private List<Node> nodes(List<DnsName> path, SpfRecord record) {
        var opened = new ArrayList<Node>();
        boolean ended = false;
        for (var term : record.terms()) {
            if (++nodes > MAX_NODES) {
                opened.add(free(path, term, new Outcome.Unasked()));
                return opened;
            }
            switch (term) {
                case Term.Directive d -> {
                    opened.add(ended ? free(path, d, new Outcome.Unused()) : directive(path, d));
                    ended |= d.mechanism() instanceof Mechanism.All;
                }
                case Term.Redirect r -> {
                    if (record.all().isPresent()) {
                        opened.add(free(path, r, new Outcome.Unused()));
                    }
                }
                case Term.Explanation _, Term.UnknownModifier _ ->
                        opened.add(free(path, term, new Outcome.Literal()));
                case Term.Broken _ -> opened.add(free(path, term, new Outcome.Unreadable()));
            }
        }
        record.redirect()
                .filter(_ -> record.all().isEmpty())
                .ifPresent(redirect -> opened.add(counted(path, redirect, redirect.target())));
        return opened;
    }

    private Node free(List<DnsName> path, Term term, Outcome outcome) {
        return new Node(path, term, "", outcome, 0, lookups);
    }

    private Node directive(List<DnsName> path, Term.Directive directive) {
        return directive.mechanism().asksDns()
                ? counted(path, directive, directive.mechanism().target())
                : free(path, directive, new Outcome.Literal());
    }

    private Node counted(List<DnsName> path, Term term, MacroString target) {
        int before = lookups++;
        var text = fixed(target, path.getLast());
        var outcome =
                text.isEmpty()
                        ? new Outcome.Dynamic()
                        : QueryName.of(text.get())
                                .map(name -> outcome(path, term, name))
                                .orElseGet(Outcome.NoName::new);
        var shown = text.flatMap(QueryName::of).map(DnsName::text).orElse("");
        return new Node(path, term, shown, outcome, lookups - before, lookups);
    }

    /// The name a target stands for, if it is the same for every mail from the domain.
    private Optional<String> fixed(MacroString target, DnsName domain) {
        return target.letters().chars().allMatch(c -> c == 'd' || c == 'o')
                ? Optional.of(target.expand(c -> c == 'd' ? domain.text() : root.text()))
                : Optional.empty();
    }

    private Outcome outcome(List<DnsName> path, Term term, DnsName name) {
        if (lookups > MAX_LOOKUPS || limited.asked() >= MAX_QUERIES) {
            return new Outcome.Unasked();
        }
        return switch (term) {
            case Term.Directive(_, _, _, Mechanism.A _) -> addresses(name);
            case Term.Directive(_, _, _, Mechanism.Mx _) -> mailHosts(name);
            case Term.Directive(_, _, _, Mechanism.Exists _) -> exists(name);
            case Term.Directive(_, _, _, Mechanism.Ptr _) -> new Outcome.Dynamic();
            default -> record(path, name);
        };
    }

    private Outcome record(List<DnsName> path, DnsName name) {
        if (path.contains(name)) {
            return new Outcome.Loop();
        }
        if (path.size() >= MAX_DEPTH) {
            return new Outcome.Unasked();
        }
        var answer = dns.txt(name);
        if (answer instanceof Answer.Failed<Rdata.Text>(var failure, _, _)) {
            return new Outcome.Failed(failure);
        }
        var records = SpfProbe.records(answer.records());
        return switch (records.size()) {
            case 0 -> new Outcome.NoRecord(answer.isVoid());
            case 1 -> record(path, name, SpfParser.read(records.getFirst().joined()));
            default ->
                    new Outcome.Several(records.stream().map(Rdata.Text::joined).sorted().toList());
        };
    }

    private Outcome record(List<DnsName> path, DnsName name, SpfRecord record) {
        if (!record.isValid()) {
            return new Outcome.Malformed(record);
        }
        var longer = new ArrayList<>(path);
        longer.add(name);
        return new Outcome.Found(record, nodes(longer, record));
    }

    private Outcome addresses(DnsName name) {
        var four = dns.a(name);
        var six = dns.aaaa(name);
        if (four instanceof Answer.Failed<InetAddress>(var failure, _, _)) {
            return new Outcome.Failed(failure);
        }
        if (six instanceof Answer.Failed<InetAddress>(var failure, _, _)) {
            return new Outcome.Failed(failure);
        }
        var both = new ArrayList<>(four.records());
        both.addAll(six.records());
        return both.isEmpty() ? new Outcome.Nothing() : new Outcome.Addresses(both);
    }

    private Outcome exists(DnsName name) {
        return switch (dns.a(name)) {
            case Answer.Failed<InetAddress>(var failure, _, _) -> new Outcome.Failed(failure);
            case Answer.Data<InetAddress>(var found, _, _, _, _) -> new Outcome.Addresses(found);
            case Answer.NoData<InetAddress> _, Answer.NxDomain<InetAddress> _ ->
                    new Outcome.Nothing();
        };
    }

    private Outcome mailHosts(DnsName name) {
        return switch (dns.mx(name)) {
            case Answer.Failed<Rdata.Mx>(var failure, _, _) -> new Outcome.Failed(failure);
            case Answer.Data<Rdata.Mx>(var found, _, _, _, _) -> mailHosts(found);
            case Answer.NoData<Rdata.Mx> _, Answer.NxDomain<Rdata.Mx> _ -> new Outcome.Nothing();
        };
    }

    private Outcome mailHosts(List<Rdata.Mx> found) {
        var hosts = found.stream().map(Rdata.Mx::host).filter(h -> !h.isRoot()).sorted().toList();
        var all = new ArrayList<InetAddress>();
        for (var host : hosts.subList(0, Math.min(MAX_MX, hosts.size()))) {
            switch (addresses(host)) {
                case Outcome.Failed failed -> {
                    return failed;
                }
                case Outcome.Addresses(var addresses) -> all.addAll(addresses);
                default -> {}
            }
        }
        return new Outcome.MailHosts(hosts, all);
    }
}
