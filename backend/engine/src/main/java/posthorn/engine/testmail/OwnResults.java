package posthorn.engine.testmail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.arc.ChainStatus;
import posthorn.engine.authres.AuthResult;
import posthorn.engine.authres.AuthResultsWriter;
import posthorn.engine.authres.Property;
import posthorn.engine.message.Author;
import posthorn.engine.outside.IpText;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureResult;
import posthorn.engine.signature.SignatureTags;

/// What we found out about a message in the words of RFC 8601 §2.7.
public final class OwnResults {

    /// So many characters of a signature tell which one is meant (RFC 6008 §3).
    private static final int SIGNATURE_START = 8;

    private OwnResults() {}

    /// The header field with its name, folded, without the line end behind it.
    ///
    /// @throws IllegalArgumentException if the authserv-id is empty or cannot be written
    public static String field(AuthenticationFacts facts, String authservId) {
        return AuthResultsWriter.of(authservId).field(of(facts));
    }

    /// The results: SPF for both identities, each signature, ARC, DMARC.
    public static List<AuthResult> of(AuthenticationFacts facts) {
        var results = new ArrayList<AuthResult>();
        if (!facts.message().isBounce()) {
            results.add(spf(facts.mailFrom(), "mailfrom", facts.message().mailFrom()));
        }
        results.add(spf(facts.helo(), "helo", facts.helo().domain()));
        results.addAll(dkim(facts.signatures()));
        results.add(arc(facts));
        results.add(dmarc(facts));
        return List.copyOf(results);
    }

    private static AuthResult spf(SpfIdentity identity, String name, String value) {
        return AuthResult.verified(
                "spf",
                word(identity.result().result()),
                value.isEmpty() ? List.of() : List.of(new Property("smtp", name, value)));
    }

    /// Signatures beyond those we look at are passed over, lest the field grow with them.
    private static List<AuthResult> dkim(List<SignatureFacts> signatures) {
        return signatures.isEmpty()
                ? List.of(AuthResult.verified("dkim", "none", List.of()))
                : signatures.stream()
                        .map(SignatureFacts::result)
                        .filter(signature -> signature.reason() != Reason.TOO_MANY)
                        .map(OwnResults::dkim)
                        .toList();
    }

    private static AuthResult dkim(SignatureResult signature) {
        var properties =
                Stream.of("d", "s", "i", "a", "b")
                        .flatMap(tag -> property(signature.tags(), tag).stream())
                        .toList();
        var result = AuthResult.verified("dkim", signature.result().text(), properties);
        return signature.result() == posthorn.engine.signature.Result.PASS
                ? result
                : result.because(reason(signature));
    }

    private static String reason(SignatureResult signature) {
        return signature.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<Property> property(SignatureTags tags, String tag) {
        var value = tag.equals("b") ? start(tags.compact("b")) : tags.utf8(tag);
        return value.isEmpty() ? Optional.empty() : Optional.of(new Property("header", tag, value));
    }

    private static String start(String signature) {
        return signature.substring(0, Math.min(signature.length(), SIGNATURE_START));
    }

    /// Which client handed the message over, and how far back it is unchanged (RFC 8617 §7.2).
    private static AuthResult arc(AuthenticationFacts facts) {
        var chain = facts.arc();
        var properties = new ArrayList<Property>();
        if (chain.status() != ChainStatus.NONE) {
            var ip = IpText.of(facts.message().clientIp());
            properties.add(new Property("smtp", "remote-ip", ip));
            chain.oldestPass()
                    .ifPresent(oldest ->
                            properties.add(
                                    new Property("header", "oldest-pass", String.valueOf(oldest))));
        }
        var word = chain.status() == ChainStatus.UNKNOWN ? "temperror" : chain.status().text();
        return AuthResult.verified("arc", word, properties);
    }

    /// Several Author Domains cannot be judged: the message is at fault for good.
    private static AuthResult dmarc(AuthenticationFacts facts) {
        return switch (facts.author()) {
            case Author.None _ -> AuthResult.verified("dmarc", "permerror", List.of());
            case Author.Several(_, var domains, _) ->
                    AuthResult.verified(
                                    "dmarc",
                                    "permerror",
                                    domains.stream()
                                            .map(name ->
                                                    new Property("header", "from", name.text()))
                                            .toList())
                            .because("several authors");
            case Author.One(_, _) -> dmarc(facts.dmarc().getFirst());
        };
    }

    private static AuthResult dmarc(AuthorDmarc dmarc) {
        var from = new Property("header", "from", dmarc.author().text());
        var view = dmarc.treeWalk();
        return AuthResult.verified(
                "dmarc",
                word(view.result()),
                view.record().isEmpty()
                        ? List.of(from)
                        : Arrays.asList(
                                from, new Property("policy", "dmarc", view.inEffect().text())));
    }

    private static String word(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
