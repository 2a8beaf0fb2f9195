package posthorn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimCheck;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.dkim.DkimProbe;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Recorder;

/// `dkim DOMAIN --selector S`: what is published at the selectors of a domain. Without a selector
/// the likely ones are asked for.
final class DkimVerb implements Verb<DkimVerb.Outcome> {

    private static final int WORD = 10;
    private static final int LONGEST = 40;

    /// What was found.
    ///
    /// @param selectors those named, and of guessed ones those where something is
    record Outcome(DnsName domain, List<SelectorFacts> selectors, CheckResult result) {
        Outcome {
            selectors = List.copyOf(selectors);
        }
    }

    @Override
    public String name() {
        return "dkim";
    }

    @Override
    public Optional<Option> argument() {
        return Optional.of(Option.one("domain", "DOMAIN"));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.many("selector", "S"),
                Option.RESOLVER,
                Option.ZONE,
                Option.LANG,
                Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var domain = CheckVerb.onlyDomain(values, name());
        var selectors = values.all("selector").stream().map(CheckVerb::selector).toList();
        return probed(
                new Target(domain, Profile.SENDS_AND_RECEIVES, selectors, List.of()),
                CheckVerb.limited(work.outside(values)));
    }

    private static Outcome probed(Target target, Outside outside) {
        var recorder = new Recorder(outside);
        boolean guesses = target.selectors().isEmpty();
        var probe = guesses ? new DkimProbe() : DkimProbe.ofKnownOnly();
        var facts = probe.probe(target, recorder.outside());
        var check = DkimCheck.check();
        var result =
                new CheckResult(
                        check.kind(),
                        check.records().apply(facts),
                        check.judge(facts),
                        recorder.transcript());
        return new Outcome(target.domain(), shown(facts), result);
    }

    private static List<SelectorFacts> shown(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed
                ? probed.selectors().stream().filter(DkimVerb::isShown).toList()
                : List.of();
    }

    private static boolean isShown(SelectorFacts selector) {
        return selector.selector().origin() != KnownSelector.Origin.GUESSED
                || !(selector instanceof SelectorFacts.Missing);
    }

    @Override
    public int status(Outcome outcome) {
        return Status.of(outcome.result().verdict());
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("domain", outcome.domain());
        json.put("verdict", outcome.result().verdict());
        json.put("selectors", outcome.selectors().stream().map(DkimVerb::json).toList());
        json.put("findings", CheckVerb.findings(outcome.result(), messages));
        json.put("transcript", outcome.result().transcript().text());
        return json;
    }

    private static Map<String, Object> json(SelectorFacts selector) {
        var json = new LinkedHashMap<String, Object>();
        json.put("selector", selector.selector().name());
        json.put("name", selector.name());
        json.put("guessed", selector.isGuessed());
        json.put("state", state(selector));
        switch (selector) {
            case SelectorFacts.Keyed(_, _, var chain, var record) -> {
                json.put("chain", chain);
                json.put("keys", List.of(KeyJson.of(record)));
            }
            case SelectorFacts.Several(_, _, var chain, var texts) -> {
                json.put("chain", chain);
                json.put("keys", texts.stream().map(DkimKeyRecord::read).map(KeyJson::of).toList());
            }
            case SelectorFacts.Dangling(_, _, var chain) -> json.put("chain", chain);
            case SelectorFacts.Silent(_, _, var failure) -> json.put("failure", failure);
            case SelectorFacts.Missing _ -> {}
        }
        return json;
    }

    private static String state(SelectorFacts selector) {
        return switch (selector) {
            case SelectorFacts.Keyed keyed -> KeyJson.state(keyed.record());
            case SelectorFacts.Several _ -> "several";
            case SelectorFacts.Dangling _ -> "dangling";
            case SelectorFacts.Silent _ -> "silent";
            case SelectorFacts.Missing _ -> "missing";
        };
    }

    @Override
    public void print(Outcome outcome, Page page) {
        var messages = page.messages();
        page.head(0, outcome.domain().unicode(), Page.Ink.STRONG, "");
        for (var selector : outcome.selectors()) {
            var state = state(selector);
            page.blank();
            page.item(
                    2,
                    messages.say("dkim.state." + state),
                    ink(state),
                    WORD,
                    selector.selector().name() + "  " + selector.name());
            lines(selector, messages).forEach(line -> page.text(2 + WORD, line, Page.Ink.FAINT));
        }
        page.blank();
        CheckReport.findings(page, outcome.result());
    }

    private static Page.Ink ink(String state) {
        return switch (state) {
            case "usable" -> Page.Ink.GOOD;
            case "silent" -> Page.Ink.UNSURE;
            case "revoked", "missing" -> Page.Ink.BAD;
            default -> Page.Ink.WORST;
        };
    }

    private static List<String> lines(SelectorFacts selector, Messages messages) {
        return switch (selector) {
            case SelectorFacts.Keyed(_, _, var chain, var record) -> {
                var lines = new ArrayList<>(chain(chain));
                lines.addAll(key(record, messages));
                yield lines;
            }
            case SelectorFacts.Several(_, _, var chain, var texts) -> {
                var lines = new ArrayList<>(chain(chain));
                texts.forEach(text -> lines.addAll(key(DkimKeyRecord.read(text), messages)));
                yield lines;
            }
            case SelectorFacts.Dangling(_, _, var chain) -> chain(chain);
            case SelectorFacts.Silent(_, _, var failure) -> List.of(failure.toString());
            case SelectorFacts.Missing _ -> List.of();
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " […]";
    }

    private static List<String> chain(List<DnsName> chain) {
        return chain.stream().map(name -> "CNAME " + name).toList();
    }

    private static List<String> key(DkimKeyRecord record, Messages messages) {
        var lines = new ArrayList<String>();
        var bits = KeyJson.bits(record).map(Object::toString).orElse("–");
        lines.add(messages.say("dkim.key", Map.of("type", record.type(), "bits", bits)));
        if (record.isTesting()) {
            lines.add(messages.say("dkim.testing"));
        }
        if (record.isStrict()) {
            lines.add(messages.say("dkim.strict"));
        }
        record.faults()
                .forEach(fault ->
                        lines.add(
                                messages.say(
                                        "dkim.fault",
                                        Map.of(
                                                "at", Integer.toString(fault.at() + 1),
                                                "text", cut(fault.in(record.text())),
                                                "code", fault.code()))));
        return lines;
    }
}
