package posthorn.engine.dnsbl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import posthorn.engine.psl.PublicSuffixes;

/// Tests the lists, then asks the healthy ones about the domain, the addresses its mail is sent
/// from, those its SPF record names, and those of its MX hosts. What the most important lists
/// accuse is asked of another resolver as well.
final class DnsblProbe implements Probe<Target, DnsblFacts> {

    private static final int MAX_HOSTS = 10;
    private static final int MAX_REASON = 300;

    /// By what is written, which decides nothing else.
    static final Comparator<InetAddress> BY_TEXT = Comparator.comparing(Object::toString);

    private final Supplier<ListTable> lists;

    DnsblProbe(Supplier<ListTable> lists) {
        this.lists = lists;
    }

    @Override
    public DnsblFacts probe(Target target, Outside outside) {
        var dns = outside.dns();
        var table = lists.get();
        var ready = table.ready();
        var found = ready.isEmpty() ? new Found(List.of(), List.of()) : found(target, dns);
        var plan = Plan.of(ready, found.subjects());
        var health =
                Parallel.map(plan.pairs(), ListHealth.AT_ONCE, pair -> health(pair, table, dns));
        return new DnsblFacts(
                target,
                table.lists(),
                found.silent(),
                plan,
                health,
                replies(plan, health, outside));
    }

    private static ListHealth health(ListHealth.Pair pair, ListTable table, Dns dns) {
        return table.disabled(pair.list(), pair.kind())
                .<ListHealth>map(off -> new ListHealth.Off(pair.list(), pair.kind(), off))
                .orElseGet(() -> ListHealth.of(pair, dns));
    }

    private record Found(List<Subject> subjects, List<DnsName> silent) {}

    private static Found found(Target target, Dns dns) {
        var silent = new ArrayList<DnsName>();
        var byAddress = mxAddresses(target.domain(), dns, silent);
        var allowed = allowed(target, dns);
        silent.addAll(allowed.silent());
        var subjects = new ArrayList<>(names(target.domain()));
        SpecialPurpose.without(target.hosts().stream().distinct())
                .map(Subject.Sender::new)
                .forEach(subjects::add);
        SpecialPurpose.without(allowed.addresses().stream())
                .filter(address -> !target.hosts().contains(address))
                .map(address ->
                        new Subject.Allowed(address, byAddress.getOrDefault(address, List.of())))
                .forEach(subjects::add);
        SpecialPurpose.without(byAddress.keySet().stream())
                .filter(address -> !target.hosts().contains(address))
                .filter(address -> !allowed.addresses().contains(address))
                .map(address ->
                        new Subject.MxAddress(address, byAddress.getOrDefault(address, List.of())))
                .forEach(subjects::add);
        return new Found(subjects, silent.stream().distinct().toList());
    }

    /// A domain that sends nothing lets nobody send.
    private static AllowedAddresses allowed(Target target, Dns dns) {
        return target.profile().sends()
                ? AllowedAddresses.of(target.domain(), dns)
                : new AllowedAddresses(List.of(), List.of());
    }

    /// The Organizational Domain, which some lists know alone, and the domain where it lies below.
    private static List<Subject> names(DnsName domain) {
        var organizational = PublicSuffixes.builtIn().organizationalDomain(domain);
        return organizational.equals(domain)
                ? List.of(new Subject.OwnDomain(domain))
                : List.of(new Subject.SubDomain(domain), new Subject.OwnDomain(organizational));
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
            a.records().stream().sorted(BY_TEXT).forEach(all::add);
            aaaa.records().stream().sorted(BY_TEXT).forEach(all::add);
            return all;
        }
    }

    private static HostAddresses addresses(DnsName host, Dns dns) {
        return new HostAddresses(host, dns.a(host), dns.aaaa(host));
    }

    private static List<DnsblFacts.Reply> replies(
            Plan plan, List<ListHealth> health, Outside outside) {
        var questions = new ArrayList<Query>();
        for (var tested : health) {
            if (tested instanceof ListHealth.Healthy(var list, var kind)) {
                plan.subjects().stream()
                        .filter(subject -> subject.kind() == kind && list.knows(subject))
                        .forEach(subject -> questions.add(new Query(list, subject)));
            }
        }
        return Parallel.map(questions, ListHealth.AT_ONCE, query -> reply(query, outside));
    }

    private record Query(DnsList list, Subject subject) {}

    private static DnsblFacts.Reply reply(Query query, Outside outside) {
        var dns = outside.dns();
        var name = query.subject().in(query.list().zone());
        var answer = ListAnswer.of(query.list(), dns.a(name));
        var reason = answer instanceof ListAnswer.Coded ? reason(name, dns) : "";
        return new DnsblFacts.Reply(
                query.list(), query.subject(), answer, reason, second(query, answer, outside));
    }

    /// What would be grave is asked of another resolver too.
    private static SecondOpinion second(Query query, ListAnswer answer, Outside outside) {
        boolean isGrave =
                query.list().tier() == Tier.A
                        && query.subject().role() != Subject.Role.RECEIVES
                        && answer instanceof ListAnswer.Coded coded
                        && coded.has(ListCode.Meaning.LISTED);
        return isGrave
                ? SecondOpinion.of(
                        new ListHealth.Pair(query.list(), query.subject().kind()),
                        query.subject().in(query.list().zone()),
                        outside.others())
                : SecondOpinion.NOT_ASKED;
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
