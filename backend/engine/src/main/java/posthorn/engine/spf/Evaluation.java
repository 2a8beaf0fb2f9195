package posthorn.engine.spf;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.LimitedDns;
import posthorn.engine.outside.Rdata;
import posthorn.engine.spf.SpfResult.Reason;
import posthorn.engine.spf.SpfResult.Step;

/// One run of `check_host()` (RFC 7208 §4) with its counters.
final class Evaluation {

    private static final int MAX_LOOKUPS = 10;
    private static final int MAX_VOIDS = 2;
    private static final Duration MAX_TIME = Duration.ofSeconds(20);
    private static final int MAX_QUERIES = 500;

    private final Dns dns;
    private final Clock clock;
    private final Instant deadline;
    private final SpfQuery query;
    private final ClientNames clientNames;
    private int lookups;
    private int voids;

    Evaluation(Dns dns, Clock clock, SpfQuery query) {
        this.clock = clock;
        this.deadline = clock.instant().plus(MAX_TIME);
        this.dns = new LimitedDns(dns, MAX_QUERIES, deadline, clock);
        this.query = query;
        this.clientNames = new ClientNames(this.dns, query.ip());
    }

    /// What one record said; `explanation` is set with a fail that is not inside an include.
    private record Said(Result result, Reason reason, List<Step> path, String explanation) {

        static Said of(Result result, Reason reason) {
            return new Said(result, reason, List.of(), "");
        }

        Said at(String domain, Term term) {
            var longer = new ArrayList<Step>();
            longer.add(new Step(domain, term.text()));
            longer.addAll(path);
            return new Said(result, reason, longer, explanation);
        }
    }

    SpfResult result(String domain) {
        var said = checkHost(domain, false);
        return new SpfResult(
                said.result(), said.reason(), said.path(), said.explanation(), lookups, voids);
    }

    private Said checkHost(String domain, boolean included) {
        var name = QueryName.of(domain).filter(n -> isHostLike(domain, n));
        if (name.isEmpty()) {
            return Said.of(Result.NONE, Reason.NO_DOMAIN);
        }
        var answer = dns.txt(name.get());
        if (answer.isFailed()) {
            return Said.of(Result.TEMPERROR, silence());
        }
        var records = records(answer.records());
        return switch (records.size()) {
            case 0 -> Said.of(Result.NONE, Reason.NO_RECORD);
            case 1 -> record(domain, SpfParser.read(records.getFirst()), included);
            default -> Said.of(Result.PERMERROR, Reason.SEVERAL_RECORDS);
        };
    }

    private static List<String> records(List<Rdata.Text> texts) {
        var records = new ArrayList<String>(1);
        for (var text : texts) {
            var joined = text.joined();
            if (SpfRecord.isSpf(joined)) {
                records.add(joined);
            }
        }
        return records;
    }

    /// An address literal or a single label is no domain (RFC 7208 §4.3).
    private static boolean isHostLike(String domain, DnsName name) {
        return !domain.startsWith("[") && name.text().indexOf('.') > 0 && domain.length() <= 254;
    }

    private Said record(String domain, SpfRecord record, boolean included) {
        if (!record.isValid()) {
            return syntax(domain, record);
        }
        for (var term : record.terms()) {
            if (!(term instanceof Term.Directive directive)) {
                continue;
            }
            switch (match(domain, directive)) {
                case Match.No() -> {}
                case Match.Yes(var path) -> {
                    return matched(domain, record, directive, path, included);
                }
                case Match.Ends(var result, var reason, var path) -> {
                    return new Said(result, reason, path, "").at(domain, directive);
                }
            }
        }
        return record.redirect()
                .map(redirect -> redirected(domain, redirect, included))
                .orElseGet(() -> Said.of(Result.NEUTRAL, Reason.NOTHING_MATCHED));
    }

    private static Said syntax(String domain, SpfRecord record) {
        var fault = record.faults().getFirst();
        var said = Said.of(Result.PERMERROR, Reason.SYNTAX);
        return record.terms().stream()
                .filter(term -> term.at() == fault.at())
                .findFirst()
                .map(term -> said.at(domain, term))
                .orElse(said);
    }

    private Said matched(
            String domain,
            SpfRecord record,
            Term.Directive directive,
            List<Step> path,
            boolean included) {
        var result = directive.qualifier().result();
        var explanation =
                result == Result.FAIL && !included
                        ? record.explanation().map(exp -> explanation(domain, exp)).orElse("")
                        : "";
        return new Said(result, Reason.MATCHED, path, explanation).at(domain, directive);
    }

    private Said redirected(String domain, Term.Redirect redirect, boolean included) {
        if (++lookups > MAX_LOOKUPS) {
            lookups = MAX_LOOKUPS;
            return Said.of(Result.PERMERROR, Reason.TOO_MANY_LOOKUPS).at(domain, redirect);
        }
        var said = checkHost(expanded(redirect.target(), domain), included);
        return said.result() == Result.NONE
                ? Said.of(Result.PERMERROR, Reason.NO_TARGET_RECORD).at(domain, redirect)
                : said.at(domain, redirect);
    }

