package posthorn.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LimitedDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.RecordingDns;
import posthorn.engine.outside.Transcript;
import posthorn.engine.spf.SpfEvaluator;
import posthorn.engine.spf.SpfQuery;
import posthorn.engine.spf.SpfResult;

/// `spf --ip … --helo … --sender …`: what a receiver's SPF evaluation gives for one mail.
final class SpfVerb implements Verb<SpfVerb.Outcome> {

    private static final int MAX_QUERIES = 200;
    private static final Duration MAX_TIME = Duration.ofSeconds(20);
    private static final String NOBODY = "unknown"; // RFC 7208 §7.3, for %{r}

    /// What came out, and what was asked for it.
    record Outcome(SpfQuery query, SpfResult result, Transcript transcript) {

        /// The word of the RFC.
        String word() {
            return result.result().name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return "spf";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.one("ip", "IP"),
                Option.one("helo", "NAME"),
                Option.one("sender", "ADDRESS"),
                Option.RESOLVER,
                Option.ZONE,
                Option.LANG,
                Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var query = query(values);
        var outside = work.outside(values);
        var recording = new RecordingDns(limited(outside));
        var result = new SpfEvaluator(recording, outside.clock()).evaluate(query);
        return new Outcome(query, result, recording.transcript());
    }

    private static LimitedDns limited(Outside outside) {
        var deadline = outside.clock().instant().plus(MAX_TIME);
        return new LimitedDns(outside.dns(), MAX_QUERIES, deadline, outside.clock());
    }

    private static SpfQuery query(Values values) {
        var helo = ascii(values.one("helo").orElse(""));
        var sender = sender(values.one("sender").orElse(""));
        if (helo.isEmpty() && sender.isEmpty()) {
            throw UsageError.of("needed").with("option", "--sender");
        }
        return new SpfQuery(ip(values.needed("ip")), helo, sender, NOBODY);
    }

    private static InetAddress ip(String text) {
        return IpText.parse(text).orElseThrow(() -> UsageError.of("ip").with("value", text));
    }

    private static String sender(String text) {
        var bare = text.startsWith("<") && text.endsWith(">");
        var address = bare ? text.substring(1, text.length() - 1) : text;
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + ascii(address.substring(at + 1));
    }

    /// A name typed with umlauts as A-labels; anything else stays as it is, good or bad.
    private static String ascii(String name) {
        boolean plain = name.chars().allMatch(c -> c < 128);
        return plain ? name : DnsName.fromPerson(name).map(DnsName::text).orElse(name);
    }

    @Override
    public int status(Outcome outcome) {
        return switch (outcome.result().result()) {
            case PASS -> Status.FINE;
            case SOFTFAIL, NEUTRAL, NONE -> Status.WARNINGS;
            case FAIL, PERMERROR -> Status.FAILURES;
            case TEMPERROR -> Status.UNKNOWN;
        };
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var result = outcome.result();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("ip", IpText.of(outcome.query().ip()));
        json.put("helo", outcome.query().helo());
        json.put("sender", outcome.query().sender());
        json.put("result", outcome.word());
        json.put("reason", result.reason());
        json.put("matched", result.matched().map(SpfVerb::json).orElse(null));
        json.put("path", result.path().stream().map(SpfVerb::json).toList());
        json.put("explanation", result.explanation());
        json.put("lookups", result.lookups());
        json.put("voids", result.voids());
        json.put("text", sentence(outcome, messages));
        json.put("transcript", outcome.transcript().text());
        return json;
    }

    private static Map<String, Object> json(SpfResult.Step step) {
        var json = new LinkedHashMap<String, Object>();
        json.put("domain", step.domain());
        json.put("term", step.term());
        return json;
    }

    private static String sentence(Outcome outcome, Messages messages) {
        var result = outcome.result();
        var last = result.path().isEmpty() ? null : result.path().getLast();
        var values =
                Map.of(
                        "term", last == null ? "" : last.term(),
                        "domain", last == null ? "" : last.domain());
        return messages.say("spf.reason." + result.reason(), values);
    }

    @Override
    public void print(Outcome outcome, Page page) {
        var query = outcome.query();
        var result = outcome.result();
        var messages = page.messages();
        var values =
                Map.of(
                        "ip", IpText.of(query.ip()),
                        "helo", query.helo(),
                        "sender", query.sender().isEmpty() ? "<>" : query.sender());
        page.text(0, messages.say("spf.mail", values), Page.Ink.PLAIN);
        page.head(0, outcome.word(), ink(outcome), messages.say("spf.result." + result.result()));
        page.text(2, sentence(outcome, messages), Page.Ink.PLAIN);
        for (var step : result.path()) {
            page.text(4, step.domain() + ": " + step.term(), Page.Ink.FAINT);
        }
        var counts =
                Map.of(
                        "lookups", Integer.toString(result.lookups()),
                        "voids", Integer.toString(result.voids()));
        page.text(2, messages.say("spf.counts", counts), Page.Ink.PLAIN);
        if (!result.explanation().isEmpty()) {
            var says = Map.of("text", result.explanation());
            page.text(2, messages.say("spf.explanation", says), Page.Ink.PLAIN);
        }
    }

    private Page.Ink ink(Outcome outcome) {
        return switch (status(outcome)) {
            case Status.FINE -> Page.Ink.GOOD;
            case Status.WARNINGS -> Page.Ink.BAD;
            case Status.UNKNOWN -> Page.Ink.UNSURE;
            default -> Page.Ink.WORST;
        };
    }
}
