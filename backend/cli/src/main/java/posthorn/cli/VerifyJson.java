package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import posthorn.engine.arc.ArcChain;
import posthorn.engine.arc.ArcSet;
import posthorn.engine.authres.AuthResultsField;
import posthorn.engine.message.Author;
import posthorn.engine.message.Mailbox;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.signature.DkimSignature;
import posthorn.engine.signature.Explanation;
import posthorn.engine.signature.FieldChange;
import posthorn.engine.signature.Result;
import posthorn.engine.signature.SignatureKey;
import posthorn.engine.signature.SignatureResult;
import posthorn.engine.testmail.AuthorDmarc;
import posthorn.engine.testmail.Fit;
import posthorn.engine.testmail.Identifier;
import posthorn.engine.testmail.PolicyView;
import posthorn.engine.testmail.SignatureFacts;
import posthorn.engine.testmail.SpfIdentity;

/// The result of `verify` as one JSON object.
final class VerifyJson {

    private final VerifyVerb.Outcome outcome;
    private final Messages messages;
    private final VerifyWords words;

    VerifyJson(VerifyVerb.Outcome outcome, Messages messages) {
        this.outcome = outcome;
        this.messages = messages;
        this.words = new VerifyWords(messages);
    }

    Map<String, @Nullable Object> json() {
        var message = outcome.facts().message();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("ip", IpText.of(message.clientIp()));
        json.put("helo", message.helo());
        json.put("mailFrom", message.mailFrom());
        json.put("rcptTo", message.rcptTo());
        json.put("at", message.receivedAt());
        json.put("lineEnds", CheckVerb.word(outcome.found()));
        json.put("lineEndsConverted", outcome.converted());
        json.put("from", from(outcome.facts().author()));
        json.put("spf", spf());
        json.put("dkim", outcome.facts().signatures().stream().map(this::dkim).toList());
        json.put("arc", arc(outcome.facts().arc()));
        json.put("dmarc", dmarc());
        json.put("claims", outcome.facts().claims().stream().map(VerifyJson::claim).toList());
        json.put("authenticationResults", outcome.field());
        json.put("findings", CheckVerb.findings(outcome.result(), messages));
        json.put("transcript", outcome.result().transcript().text());
        return json;
    }

    private static Map<String, Object> from(Author author) {
        var json = new LinkedHashMap<String, Object>();
        json.put("domains", author.domainNames());
        json.put("mailboxes", author.all().stream().map(VerifyJson::mailbox).toList());
        return json;
    }

    private static Map<String, Object> mailbox(Mailbox mailbox) {
        return Json.object("name", mailbox.displayName(), "address", mailbox.address());
    }

    private Map<String, Object> spf() {
        var json = new LinkedHashMap<String, Object>();
        json.put("mailfrom", spf(outcome.facts().mailFrom()));
        json.put("helo", spf(outcome.facts().helo()));
        return json;
    }