    private Match match(String domain, Term.Directive directive) {
        var mechanism = directive.mechanism();
        if (mechanism.asksDns() && ++lookups > MAX_LOOKUPS) {
            lookups = MAX_LOOKUPS;
            return Match.permerror(Reason.TOO_MANY_LOOKUPS);
        }
        return switch (mechanism) {
            case Mechanism.All() -> Match.YES;
            case Mechanism.Ip(var network) -> Match.when(network.contains(query.ip()));
            case Mechanism.Include(var target) -> include(expanded(target, domain));
            case Mechanism.A(var target, var four, var six) -> a(name(target, domain), four, six);
            case Mechanism.Mx(var target, var four, var six) -> mx(name(target, domain), four, six);
            case Mechanism.Exists(var target) -> exists(name(target, domain));
            case Mechanism.Ptr(var target) -> ptr(name(target, domain));
        };
    }

    private Match include(String target) {
        var said = checkHost(target, true);
        return switch (said.result()) {
            case PASS -> new Match.Yes(said.path());
            case FAIL, SOFTFAIL, NEUTRAL -> Match.NO;
            case NONE -> Match.permerror(Reason.NO_TARGET_RECORD);
            case TEMPERROR, PERMERROR -> new Match.Ends(said.result(), said.reason(), said.path());
        };
    }

    private Match a(List<DnsName> names, int four, int six) {
        for (var name : names) {
            var answer = addresses(name);
            if (countsTooMuch(answer)) {
                return Match.permerror(Reason.TOO_MANY_VOIDS);
            }
            return within(answer, four, six);
        }
        return Match.NO;
    }

    private Match mx(List<DnsName> names, int four, int six) {
        for (var name : names) {
            var answer = dns.mx(name);
            if (answer.isFailed()) {
                return Match.temperror(silence());
            }
            if (countsTooMuch(answer)) {
                return Match.permerror(Reason.TOO_MANY_VOIDS);
            }
            if (answer.records().size() > MAX_LOOKUPS) {
                return Match.permerror(Reason.TOO_MANY_MX);
            }
            return hosts(answer.records(), four, six);
        }
        return Match.NO;
    }

    private Match hosts(List<Rdata.Mx> hosts, int four, int six) {
        for (var host : hosts) {
            if (host.host().isRoot()) {
                continue;
            }
            var match = within(addresses(host.host()), four, six);
            if (!(match instanceof Match.No)) {
                return match;
            }
        }
        return Match.NO;
    }

    private Answer<InetAddress> addresses(DnsName name) {
        return query.isSix() ? dns.aaaa(name) : dns.a(name);
    }

    private Match within(Answer<InetAddress> answer, int four, int six) {
        if (answer.isFailed()) {
            return Match.temperror(silence());
        }
        int prefix = query.isSix() ? six : four;
        return Match.when(
                answer.records().stream()
                        .anyMatch(ip -> new IpNetwork(ip, prefix).contains(query.ip())));
    }

    private Match exists(List<DnsName> names) {
        for (var name : names) {
            var answer = dns.a(name);
            if (answer.isFailed()) {
                return Match.temperror(silence());
            }
            return countsTooMuch(answer)
                    ? Match.permerror(Reason.TOO_MANY_VOIDS)
                    : Match.when(!answer.records().isEmpty());
        }
        return Match.NO;
    }

    private Match ptr(List<DnsName> names) {
        if (countsTooMuch(clientNames.answer())) {
            return Match.permerror(Reason.TOO_MANY_VOIDS);
        }
        return Match.when(
                names.stream()
                        .anyMatch(name -> clientNames.validatedWithin(name).findAny().isPresent()));
    }

    /// Counts an empty answer, and says whether there were too many (RFC 7208 §4.6.4).
    private boolean countsTooMuch(Answer<?> answer) {
        return answer.isVoid() && ++voids > MAX_VOIDS;
    }

    private Reason silence() {
        return clock.instant().isAfter(deadline) ? Reason.OUT_OF_TIME : Reason.DNS_FAILED;
    }

    /// The explanation, or nothing if it cannot be had (RFC 7208 §6.2). Its look-up counts nowhere.
    private String explanation(String domain, Term.Explanation exp) {
        for (var name : name(exp.target(), domain)) {
            var texts = dns.txt(name).records();
            if (texts.size() == 1) {
                return MacroString.parseExplanation(texts.getFirst().joined())
                        .map(text -> text.expand(values(domain)))
                        .map(text -> text.substring(0, Math.min(text.length(), 1000)))
                        .orElse("");
            }
        }
        return "";
    }

    private String expanded(MacroString target, String domain) {
        var text = target.expand(values(domain));
        return QueryName.fitted(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }

    /// The name to ask for, or none: a name no message can hold is taken for one that does not
    /// exist.
    private List<DnsName> name(MacroString target, String domain) {
        return QueryName.of(expanded(target, domain)).stream().toList();
    }

    private MacroString.Values values(String domain) {
        return new MacroValues(query, domain, clock, clientNames);
    }
}
