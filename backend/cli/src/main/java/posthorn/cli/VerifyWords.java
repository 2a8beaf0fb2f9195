package posthorn.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import posthorn.engine.arc.ArcChain;
import posthorn.engine.message.Author;
import posthorn.engine.signature.Explanation;
import posthorn.engine.signature.FieldChange;
import posthorn.engine.signature.SignatureResult;
import posthorn.engine.testmail.AuthorDmarc;

/// Sentences about who is proven to have sent a message.
final class VerifyWords {

    private static final int LONGEST = 200;

    private final Messages messages;

    VerifyWords(Messages messages) {
        this.messages = messages;
    }

    /// Why a signature got its result.
    String reason(SignatureResult result) {
        var tag = result instanceof SignatureResult.Unread(_, _, var t) ? t : "";
        return messages.say("dkim.reason." + result.reason(), Map.of("tag", tag));
    }

    /// Why a signature does not fit.
    String explanation(Explanation explanation) {
        return switch (explanation) {
            case Explanation.BodyChanged(var change, var proven, var detail) ->
                    messages.say(
                            proven ? "dkim.body.proven" : "dkim.body.likely",
                            Map.of(
                                    "change",
                                    messages.say("dkim.body." + change),
                                    "detail",
                                    detail.isEmpty() ? "" : ": " + cut(detail)));
            case Explanation.HeaderChanged(var changes) ->
                    changes.stream().map(this::change).collect(Collectors.joining(" "));
            case Explanation.OtherKey _ -> messages.say("dkim.other-key");
            case Explanation.HeaderUnexplained(var missing) ->
                    messages.say("dkim.header-unexplained") + missing(missing);
            case Explanation.BodyUnexplained _ -> messages.say("dkim.body-unexplained");
        };
    }

    private String missing(List<String> missing) {
        return missing.isEmpty()
                ? ""
                : " "
                        + messages.say(
                                "dkim.fields-missing",
                                Map.of("fields", String.join(", ", missing)));
    }

    private String change(FieldChange change) {
        return messages.say(
                "dkim.field." + change.kind(),
                Map.of(
                        "field", change.field(),
                        "now", cut(change.now()),
                        "signed", cut(change.signed())));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " […]";
    }

    /// What is so with the chain of forwarders.
    String chain(ArcChain chain) {
        return messages.say(
                "arc.reason." + chain.reason(),
                Map.of(
                        "instance", Integer.toString(chain.instance()),
                        "sets", Integer.toString(chain.sets().size())));
    }

    /// What the message is worth, in one or two sentences.
    String story(VerifyVerb.Outcome outcome) {
        return switch (outcome.facts().author()) {
            case Author.None _ -> messages.say("verify.story.no-author");
            case Author.Several(_, var domains, _) ->
                    messages.say(
                            "verify.story.several",
                            Map.of(
                                    "domains",
                                    domains.stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", "))));
            case Author.One(_, _) -> story(outcome.facts().dmarc().getFirst());
        };
    }

    private String story(AuthorDmarc dmarc) {
        var view = dmarc.treeWalk();
        var values = new HashMap<String, String>();
        values.put("domain", dmarc.author().text());
        values.put("source", view.source().text());
        values.put("policy", messages.say("verify.policy." + view.inEffect()));
        values.put("by", by(dmarc));
        return messages.say("verify.story." + view.result(), values);
    }

    private static String by(AuthorDmarc dmarc) {
        return dmarc.aligned().stream()
                .map(id -> id.authenticated().method() + " (" + id.authenticated().domain() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
