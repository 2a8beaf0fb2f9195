package posthorn.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import posthorn.engine.DomainChecks;
import posthorn.engine.DomainCheckup;
import posthorn.engine.check.Check;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Target;
import posthorn.engine.check.Verdict;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.grade.Judged;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LimitedDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Transcript;
import posthorn.engine.server.Software;
import posthorn.engine.text.Texts;

/// `check DOMAIN…`: all checks of one domain or several.
final class CheckVerb implements Verb<CheckVerb.Outcome> {

    private static final String LISTS = "dnsbl";
    private static final int AT_ONCE = 8;
    private static final int MAX_QUERIES = 200;
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    /// What the checks of one domain found.
    ///
    /// @param whole whether all checks were wanted, so that a grade can be given
    record DomainOutcome(
            Target target, List<CheckResult> results, Instant at, Duration took, boolean whole) {

        DomainOutcome {
            results = List.copyOf(results);
        }

        List<Judged> judged() {
            return results.stream().map(Judged::of).toList();
        }

        Verdict verdict() {
            return worst(results.stream().map(CheckResult::verdict).toList());
        }
    }

    /// What came out for all domains, in the order of asking.
    ///
    /// @param listsLeftOut whether DNS lists would have been part of it, but none may be asked
    /// @param mask the DNS host whose form records are printed for; empty for lines of a zone file
    /// @param servers the software whose lines are wanted
    record Outcome(
            List<DomainOutcome> domains, boolean listsLeftOut, String mask, Set<Software> servers) {

        Outcome {
            domains = List.copyOf(domains);
            servers = Set.copyOf(servers);
        }

        Verdict verdict() {
            return worst(domains.stream().map(DomainOutcome::verdict).toList());
        }
    }

