package posthorn.cli;

import java.util.Map;
import posthorn.engine.dmarc.Discovery;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.dmarc.Rfc7489View;
import posthorn.engine.dmarc.TreeWalk;
import posthorn.engine.outside.Answer;

/// The result of `dmarc` for people.
final class DmarcReport {

    private static final int ROOM = 34;

    private final DmarcVerb.Outcome outcome;
    private final Page page;
    private final Messages messages;

    DmarcReport(DmarcVerb.Outcome outcome, Page page) {
        this.outcome = outcome;
        this.page = page;
        this.messages = page.messages();
    }

    void print() {
        page.head(0, outcome.domain().unicode(), Page.Ink.STRONG, "");
        policy();
        former();
        page.blank();
        line("dmarc.walk", Map.of());
        outcome.facts().walk().steps().forEach(this::step);
        line("dmarc.org", Map.of("org", outcome.facts().walk().organizationalDomain().text()));
        reports();
        page.blank();
        CheckReport.findings(page, outcome.result());
    }

    private void line(String key, Map<String, String> values) {
        page.text(2, messages.say(key, values), Page.Ink.PLAIN);
    }

    private void policy() {
        var domain = Map.of("domain", outcome.domain().text());
        switch (outcome.facts().discovery()) {
            case Discovery.None _ -> line("dmarc.policy-none", domain);
            case Discovery.Open _ -> line("dmarc.policy-open", domain);
            case Discovery.Found found -> found(found);
        }
    }

    private void found(Discovery.Found found) {
        var policy = found.inEffect().text();
        line("dmarc.policy", Map.of("domain", outcome.domain().text(), "policy", policy));
        if (found.inEffect() != found.published()) {
            var values = Map.of("published", found.published().text(), "policy", policy);
            page.text(4, messages.say("dmarc.policy-published", values), Page.Ink.FAINT);
        }
        outcome.below(true).ifPresent(p -> line("dmarc.policy-sub", policy(p)));
        outcome.below(false).ifPresent(p -> line("dmarc.policy-missing", policy(p)));
        line(
                "dmarc.source",
                Map.of("source", found.source().text(), "record", found.record().text()));
    }

    private static Map<String, String> policy(Policy policy) {
        return Map.of("policy", policy.text());
    }

    private void former() {
        switch (outcome.facts().former()) {
            case Rfc7489View.Found found ->
                    line(
                            "dmarc.rfc7489",
                            Map.of(
                                    "policy", found.policy().text(),
                                    "source", found.source().text()));
            case Rfc7489View.None _ -> line("dmarc.rfc7489.none", Map.of());
            case Rfc7489View.Open _ -> line("dmarc.rfc7489.open", Map.of());
        }
    }

    private void step(TreeWalk.Step step) {
        page.item(4, "_dmarc." + step.name(), Page.Ink.PLAIN, ROOM, answer(step));
    }

    private String answer(TreeWalk.Step step) {
        if (step.answer() instanceof Answer.Failed<?>(var failure, _, _)) {
            return messages.say("dmarc.walk.failed", Map.of("failure", failure.toString()));
        }
        return switch (step.records().size()) {
            case 0 -> messages.say("dmarc.walk.none");
            case 1 -> step.records().getFirst();
            default -> messages.say("dmarc.walk.several");
        };
    }

    private void reports() {
        if (outcome.facts().targets().isEmpty()) {
            return;
        }
        line("dmarc.reports", Map.of());
        for (var target : outcome.facts().targets()) {
            var sentence = DmarcVerb.sentence(target, messages);
            page.item(4, target.address(), Page.Ink.PLAIN, ROOM, sentence);
        }
    }
}
