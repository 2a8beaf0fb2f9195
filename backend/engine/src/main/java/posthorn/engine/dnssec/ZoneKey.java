package posthorn.engine.dnssec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// A key that a zone publishes (RFC 4034 §2).
record ZoneKey(Rdata.Dnskey data) {

    static final int SHA_1 = 1;
    static final int SHA_256 = 2;
    static final int SHA_384 = 4;

    private static final int ZONE = 0x0100;
    private static final int REVOKED = 0x0080;
    private static final int ENTRY = 0x0001;
    private static final int DNSSEC = 3;
    private static final int RSAMD5 = 1;

    /// Whether it may sign the zone: a key of the zone, and not revoked (RFC 4034 §2.1.1, RFC 5011
    /// §2.1).
    boolean isUsable() {
        return (data.flags() & ZONE) != 0
                && (data.flags() & REVOKED) == 0
                && data.protocol() == DNSSEC;
    }

    /// Whether it is meant as the way into the zone (RFC 4034 §2.1.1).
    boolean isEntryPoint() {
        return isUsable() && (data.flags() & ENTRY) != 0;
    }

    /// RFC 4034 appendix B.
    int tag() {
        var octets = rdata();
        if (data.algorithm() == RSAMD5) {
            int end = octets.length - 1;
            return (octets[end - 2] & 0xff) << 8 | (octets[end - 1] & 0xff);
        }
        int sum = 0;
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i] & 0xff;
            sum += i % 2 == 0 ? octet << 8 : octet;
        }
        sum += sum >> 16 & 0xffff;
        return sum & 0xffff;
    }

    /// Whether a delegation signer of `zone` means this key (RFC 4034 §5.2).
    boolean isMeantBy(Rdata.Ds ds, DnsName zone) {
        return isUsable()
                && ds.algorithm() == data.algorithm()
                && ds.keyTag() == tag()
                && digest(zone, ds.digestType()).filter(ds.digest()::equals).isPresent();
    }

    /// The delegation signer that means this key; empty for a name that cannot be written here.
    Optional<Rdata.Ds> signer(DnsName zone) {
        return digest(zone, SHA_256)
                .map(digest -> new Rdata.Ds(tag(), data.algorithm(), SHA_256, digest));
    }

    /// Whether we can compute digests of this type.
    static boolean isKnown(int digestType) {
        return digestType == SHA_1 || digestType == SHA_256 || digestType == SHA_384;
    }

    private Optional<String> digest(DnsName zone, int type) {
        return !isKnown(type) || !(zone.isWellFormed() || zone.isRoot())
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(hash(type, owner(zone), rdata())));
    }

    private static byte[] hash(int type, byte[] owner, byte[] rdata) {
        var name = type == SHA_1 ? "SHA-1" : type == SHA_256 ? "SHA-256" : "SHA-384";
        try {
            var digest = MessageDigest.getInstance(name);
            digest.update(owner);
            return digest.digest(rdata);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }

    private static byte[] owner(DnsName zone) {
        var octets = new ByteArrayOutputStream();
        for (var label : zone.labels()) {
            octets.write(label.length());
            octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        octets.write(0);
        return octets.toByteArray();
    }

    private byte[] rdata() {
        var key = Base64.getDecoder().decode(data.key());
        return ByteBuffer.allocate(4 + key.length)
                .putShort((short) data.flags())
                .put((byte) data.protocol())
                .put((byte) data.algorithm())
                .put(key)
                .array();
    }
}
