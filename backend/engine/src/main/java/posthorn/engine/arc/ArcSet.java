package posthorn.engine.arc;

import java.util.Locale;
import java.util.OptionalLong;
import posthorn.engine.authres.ArcAuthResults;
import posthorn.engine.signature.SignatureResult;

/// One ARC set (RFC 8617 §3.6): what a forwarder found out, and its two signatures.
///
/// @param claims of the forwarder; only its word stands for them
/// @param message what verifying the ARC-Message-Signature gave
/// @param seal what verifying the ARC-Seal gave
public record ArcSet(
        int instance, ArcAuthResults claims, SignatureResult message, SealResult seal) {

    /// The sealing domain as the seal names it; empty text if it does not.
    public String domain() {
        return seal.domain();
    }

    /// The selector as the seal names it; empty text if it does not.
    public String selector() {
        return seal.selector();
    }

    /// The status that the seal says the chain had before it, as text (RFC 8617 §4.1.3).
    public String claimedStatus() {
        return seal.tags().raw("cv").toLowerCase(Locale.ROOT);
    }

    /// When the message was signed in seconds since 1970.
    public OptionalLong signedAt() {
        return message instanceof SignatureResult.Checked(var signature, _, _)
                ? signature.signedAt()
                : OptionalLong.empty();
    }

    /// When the set was sealed in seconds since 1970.
    public OptionalLong sealedAt() {
        return seal instanceof SealResult.Checked(var signature, _, _)
                ? signature.signedAt()
                : OptionalLong.empty();
    }
}
