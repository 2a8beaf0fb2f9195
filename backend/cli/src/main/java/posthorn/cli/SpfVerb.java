package posthorn.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LimitedDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.RecordingDns;
import posthorn.engine.outside.Transcript;
import posthorn.engine.spf.SpfEvaluator;
import posthorn.engine.spf.SpfPreview;
import posthorn.engine.spf.SpfQuery;
import posthorn.engine.spf.SpfResult;
import posthorn.engine.spf.SpfTree;

/// `spf --ip … --helo … --sender …`: what a receiver's SPF evaluation gives for one mail, for both
/// identities, and what the record of the first holds.
final class SpfVerb implements Verb<SpfVerb.Outcome> {

    /// Both evaluations and the opening of the whole record together.
    private static final int MAX_QUERIES = 400;

    private static final Duration MAX_TIME = Duration.ofSeconds(45);

    /// What came out, and what was asked for it.
    ///
    /// @param result for the reverse-path, or for the HELO name if there is none
    /// @param helo for the HELO name; empty if the client gave none
    /// @param tree the record opened; empty if there is not exactly one
    /// @param isProposed whether the record was one to try out
    record Outcome(
            Envelope envelope,
            SpfResult result,
            Optional<SpfResult> helo,
            Optional<Map<String, Object>> tree,
            boolean isProposed,
            Transcript transcript) {}

    @Override
    public String name() {
        return "spf";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Envelope.IP,
                Envelope.HELO,
                Option.one("sender", "ADDRESS").or("mail-from"),
                Option.one("record", "TEXT"),
                Envelope.RECEIVER,
                Envelope.TIME,
                Option.RESOLVER,
                Option.ZONE,
                Option.LANG,
                Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var envelope = Envelope.of(values, "sender");
        if (envelope.helo().isEmpty() && envelope.mailFrom().isEmpty()) {
            throw UsageError.of("needed").with("option", "--sender");
        }
        var outside = work.outside(values);
        var below = new CachingDns(limited(outside));
        var dns = new RecordingDns(proposed(values, envelope, below));
        var evaluator = new SpfEvaluator(dns, outside.clock());
        var query = envelope.query();
        return new Outcome(
                envelope,
                evaluator.evaluate(query),
                helo(envelope, evaluator, query),
                envelope.domain().flatMap(name -> SpfTree.of(name, dns, outside.clock())),
                values.one("record").isPresent(),
                dns.transcript());
    }

    private static Optional<SpfResult> helo(
            Envelope envelope, SpfEvaluator evaluator, SpfQuery query) {
        return envelope.helo().isEmpty()
                ? Optional.empty()
                : Optional.of(evaluator.evaluateHelo(query));
    }

    private static Dns limited(Outside outside) {
        var deadline = outside.clock().instant().plus(MAX_TIME);
        return new LimitedDns(outside.dns(), MAX_QUERIES, deadline, outside.clock());
    }

    /// A record to try out stands in place of the one that is published.
    private static Dns proposed(Values values, Envelope envelope, Dns dns) {
        var record = values.one("record");
        if (record.isEmpty()) {
            return dns;
        }
        var domain = envelope.domain().orElseThrow(() -> UsageError.of("record-domain"));
        return SpfPreview.of(domain, record.get(), dns);
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
        var envelope = outcome.envelope();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("ip", IpText.of(envelope.query().ip()));
        json.put("helo", envelope.helo());
        json.put("sender", envelope.mailFrom());
        json.putAll(SpfWords.json(outcome.result(), messages));
        json.put("identities", identities(outcome, messages));
        json.put("proposed", outcome.isProposed());
        json.put("tree", tree(outcome).map(SpfTreeView::json).orElse(null));
        json.put("transcript", outcome.transcript().text());
        return json;
    }

    private static Map<String, Object> identities(Outcome outcome, Messages messages) {
        var json = new LinkedHashMap<String, Object>();
        if (!outcome.envelope().mailFrom().isEmpty()) {
            json.put("mailfrom", SpfWords.json(outcome.result(), messages));
        }
        outcome.helo().ifPresent(helo -> json.put("helo", SpfWords.json(helo, messages)));
        return json;
    }

    private static Optional<SpfTreeView> tree(Outcome outcome) {
        return outcome.tree().map(tree -> new SpfTreeView(tree, outcome.result()));
    }

    @Override
    public void print(Outcome outcome, Page page) {
        var envelope = outcome.envelope();
        var messages = page.messages();
        var values =
                Map.of(
                        "ip", IpText.of(envelope.query().ip()),
                        "helo", envelope.helo(),
                        "sender", envelope.shownSender());
        page.text(0, messages.say("spf.mail", values), Page.Ink.PLAIN);
        result(outcome.result(), page);
        outcome.helo()
                .filter(_ -> !envelope.mailFrom().isEmpty())
                .ifPresent(helo -> helo(helo, envelope, page));
        tree(outcome)
                .ifPresent(tree -> {
                    page.blank();
                    page.text(
                            0,
                            messages.say(outcome.isProposed() ? "spf.tree-proposed" : "spf.tree"),
                            Page.Ink.STRONG);
                    tree.print(page);
                });
    }

    private static void result(SpfResult result, Page page) {
        var messages = page.messages();
        page.head(
                0,
                SpfWords.word(result),
                SpfWords.ink(result.result()),
                messages.say("spf.result." + result.result()));
        page.text(2, SpfWords.sentence(result, messages), Page.Ink.PLAIN);
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

    private static void helo(SpfResult result, Envelope envelope, Page page) {
        var messages = page.messages();
        var word = SpfWords.word(result);
        var text =
                messages.say("spf.helo", Map.of("domain", envelope.helo()))
                        + " "
                        + SpfWords.sentence(result, messages);
        page.item(0, word, SpfWords.ink(result.result()), word.length() + 2, text);
    }
}
