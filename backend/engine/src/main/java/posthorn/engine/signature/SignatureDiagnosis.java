package posthorn.engine.signature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.dkim.DkimKey;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.RawMessage;
import posthorn.engine.signature.SignatureResult.Checked;

/// Explains why a signature that can be read does not fit its message. This costs more than
/// verifying it: bodies above 2 MiB are not looked into.
public final class SignatureDiagnosis {

    private static final int MAX_BODY = 2 << 20;

    private SignatureDiagnosis() {}

    /// What explains this result, the body first; nothing for results that explain themselves.
    ///
    /// @throws IOException when the message cannot be read
    public static List<Explanation> of(RawMessage message, Checked checked) throws IOException {
        try (var reader = MessageReader.open(message)) {
            var explanations = new ArrayList<Explanation>();
            if (checked.reason() == Reason.BODY_HASH) {
                explanations.add(body(reader, checked.signature()));
            }
            boolean concerned =
                    checked.reason() == Reason.BODY_HASH || checked.reason() == Reason.SIGNATURE;
            if (concerned) {
                header(reader.header(), checked).ifPresent(explanations::add);
            }
            return explanations;
        }
    }

    private static Explanation body(MessageReader reader, DkimSignature signature)
            throws IOException {
        var body = new OctetBuffer(1 << 13);
        reader.body((octets, from, to) -> {
            if (body.length() <= MAX_BODY) {
                body.accept(octets, from, to);
            }
        });
        return body.length() > MAX_BODY
                ? new Explanation.BodyUnexplained()
                : new BodyDiagnosis(signature, body.toArray()).explanation();
    }

    /// Nothing if the header fields fit with one of the keys.
    private static Optional<Explanation> header(HeaderSection header, Checked checked) {
        var signature = checked.signature();
        var octets = SignedHeader.octets(signature, header);
        var keys = usable(checked);
        boolean fits =
                keys.stream()
                        .anyMatch(key ->
                                KeyFit.fits(
                                        signature.algorithm(), key, octets, signature.signature()));
        return fits
                ? Optional.empty()
                : keys.stream()
                        .findFirst()
                        .map(new HeaderDiagnosis(signature, header)::explanation);
    }

    private static List<DkimKey> usable(Checked checked) {
        return checked.key() instanceof SignatureKey.Published(_, var records)
                ? records.stream()
                        .filter(record ->
                                record.type().equals(checked.signature().algorithm().keyType()))
                        .map(record -> record.key())
                        .filter(DkimKey::isUsable)
                        .toList()
                : List.of();
    }
}
