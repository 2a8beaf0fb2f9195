package posthorn.cli;

import java.util.Map;
import java.util.stream.Collectors;
import posthorn.engine.outside.IpText;
import posthorn.engine.testmail.AuthorDmarc;
import posthorn.engine.testmail.SignatureFacts;
import posthorn.engine.testmail.SpfIdentity;

/// The result of `verify` for people: a short story, then what each method says.
final class VerifyReport {

    private static final int WORD = 11;

    private final VerifyVerb.Outcome outcome;
    private final Page page;
    private final Messages messages;
    private final VerifyWords words;

    VerifyReport(VerifyVerb.Outcome outcome, Page page) {
        this.outcome = outcome;
        this.page = page;
        this.messages = page.messages();
        this.words = new VerifyWords(messages);
    }

    void print() {
        head();
        var result = outcome.dmarcWord();
        page.item(0, result, ink(result), result.length() + 2, words.story(outcome));
        page.blank();
        if (!outcome.facts().message().isBounce()) {
            spf(outcome.facts().mailFrom(), "verify.mailfrom");
        }
        spf(outcome.facts().helo(), "verify.helo");
        outcome.facts().signatures().forEach(this::dkim);
        if (outcome.facts().signatures().isEmpty()) {
            row("none", messages.say("verify.unsigned"));
        }
        row(outcome.facts().arc().status().text(), "ARC: " + words.chain(outcome.facts().arc()));
        arcSets();
        outcome.facts().dmarc().forEach(this::dmarc);
        page.blank();
        CheckReport.findings(page, outcome.remarkable());
        page.blank();
        outcome.field().lines().forEach(line -> page.copy(0, line.replace('\t', ' ')));
    }

    private void head() {
        var envelope = outcome.envelope();
        var values =
                Map.of(
                        "ip", IpText.of(envelope.ip()),
                        "helo", envelope.helo(),
                        "sender", envelope.shownSender());
        page.text(0, messages.say("spf.mail", values), Page.Ink.PLAIN);
        var from =
                outcome.facts().author().all().stream()
                        .map(box -> (box.displayName() + " <" + box.address() + ">").strip())
                        .collect(Collectors.joining(", "));
        page.text(0, messages.say("verify.from", Map.of("from", from)), Page.Ink.PLAIN);
        if (outcome.converted()) {
            page.text(0, messages.say("verify.converted"), Page.Ink.FAINT);
        }
        page.blank();
    }

    private static Page.Ink ink(String word) {
        return switch (word) {
            case "pass" -> Page.Ink.GOOD;
            case "fail", "permerror" -> Page.Ink.WORST;
            case "temperror", "unknown", "policy" -> Page.Ink.UNSURE;
            default -> Page.Ink.BAD;
        };
    }

    private void row(String word, String text) {
        page.item(2, word, ink(word), WORD, text);
    }

    private void below(String text) {
        page.text(2 + WORD, text, Page.Ink.FAINT);
    }

    private void spf(SpfIdentity identity, String key) {
        var result = identity.result();
        var values = Map.of("domain", identity.domain());
        row(
                SpfWords.word(result),
                messages.say(key, values) + " " + SpfWords.sentence(result, messages));
        identity.missingTerms()
                .forEach(term -> below(messages.say("verify.missing-term", Map.of("term", term))));
    }

    private void dkim(SignatureFacts signature) {
        var result = signature.result();
        var values = Map.of("domain", result.domain(), "selector", result.selector());
        row(
                result.result().text(),
                messages.say("verify.dkim", values) + " " + words.reason(result));
        signature.explanations().forEach(explanation -> below(words.explanation(explanation)));
    }

    private void arcSets() {
        for (var set : outcome.facts().arc().sets()) {
            var values =
                    Map.of(
                            "instance", Integer.toString(set.instance()),
                            "domain", set.domain(),
                            "seal", set.seal().result().text(),
                            "message", set.message().result().text());
            below(messages.say("verify.arc-set", values));
        }
    }

    private void dmarc(AuthorDmarc dmarc) {
        var view = dmarc.treeWalk();
        var word = CheckVerb.word(view.result());
        var values =
                Map.of(
                        "domain", dmarc.author().text(),
                        "source", view.source().text(),
                        "policy", view.inEffect().text());
        row(
                word,
                messages.say(
                        view.record().isEmpty() ? "verify.dmarc.none" : "verify.dmarc", values));
        for (var id : dmarc.identifiers()) {
            var authenticated = id.authenticated();
            var fit = messages.say("verify.fit." + id.byTreeWalk());
            below(
                    authenticated.method()
                            + " "
                            + authenticated.domain()
                            + " ("
                            + CheckVerb.word(authenticated.outcome())
                            + "): "
                            + fit);
        }
        if (dmarc.list().result() != view.result() || dmarc.list().inEffect() != view.inEffect()) {
            below(
                    messages.say(
                            "verify.rfc7489",
                            Map.of(
                                    "result", CheckVerb.word(dmarc.list().result()),
                                    "policy", dmarc.list().inEffect().text())));
        }
    }
}
