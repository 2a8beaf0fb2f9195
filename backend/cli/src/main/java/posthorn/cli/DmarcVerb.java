package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Target;
import posthorn.engine.dmarc.Authorisation;
import posthorn.engine.dmarc.Discovery;
import posthorn.engine.dmarc.DmarcCheck;
import posthorn.engine.dmarc.DmarcFacts;
import posthorn.engine.dmarc.DmarcRecord;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.dmarc.ReportTarget;
import posthorn.engine.dmarc.ReportUri;
import posthorn.engine.dmarc.Rfc7489View;
import posthorn.engine.dmarc.TreeWalk;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Recorder;

/// `dmarc DOMAIN`: which policy applies to mail of a domain, by both standards, and who gets the
/// reports.
final class DmarcVerb implements Verb<DmarcVerb.Outcome> {

    /// What was found.
    record Outcome(DmarcFacts facts, CheckResult result) {

        DnsName domain() {
            return facts.target().domain();
        }

        Optional<Discovery.Found> found() {
            return facts.discovery() instanceof Discovery.Found found
                    ? Optional.of(found)
                    : Optional.empty();
        }

        /// The record that speaks for names below the domain: its own, or that of its
        /// Organizational Domain (RFC 9989 §4.10.1).
        Optional<DmarcRecord> below() {
            var walk = facts.walk();
            var own = facts.own().filter(record -> record.isPsd("y"));
            return own.or(
                    () -> walk.at(walk.organizationalDomain()).flatMap(TreeWalk.Step::record));
        }

        /// The policy in effect for names below, those that exist or those that do not.
        Optional<Policy> below(boolean exists) {
            return below().flatMap(record ->
                    record.inheritedPolicy(exists)
                            .map(policy -> record.isTesting() ? policy.lowered() : policy));
        }
    }

    @Override
    public String name() {
        return "dmarc";
    }

    @Override
    public Optional<Option> argument() {
        return Optional.of(Option.one("domain", "DOMAIN"));
    }

    @Override
    public List<Option> options() {
        return List.of(Option.RESOLVER, Option.ZONE, Option.LANG, Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var target = Target.of(CheckVerb.onlyDomain(values, name()));
        return probed(target, CheckVerb.limited(work.outside(values)));
    }

    private static Outcome probed(Target target, Outside outside) {
        var recorder = new Recorder(outside);
        var check = DmarcCheck.check();
        var facts = check.probe().probe(target, recorder.outside());
        return new Outcome(
                facts,
                new CheckResult(
                        check.kind(),
                        check.records().apply(facts),
                        check.judge(facts),
                        recorder.transcript()));
    }

    @Override
    public int status(Outcome outcome) {
        return Status.of(outcome.result().verdict());
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var facts = outcome.facts();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("domain", outcome.domain());
        json.put("verdict", outcome.result().verdict());
        json.put("discovery", state(facts.discovery()));
        json.put("organizationalDomain", facts.walk().organizationalDomain());
        json.put("walk", facts.walk().steps().stream().map(DmarcVerb::step).toList());
        outcome.found().ifPresent(found -> json.putAll(policy(outcome, found)));
        json.put("rfc7489", former(facts.former()));
        json.put("rua", uris(facts.own().map(DmarcRecord::rua).orElse(List.of())));
        json.put("ruf", uris(facts.own().map(DmarcRecord::ruf).orElse(List.of())));
        json.put("reportDomains", facts.targets().stream().map(DmarcVerb::target).toList());
        json.put("findings", CheckVerb.findings(outcome.result(), messages));
        json.put("transcript", outcome.result().transcript().text());
        return json;
    }

    private static String state(Discovery discovery) {
        return switch (discovery) {
            case Discovery.Found _ -> "found";
            case Discovery.None _ -> "none";
            case Discovery.Open _ -> "unknown";
        };
    }

    private static Map<String, Object> step(TreeWalk.Step step) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", step.name().child("_dmarc"));
        json.put("answer", answer(step.answer()));
        json.put("records", step.records());
        return json;
    }

    private static String answer(Answer<?> answer) {
        return switch (answer) {
            case Answer.Data<?> _ -> "DATA";
            case Answer.NoData<?> _ -> "NODATA";
            case Answer.NxDomain<?> _ -> "NXDOMAIN";
            case Answer.Failed<?>(var failure, _, _) -> failure.toString();
        };
    }

    private static Map<String, Object> policy(Outcome outcome, Discovery.Found found) {
        var json = new LinkedHashMap<String, Object>();
        json.put("source", found.source());
        json.put("record", found.record().text());
        json.put("tags", KeyJson.tags(found.record().tags()));
        json.put("faults", KeyJson.faults(found.record().text(), found.record().faults()));
        json.put("testing", found.record().isTesting());
        json.put("published", found.published().text());
        json.put("policy", found.inEffect().text());
        outcome.below(true).ifPresent(p -> json.put("subdomainPolicy", p.text()));
        outcome.below(false).ifPresent(p -> json.put("missingNamePolicy", p.text()));
        json.put("adkim", found.record().isStrict("adkim") ? "s" : "r");
        json.put("aspf", found.record().isStrict("aspf") ? "s" : "r");
        return json;
    }

    private static Map<String, Object> former(Rfc7489View view) {
        var json = new LinkedHashMap<String, Object>();
        json.put("organizationalDomain", view.organizationalDomain());
        switch (view) {
            case Rfc7489View.Found found -> {
                json.put("discovery", "found");
                json.put("source", found.source());
                json.put("policy", found.policy().text());
                json.put("pct", found.pct());
            }
            case Rfc7489View.None _ -> json.put("discovery", "none");
            case Rfc7489View.Open _ -> json.put("discovery", "unknown");
        }
        return json;
    }

    private static List<Map<String, Object>> uris(List<ReportUri> uris) {
        return uris.stream()
                .map(uri ->
                        Json.object("uri", uri.text(), "at", uri.at(), "usable", uri.isUsable()))
                .toList();
    }

    private static Map<String, Object> target(ReportTarget target) {
        var json = new LinkedHashMap<String, Object>();
        json.put("domain", target.domain());
        json.put("address", target.address());
        json.put("authorisation", word(target.authorisation()));
        name(target.authorisation()).ifPresent(name -> json.put("name", name));
        return json;
    }

    private static String word(Authorisation authorisation) {
        return switch (authorisation) {
            case Authorisation.NotNeeded _ -> "not-needed";
            case Authorisation.Given _ -> "given";
            case Authorisation.Absent _ -> "absent";
            case Authorisation.Open _ -> "open";
        };
    }

    private static Optional<DnsName> name(Authorisation authorisation) {
        return switch (authorisation) {
            case Authorisation.NotNeeded _ -> Optional.empty();
            case Authorisation.Given(var name, _, _) -> Optional.of(name);
            case Authorisation.Absent(var name) -> Optional.of(name);
            case Authorisation.Open(var name, _) -> Optional.of(name);
        };
    }

    @Override
    public void print(Outcome outcome, Page page) {
        new DmarcReport(outcome, page).print();
    }

    /// The sentence about a report domain.
    static String sentence(ReportTarget target, Messages messages) {
        return messages.say(
                "dmarc.report." + word(target.authorisation()),
                Map.of("name", name(target.authorisation()).map(DnsName::text).orElse("")));
    }
}
