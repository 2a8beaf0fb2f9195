package posthorn.engine.signature;

import java.util.stream.Stream;
import posthorn.engine.message.HeaderField;

/// A signature whose own field was folded or spaced otherwise when it was made.
final class OwnField {

    private OwnField() {}

    static Stream<DkimSignature> variants(DkimSignature signature) {
        var field = signature.field();
        var name =
                new String(field.octets(), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .substring(0, field.bodyOffset());
        var body = field.rawBody();
        return Stream.of(
                        name + " " + SignatureTags.withoutBlanks(body),
                        name + " " + SignatureTags.withoutBlanks(body).replace(";", "; "),
                        name + SignatureTags.withoutBlanks(body),
                        name + body.replace("\r\n", ""),
                        name + body.replaceAll("\r\n[ \t]+", " "),
                        name + body.replaceAll("\r\n[ \t]+", "\r\n\t"),
                        name + body.replaceAll("\r\n[ \t]+", "\r\n "))
                .map(text -> with(signature, text));
    }

    private static DkimSignature with(DkimSignature signature, String text) {
        return new DkimSignature(
                SignatureTags.read(HeaderField.of(text)),
                signature.algorithm(),
                signature.headerCanonicalization(),
                signature.bodyCanonicalization(),
                signature.domain(),
                signature.selector(),
                signature.signedFields(),
                signature.bodyLength());
    }
}
