package posthorn.engine.signature;

import java.util.OptionalLong;
import posthorn.engine.outside.DnsName;

/// The signature of an ARC-Seal that can be read (RFC 8617 §4.1.3).
///
/// @param domain of the sealer, `d`
public record SealSignature(
        SignatureTags tags, Algorithm algorithm, DnsName domain, String selector) {

    /// Where its key is published.
    public DnsName keyName() {
        return domain.child(selector + "._domainkey");
    }

    /// The signature, `b`.
    public byte[] signature() {
        return tags.base64("b").orElseGet(() -> new byte[0]);
    }

    /// When it was sealed in seconds since 1970, `t`.
    public OptionalLong signedAt() {
        return Numbers.read(tags.compact("t"));
    }
}