    private static Verdict worst(List<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(Verdict.NOT_APPLICABLE);
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Optional<Option> argument() {
        return Optional.of(Option.many("domain", "DOMAIN"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.many("selector", "S"),
                Option.one("profile", "PROFILE").of(profiles()),
                Option.many("host", "IP"),
                Option.many("only", "CHECK").of(kinds()),
                Option.many("skip", "CHECK").of(kinds()),
                Option.many("server", "SOFTWARE").of(ServerAdvice.ids()),
                Option.RESOLVER,
                Option.ZONE,
                Option.LISTS,
                Option.one("mask", "ID").of(MaskFields.ids()),
                Option.LANG,
                Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var targets = targets(values);
        var servers = ServerAdvice.wanted(values);
        var mask = values.one("mask").map(MaskFields::id).orElse("");
        var lists = Work.lists(values);
        var live = work.outside(values);
        var outside = live.under(lists::withKeys);
        var checkup = new DomainCheckup(checks(lists, values));
        boolean whole = Kinds.ALL.stream().allMatch(kind -> wanted(values, kind));
        var places = new Semaphore(AT_ONCE);
        try (var progress = work.progress(targets.size());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    targets.stream()
                            .map(target ->
                                    threads.submit(() -> {
                                        places.acquire();
                                        try {
                                            return checked(checkup, target, outside, whole);
                                        } finally {
                                            progress.done(target.domain().unicode());
                                            places.release();
                                        }
                                    }))
                            .toList();
            var domains = running.stream().map(Waiting::on).toList();
            boolean listsLeftOut = wanted(values, LISTS) && lists.ready().isEmpty();
            return new Outcome(domains, listsLeftOut, mask, servers);
        }
    }

    /// The checks that are wanted; that of the DNS lists only if there is a list that may be asked.
    private static List<Check<Target, ?>> checks(ListTable lists, Values values) {
        var checks =
                DomainChecks.all(lists).stream()
                        .filter(check -> wanted(values, check.kind()))
                        .toList();
        if (checks.isEmpty()) {
            throw UsageError.of("no-check");
        }
        return checks.stream()
                .filter(check -> !check.kind().equals(LISTS) || !lists.ready().isEmpty())
                .toList();
    }

    private static boolean wanted(Values values, String kind) {
        var only = chosen(values, "only");
        return (only.isEmpty() || only.contains(kind)) && !chosen(values, "skip").contains(kind);
    }

    private static Set<String> chosen(Values values, String option) {
        var chosen = new LinkedHashSet<>(values.all(option));
        for (var kind : chosen) {
            if (!Kinds.ALL.contains(kind)) {
                throw UsageError.of("check")
                        .with("value", kind)
                        .with("kinds", String.join(", ", Kinds.ALL));
            }
        }
        return chosen;
    }

    private static String[] kinds() {
        return Kinds.ALL.toArray(String[]::new);
    }

    /// Listed when this verb is used, not before: the table of DNS lists takes a while to read.
    private static final class Kinds {
        static final List<String> ALL = DomainChecks.all().stream().map(Check::kind).toList();
    }

    private static DomainOutcome checked(
            DomainCheckup checkup, Target target, Outside outside, boolean whole) {
        var at = outside.clock().instant();
        var results = checkup.run(target, outside, _ -> {});
        var took = Duration.between(at, outside.clock().instant());
        return new DomainOutcome(target, results, at, took, whole);
    }

    private static List<Target> targets(Values values) {
        var domains = values.all("domain");
        if (domains.isEmpty()) {
            throw UsageError.of("no-domain");
        }
        var profile = values.one("profile").map(CheckVerb::profile);
        var selectors = values.all("selector").stream().map(CheckVerb::selector).toList();
        var hosts = values.all("host").stream().map(CheckVerb::host).toList();
        return domains.stream()
                .map(CheckVerb::domain)
                .map(domain ->
                        new Target(
                                domain,
                                profile.orElse(Profile.SENDS_AND_RECEIVES),
                                selectors,
                                hosts))
                .toList();
    }

    static DnsName domain(String text) {
        if (IpText.parse(text).isPresent()) {
            throw UsageError.of("domain").with("value", text);
        }
        return DnsName.fromPerson(text)
                .orElseThrow(() -> UsageError.of("domain").with("value", text));
    }

    /// The one domain of a verb that takes no more.
    static DnsName onlyDomain(Values values, String verb) {
        return values.one("domain")
                .map(CheckVerb::domain)
                .orElseThrow(() -> UsageError.of("one-domain").with("verb", verb));
    }

    /// The outside within the limits of a check-up.
    static Outside limited(Outside outside) {
        var deadline = outside.clock().instant().plus(MAX_TIME);
        var limited = new LimitedDns(outside.dns(), MAX_QUERIES, deadline, outside.clock());
        return outside.with(new CachingDns(limited));
    }

    static KnownSelector selector(String text) {
        var name = DnsName.of(text);
        if (!name.isWellFormed()) {
            throw UsageError.of("selector").with("value", text);
        }
        return new KnownSelector(name.text(), KnownSelector.Origin.DECLARED);
    }

    private static InetAddress host(String text) {
        return IpText.parse(text).orElseThrow(() -> UsageError.of("host").with("value", text));
    }

    private static String[] profiles() {
        return Arrays.stream(Profile.values()).map(CheckVerb::word).toArray(String[]::new);
    }

    private static Profile profile(String text) {
        for (var profile : Profile.values()) {
            if (word(profile).equals(text)) {
                return profile;
            }
        }
        throw UsageError.of("profile").with("value", text);
    }

    /// `SENDS_AND_RECEIVES` as an option spells it.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status(Outcome outcome) {
        return Status.of(outcome.verdict());
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var texts = Texts.in(messages.locale());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("verdict", outcome.verdict());
        json.put(
                "domains",
                outcome.domains().stream()
                        .map(domain -> json(domain, advice(outcome, domain, messages), texts))
                        .toList());
        return json;
    }

    private static ServerAdvice advice(Outcome outcome, DomainOutcome domain, Messages messages) {
        return new ServerAdvice(outcome.servers(), domain.target().domain(), messages.locale());
    }

    private static Map<String, Object> json(
            DomainOutcome domain, ServerAdvice advice, Texts texts) {
        var target = domain.target();
        var json = new LinkedHashMap<String, Object>();
        json.put("domain", target.domain());
        json.put("unicode", target.domain().unicode());
        json.put("profile", word(target.profile()));
        json.put("verdict", domain.verdict());
        json.put("at", domain.at());
        json.put("tookMillis", domain.took().toMillis());
        json.put("asked", asked(domain));
        if (domain.whole()) {
            json.put("grade", GradeJson.of(target, domain.at(), domain.judged(), texts));
        }
        json.put("checks", domain.results().stream().map(r -> json(r, advice, texts)).toList());
        return json;
    }

    /// Questions of several checks that are equal are asked once.
    private static Map<String, Object> asked(DomainOutcome domain) {
        var asked =
                Transcript.joined(domain.results().stream().map(CheckResult::transcript).toList())
                        .asked();
        return Json.object(
                "dns", asked.dns(),
                "servers", asked.servers(),
                "mail", asked.mail(),
                "web", asked.web());
    }

    private static Map<String, Object> json(CheckResult result, ServerAdvice advice, Texts texts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", result.kind());
        json.put("verdict", result.verdict());
        json.put("records", result.records());
        json.put("findings", result.findings().stream().map(f -> json(f, advice, texts)).toList());
        json.put("transcript", result.transcript().text());
        return json;
    }

    /// The findings of one check.
    static List<Map<String, Object>> findings(CheckResult result, Messages messages) {
        var texts = Texts.in(messages.locale());
        return result.findings().stream().map(finding -> json(finding, texts)).toList();
    }

    private static Map<String, Object> json(Finding finding, ServerAdvice advice, Texts texts) {
        var json = json(finding, texts);
        if (advice.isWanted()) {
            json.put("server", ServerAdvice.json(advice.of(finding)));
        }
        return json;
    }

    private static Map<String, Object> json(Finding finding, Texts texts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("severity", finding.severity());
        json.put("code", finding.code());
        json.put("subject", finding.subject());
        json.put("text", texts.sentence(finding));
        texts.why(finding).ifPresent(why -> json.put("why", why));
        texts.fix(finding).ifPresent(fix -> json.put("fix", fix));
        json.put("evidence", finding.evidence());
        json.put("remedies", finding.remedies().stream().map(CheckVerb::json).toList());
        return json;
    }

    private static Map<String, Object> json(Remedy remedy) {
        var json = new LinkedHashMap<String, Object>();
        switch (remedy) {
            case Remedy.Publish(var name, var type, var value) -> {
                json.put("action", "publish");
                json.put("name", name);
                json.put("type", type);
                json.put("value", value);
            }
            case Remedy.Remove(var name, var type, var value) -> {
                json.put("action", "remove");
                json.put("name", name);
                json.put("type", type);
                json.put("value", value);
            }
        }
        return json;
    }

    @Override
    public void print(Outcome outcome, Page page) {
        for (var domain : outcome.domains()) {
            var advice = advice(outcome, domain, page.messages());
            CheckReport.print(page, domain, outcome.mask(), advice);
            page.blank();
        }
        if (outcome.listsLeftOut()) {
            page.text(0, page.messages().say("check.no-lists"), Page.Ink.FAINT);
        }
    }
}
