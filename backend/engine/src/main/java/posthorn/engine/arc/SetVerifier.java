package posthorn.engine.arc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.outside.DnsName;
import posthorn.engine.signature.BodyHashes;
import posthorn.engine.signature.Canonicalization;
import posthorn.engine.signature.DkimSignature;
import posthorn.engine.signature.KeyFit;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.Result;
import posthorn.engine.signature.SealSignature;
import posthorn.engine.signature.SignatureKey;
import posthorn.engine.signature.SignatureResult;
import posthorn.engine.signature.SignedHeader;

/// Compares the signatures of sets with their message.
///
/// @param hashes of these bodies alone
record SetVerifier(
        HeaderSection header,
        Map<DnsName, SignatureKey> keys,
        KeyFit fit,
        BodyHashes hashes,
        List<BodyHashes.Request> bodies,
        Instant now) {

    SignatureResult message(SignatureResult read) {
        if (!(read instanceof SignatureResult.Checked(var signature, _, _))) {
            return read;
        }
        if (!bodies.contains(signature.bodyRequest())) {
            return new SignatureResult.Unread(signature.tags(), Reason.TOO_MANY, "");
        }
        var key = key(signature.keyName());
        var tried =
                variants(signature)
                        .filter(variant -> bodies.contains(variant.bodyRequest()))
                        .map(variant -> checked(variant, key))
                        .toList();
        return tried.stream()
                .filter(result -> result.reason() == Reason.HOLDS)
                .findFirst()
                .orElse(tried.getFirst());
    }

    private SignatureResult checked(DkimSignature signature, SignatureKey key) {
        return new SignatureResult.Checked(
                signature, key, inTime(signature, reason(signature, key)));
    }

    /// Without `c` the standard means `simple`, as in DKIM; sealers in the field and the published
    /// suite mean `relaxed`. Either may hold.
    static Stream<DkimSignature> variants(DkimSignature signature) {
        return signature.tags().has("c")
                ? Stream.of(signature)
                : Stream.of(signature, signature.with(Canonicalization.RELAXED));
    }

    private SignatureKey key(DnsName name) {
        return keys.getOrDefault(name, new SignatureKey.Unasked());
    }

    private Reason reason(DkimSignature signature, SignatureKey key) {
        var ofKey =
                fit.arc(
                        signature.algorithm(),
                        key,
                        SignedHeader.octets(signature, header),
                        signature.signature());
        return ofKey == Reason.HOLDS || ofKey == Reason.SIGNATURE
                ? signature.bodyReason(hashes.of(signature.bodyRequest())).orElse(ofKey)
                : ofKey;
    }

    /// As in DKIM, a signature whose time is over does not hold.
    private Reason inTime(DkimSignature signature, Reason reason) {
        boolean open = reason.result() == Result.PASS || reason.result() == Result.TEMPERROR;
        var end = signature.expiresAt();
        return open && end.isPresent() && now.getEpochSecond() > end.getAsLong()
                ? Reason.EXPIRED
                : reason;
    }

    /// @param sealed all fields of the sets up to this one, without its seal
    SealResult seal(SealResult read, List<HeaderField> sealed) {
        if (!(read instanceof SealResult.Checked(SealSignature seal, _, _))) {
            return read;
        }
        var key = key(seal.keyName());
        var octets = SignedHeader.sealed(sealed, seal.tags());
        return new SealResult.Checked(
                seal, key, fit.arc(seal.algorithm(), key, octets, seal.signature()));
    }
}