    private Map<String, @Nullable Object> spf(SpfIdentity identity) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("domain", identity.domain());
        json.putAll(SpfWords.json(identity.result(), messages));
        json.put("records", identity.records());
        json.put("missingTerms", identity.missingTerms());
        return json;
    }

    private Map<String, Object> dkim(SignatureFacts signature) {
        var result = signature.result();
        var json = new LinkedHashMap<String, Object>();
        json.put("domain", result.domain());
        json.put("selector", result.selector());
        json.put("result", result.result().text());
        json.put("reason", result.reason());
        json.put("text", words.reason(result));
        json.put("aligned", isAligned(result));
        json.put("fit", CheckVerb.word(fit(result)));
        json.putAll(signature(result));
        json.put("diagnosis", signature.explanations().stream().map(this::explanation).toList());
        return json;
    }

    private Fit fit(SignatureResult result) {
        return DnsName.fromPerson(result.domain()).map(outcome.facts()::fitOf).orElse(Fit.NONE);
    }

    private boolean isAligned(SignatureResult result) {
        return outcome.facts()
                .onlyDmarc()
                .filter(dmarc -> fit(result).isAligned(dmarc.treeWalk().strictDkim()))
                .isPresent();
    }

    private Map<String, Object> signature(SignatureResult result) {
        var json = new LinkedHashMap<String, Object>();
        switch (result) {
            case SignatureResult.Unread(var tags, _, var tag) -> {
                json.put("tag", tag);
                json.put("algorithm", tags.utf8("a"));
                json.put("canonicalization", tags.utf8("c"));
                json.put("identity", tags.utf8("i"));
            }
            case SignatureResult.Checked(var signature, var key, _) -> {
                json.putAll(signature(signature));
                json.put("key", key(key));
            }
        }
        return json;
    }

    private static Map<String, Object> signature(DkimSignature signature) {
        var json = new LinkedHashMap<String, Object>();
        json.put("algorithm", signature.algorithm().text());
        json.put(
                "canonicalization",
                signature.headerCanonicalization().text()
                        + "/"
                        + signature.bodyCanonicalization().text());
        json.put("identity", signature.identity());
        json.put("signedFields", signature.signedFields());
        if (signature.isPartial()) {
            json.put("bodyLength", signature.bodyLength());
        }
        put(json, "signedAt", signature.signedAt());
        put(json, "expiresAt", signature.expiresAt());
        return json;
    }

    private static void put(Map<String, Object> json, String name, OptionalLong number) {
        number.ifPresent(n -> json.put(name, n));
    }

    private static Map<String, Object> key(SignatureKey key) {
        var json = new LinkedHashMap<String, Object>();
        switch (key) {
            case SignatureKey.Unasked _ -> json.put("state", "unasked");
            case SignatureKey.Silent(var name, var failure) -> {
                json.put("state", "silent");
                json.put("name", name);
                json.put("failure", failure);
            }
            case SignatureKey.Missing(var name) -> {
                json.put("state", "missing");
                json.put("name", name);
            }
            case SignatureKey.Published(var name, var records) -> {
                json.put("state", "published");
                json.put("name", name);
                json.put("records", records.stream().map(KeyJson::of).toList());
            }
        }
        return json;
    }

    private Map<String, Object> explanation(Explanation explanation) {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", words.explanation(explanation));
        switch (explanation) {
            case Explanation.BodyChanged(var change, var proven, var detail) -> {
                json.put("kind", "body-changed");
                json.put("change", change);
                json.put("proven", proven);
                json.put("detail", detail);
            }
            case Explanation.HeaderChanged(var changes) -> {
                json.put("kind", "header-changed");
                json.put("fields", changes.stream().map(VerifyJson::change).toList());
            }
            case Explanation.OtherKey _ -> json.put("kind", "other-key");
            case Explanation.HeaderUnexplained(var missing) -> {
                json.put("kind", "header-unexplained");
                json.put("missing", missing);
            }
            case Explanation.BodyUnexplained _ -> json.put("kind", "body-unexplained");
        }
        return json;
    }

    private static Map<String, Object> change(FieldChange change) {
        var json = new LinkedHashMap<String, Object>();
        json.put("field", change.field());
        json.put("kind", change.kind());
        json.put("now", change.now());
        json.put("signed", change.signed());
        return json;
    }

    private Map<String, @Nullable Object> arc(ArcChain chain) {
        var oldest = chain.oldestPass();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("cv", chain.status().text());
        json.put("reason", chain.reason());
        json.put("instance", chain.instance());
        json.put("text", words.chain(chain));
        json.put("oldestPass", oldest.isPresent() ? oldest.getAsInt() : null);
        json.put("sets", chain.sets().stream().map(this::set).toList());
        return json;
    }

    private Map<String, Object> set(ArcSet set) {
        var json = new LinkedHashMap<String, Object>();
        json.put("instance", set.instance());
        json.put("domain", set.domain());
        json.put("selector", set.selector());
        json.put("claimedStatus", set.claimedStatus());
        json.put("seal", word(set.seal().result()));
        json.put("sealReason", set.seal().reason());
        json.put("message", word(set.message().result()));
        json.put("messageReason", set.message().reason());
        put(json, "sealedAt", set.sealedAt());
        json.put("claims", claim(set.claims().field()));
        return json;
    }

    private static String word(Result result) {
        return result.text();
    }

    private Map<String, Object> dmarc() {
        var facts = outcome.facts();
        var json = new LinkedHashMap<String, Object>();
        json.put("result", outcome.dmarcWord());
        json.put("text", words.story(outcome));
        facts.onlyDmarc().ifPresent(dmarc -> json.putAll(dmarc(dmarc)));
        if (facts.onlyDmarc().isEmpty()) {
            json.put("authors", facts.dmarc().stream().map(VerifyJson::author).toList());
        }
        return json;
    }

    private static Map<String, Object> author(AuthorDmarc dmarc) {
        var json = new LinkedHashMap<String, Object>();
        json.put("result", CheckVerb.word(dmarc.treeWalk().result()));
        json.putAll(dmarc(dmarc));
        return json;
    }

    private static Map<String, Object> dmarc(AuthorDmarc dmarc) {
        var json = new LinkedHashMap<String, Object>();
        json.put("domain", dmarc.author());
        json.putAll(view(dmarc.treeWalk()));
        json.put("identifiers", dmarc.identifiers().stream().map(i -> json(i, dmarc)).toList());
        var former = new LinkedHashMap<String, Object>();
        former.put("result", CheckVerb.word(dmarc.list().result()));
        former.putAll(view(dmarc.list()));
        json.put("rfc7489", former);
        return json;
    }

    private static Map<String, Object> view(PolicyView view) {
        var json = new LinkedHashMap<String, Object>();
        json.put("policy", view.published().text());
        json.put("inEffect", view.inEffect().text());
        json.put("source", view.source());
        json.put("record", view.record());
        json.put("organizationalDomain", view.organizationalDomain());
        json.put("adkim", view.strictDkim() ? "s" : "r");
        json.put("aspf", view.strictSpf() ? "s" : "r");
        return json;
    }

    private static Map<String, Object> json(Identifier identifier, AuthorDmarc dmarc) {
        var id = identifier.authenticated();
        var json = new LinkedHashMap<String, Object>();
        json.put("method", CheckVerb.word(id.method()));
        json.put("domain", id.domain());
        json.put("outcome", CheckVerb.word(id.outcome()));
        json.put("fit", CheckVerb.word(identifier.byTreeWalk()));
        json.put("fitByList", CheckVerb.word(identifier.byList()));
        json.put("aligned", identifier.byTreeWalk().isAligned(dmarc.isStrict(id.method())));
        return json;
    }

    private static Map<String, Object> claim(AuthResultsField field) {
        var json = new LinkedHashMap<String, Object>();
        json.put("authservId", field.authservId());
        json.put("form", CheckVerb.word(field.form()));
        json.put(
                "results",
                field.results().stream()
                        .map(result ->
                                Json.object("method", result.method(), "result", result.result()))
                        .toList());
        return json;
    }
}
