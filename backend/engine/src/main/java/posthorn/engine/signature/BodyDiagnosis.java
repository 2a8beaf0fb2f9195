package posthorn.engine.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tries changes that are known to happen on the way, and tells which one fits: undoing it gives
/// the hash that was signed.
final class BodyDiagnosis {

    /// Texts a filter leaves where it replaced links; undoing that is beyond us.
    private static final List<String> LINK_FILTERS =
            List.of(
                    "urldefense.proofpoint.com",
                    "urldefense.com/v3",
                    "safelinks.protection.outlook.com",
                    "protect.mimecast.com",
                    "linkprotect.cudasvc.com",
                    "secure-web.cisco.com",
                    "url.emailprotection.link");

    /// Texts a filter leaves where it took out a file.
    private static final List<String> ATTACHMENT_FILTERS =
            List.of(
                    "attachment removed",
                    "attachment has been removed",
                    "attachment was removed",
                    "anhang wurde entfernt",
                    "anlage wurde entfernt");

    private final DkimSignature signature;
    private final byte[] body;

    BodyDiagnosis(DkimSignature signature, byte[] body) {
        this.signature = signature;
        this.body = body;
    }

    Explanation explanation() {
        return undone().or(this::blanks)
                .or(this::cut)
                .or(this::suspected)
                .orElseGet(Explanation.BodyUnexplained::new);
    }

    private Optional<Explanation> undone() {
        return BodyVariants.of(body)
                .filter(variant -> fits(variant.body(), signature.bodyCanonicalization()))
                .findFirst()
                .map(variant -> new Explanation.BodyChanged(variant.change(), true, ""));
    }

    /// Blanks that came in do not count once they are evened out.
    private Optional<Explanation> blanks() {
        var other =
                signature.bodyCanonicalization() == Canonicalization.SIMPLE
                        ? Canonicalization.RELAXED
                        : Canonicalization.SIMPLE;
        return fits(body, other)
                ? Optional.of(new Explanation.BodyChanged(BodyChange.BLANKS, true, ""))
                : Optional.empty();
    }

    private Optional<Explanation> cut() {
        return new AddedText(signature, body)
                .find()
                .map(found -> new Explanation.BodyChanged(found.change(), true, found.text()));
    }

    private Optional<Explanation> suspected() {
        var text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return suspected(text, LINK_FILTERS, BodyChange.LINKS)
                .or(() -> suspected(text, ATTACHMENT_FILTERS, BodyChange.ATTACHMENT));
    }

    private static Optional<Explanation> suspected(
            String text, List<String> signs, BodyChange change) {
        return signs.stream()
                .filter(text::contains)
                .findFirst()
                .map(sign -> new Explanation.BodyChanged(change, false, sign));
    }

    private boolean fits(byte[] variant, Canonicalization canonicalization) {
        var request =
                new BodyHashes.Request(
                        canonicalization, signature.algorithm().hash(), signature.bodyLength());
        return signature.hasBodyHash(BodyHashes.of(request, variant).octets());
    }
}
