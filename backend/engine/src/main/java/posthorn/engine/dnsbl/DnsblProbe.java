package posthorn.engine.dnsbl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.SpecialPurpose;

/// Tests the lists, then asks the healthy ones about the domain, the addresses its mail is sent
/// from, and those of its MX hosts.
final class DnsblProbe implements Probe<Target, DnsblFacts> {

    private static final int MAX_HOSTS = 10;
    private static final int MAX_REASON = 300;

    private final ListTable table;

    DnsblProbe(ListTable table) {
        this.table = table;
    }

    @Override
    public DnsblFacts probe(Target target, Outside outside) {
        var dns = outside.dns();
        var ready = table.ready();
        var found = ready.isEmpty() ? new Found(List.of(), List.of()) : found(target, dns);
        var plan = Plan.of(ready, found.subjects());
        var health = ListHealth.all(plan.pairs(), dns);
        return new DnsblFacts(
                target, table.lists(), found.silent(), plan, health, replies(plan, health, dns));
    }

    private record Found(List<Subject> subjects, List<DnsName> silent) {}

    private static Found found(Target target, Dns dns) {
        var silent = new ArrayList<DnsName>();
        var byAddress = mxAddresses(target.domain(), dns, silent);
        var subjects = new ArrayList<Subject>();
        subjects.add(new Subject.OwnDomain(target.domain()));
        SpecialPurpose.without(target.hosts().stream().distinct())
                .map(Subject.Sender::new)
                .forEach(subjects::add);
        SpecialPurpose.without(byAddress.keySet().stream())
                .filter(address -> !target.hosts().contains(address))
                .map(address ->
                        new Subject.MxAddress(address, byAddress.getOrDefault(address, List.of())))
                .forEach(subjects::add);
        return new Found(subjects, silent);
    }

    private static Map<InetAddress, List<DnsName>> mxAddresses(
            DnsName domain, Dns dns, List<DnsName> silent) {
        var mx = dns.mx(domain);
        if (mx.isFailed()) {
            silent.add(domain);
        }
        var byAddress = new LinkedHashMap<InetAddress, List<DnsName>>();
        var hosts =
                mx.records().stream()
                        .sorted(
                                Comparator.comparingInt(Rdata.Mx::preference)
                                        .thenComparing(Rdata.Mx::host))
                        .map(Rdata.Mx::host)
                        .filter(DnsName::isWellFormed)
                        .distinct()
                        .limit(MAX_HOSTS)
                        .toList();
        for (var answers : Parallel.map(hosts, MAX_HOSTS, host -> addresses(host, dns))) {
            if (answers.a().isFailed() || answers.aaaa().isFailed()) {
                silent.add(answers.host());
            }
            answers.sorted()
                    .forEach(address ->
                            byAddress
                                    .computeIfAbsent(address, _ -> new ArrayList<>())
                                    .add(answers.host()));
        }
        return byAddress;
    }

    private record HostAddresses(DnsName host, Answer<InetAddress> a, Answer<InetAddress> aaaa) {

        /// The order of an answer means nothing, so it must not decide who is left out.
        List<InetAddress> sorted() {
            var all = new ArrayList<InetAddress>();
            a.records().stream().sorted(Comparator.comparing(Object::toString)).forEach(all::add);
            aaaa.records().stream()
                    .sorted(Comparator.comparing(Object::toString))
                    .forEach(all::add);
            return all;
        }
    }

    private static HostAddresses addresses(DnsName host, Dns dns) {
        return new HostAddresses(host, dns.a(host), dns.aaaa(host));
    }

    private static List<DnsblFacts.Reply> replies(Plan plan, List<ListHealth> health, Dns dns) {
        var questions = new ArrayList<Query>();
        for (var tested : health) {
            if (tested instanceof ListHealth.Healthy(var list, var kind)) {
                plan.subjects().stream()
                        .filter(subject -> subject.kind() == kind)
                        .forEach(subject -> questions.add(new Query(list, subject)));
            }
        }
        return Parallel.map(questions, ListHealth.AT_ONCE, query -> reply(query, dns));
    }

    private record Query(DnsList list, Subject subject) {}

    private static DnsblFacts.Reply reply(Query query, Dns dns) {
        var name = query.subject().in(query.list().zone());
        var answer = ListAnswer.of(query.list(), dns.a(name));
        var reason = answer instanceof ListAnswer.Coded ? reason(name, dns) : "";
        return new DnsblFacts.Reply(query.list(), query.subject(), answer, reason);
    }

    /// The list's own words (RFC 5782 §2.1), asked for on a hit only.
    private static String reason(DnsName name, Dns dns) {
        var text =
                dns.txt(name).records().stream()
                        .map(Rdata.Text::joined)
                        .sorted()
                        .collect(Collectors.joining(" "));
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) + "…" : text;
    }
}
