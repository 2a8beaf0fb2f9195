package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import posthorn.engine.message.HeaderField;
import posthorn.engine.outside.DnsName;

/// A signature that can be read (RFC 6376 §3.5).
///
/// @param domain the signing domain, `d`
/// @param signedFields the names of `h` in lower case, in order; a name may stand several times
/// @param bodyLength how many octets of the body were signed, `l`; [#WHOLE] without the tag
public record DkimSignature(
        SignatureTags tags,
        Algorithm algorithm,
        Canonicalization headerCanonicalization,
        Canonicalization bodyCanonicalization,
        DnsName domain,
        String selector,
        List<String> signedFields,
        long bodyLength) {

    /// The whole body was signed.
    public static final long WHOLE = Long.MAX_VALUE;

    public DkimSignature {
        signedFields = List.copyOf(signedFields);
    }

    /// Its field in the message.
    public HeaderField field() {
        return tags.field();
    }

    /// Where its key is published (RFC 6376 §3.6.2.1).
    public DnsName keyName() {
        return domain.child(selector + "._domainkey");
    }

    /// The Agent or User Identifier, `i`; without the tag `@` and the signing domain.
    public String identity() {
        var given = tags.utf8("i");
        return given.isEmpty() ? "@" + domain : QuotedPrintable.decode(given);
    }

    /// The domain of `i`.
    public DnsName identityDomain() {
        if (tags.raw("i").isEmpty()) {
            return domain;
        }
        var identity = identity();
        return Names.read(identity.substring(identity.lastIndexOf('@') + 1));
    }

    /// The signature, `b`.
    public byte[] signature() {
        return tags.base64("b").orElseGet(() -> new byte[0]);
    }

    /// The hash of the body, `bh`.
    public byte[] bodyHash() {
        return tags.base64("bh").orElseGet(() -> new byte[0]);
    }

    /// What in the body is in the way; nothing if it is the one that was signed.
    public Optional<Reason> bodyReason(BodyHashes.BodyHash body) {
        if (isPartial() && bodyLength > body.length()) {
            return Optional.of(Reason.BODY_TOO_SHORT);
        }
        return hasBodyHash(body.octets()) ? Optional.empty() : Optional.of(Reason.BODY_HASH);
    }

    /// Whether this is the hash of the body.
    boolean hasBodyHash(byte[] hash) {
        return Arrays.equals(bodyHash(), hash);
    }

    /// When it was signed in seconds since 1970, `t`.
    public OptionalLong signedAt() {
        return Numbers.read(tags.compact("t"));
    }

    /// When it ends in seconds since 1970, `x`.
    public OptionalLong expiresAt() {
        return Numbers.read(tags.compact("x"));
    }

    /// Whether only a part of the body is signed.
    public boolean isPartial() {
        return bodyLength != WHOLE;
    }

    /// How often a name stands in `h`.
    public int timesSigned(String lowerCaseName) {
        int times = 0;
        for (int at = 0; at < signedFields.size(); at++) {
            times += signedFields.get(at).equals(lowerCaseName) ? 1 : 0;
        }
        return times;
    }

    /// The same signature, had header and body been evened out like this.
    public DkimSignature with(Canonicalization canonicalization) {
        return new DkimSignature(
                tags,
                algorithm,
                canonicalization,
                canonicalization,
                domain,
                selector,
                signedFields,
                bodyLength);
    }

    /// What is to be computed of the body to check it.
    public BodyHashes.Request bodyRequest() {
        return new BodyHashes.Request(bodyCanonicalization, algorithm.hash(), bodyLength);
    }

    /// The names in a value of `h`.
    static List<String> names(String value) {
        var names = new ArrayList<String>();
        int start = 0;
        for (int colon = value.indexOf(':'); colon >= 0; colon = value.indexOf(':', start)) {
            names.add(name(value, start, colon));
            start = colon + 1;
        }
        names.add(name(value, start, value.length()));
        return names;
    }

    private static String name(String value, int from, int to) {
        return SignatureTags.trimmed(value, from, to).toLowerCase(Locale.ROOT);
    }
}
