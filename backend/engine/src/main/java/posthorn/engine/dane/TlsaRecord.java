package posthorn.engine.dane;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.mailhost.Certificate;
import posthorn.engine.outside.Rdata;

/// A TLSA record (RFC 6698 §2.1) as senders of mail understand it.
public record TlsaRecord(Rdata.Tlsa data) {

    /// The usages (RFC 7218): an authority of the public list, a certificate of one, a trust anchor
    /// of one's own, the host's own key.
    static final int PKIX_TA = 0;

    static final int PKIX_EE = 1;
    static final int DANE_TA = 2;
    static final int DANE_EE = 3;

    static final String UNUSABLE = "dane.unusable";

    private static final int FULL = 0;
    private static final int SHA_256 = 1;
    private static final int SHA_512 = 2;
    private static final int WHOLE = 0;
    private static final int KEY = 1;

    /// Reads a record; places are those in the text of a master file.
    public static Parsed<TlsaRecord> parse(Rdata.Tlsa data) {
        var record = new TlsaRecord(data);
        return record.isUsable()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(
                        data.toString(),
                        java.util.List.of(new Fault(0, data.toString().length(), UNUSABLE)));
    }

    /// Whether the usage leans on public authorities, which mail cannot (RFC 7672 §3.1.3).
    boolean isPkix() {
        return data.usage() == PKIX_TA || data.usage() == PKIX_EE;
    }

    /// Whether senders can use it: a usage for mail, a selector and a matching type that are known,
    /// and data of the right length.
    public boolean isUsable() {
        return (data.usage() == DANE_TA || data.usage() == DANE_EE)
                && (data.selector() == WHOLE || data.selector() == KEY)
                && hasLength();
    }

    private boolean hasLength() {
        int length = data.data().length();
        return switch (data.matchingType()) {
            case FULL -> length > 0;
            case SHA_256 -> length == 64;
            case SHA_512 -> length == 128;
            default -> false;
        };
    }

    boolean isOfHost() {
        return data.usage() == DANE_EE;
    }

    /// Whether it gives a whole certificate, so that the server need not send it.
    boolean isWhole() {
        return data.selector() == WHOLE && data.matchingType() == FULL;
    }

    /// Whether it means this certificate.
    boolean means(Certificate certificate) {
        var selected = data.selector() == WHOLE ? certificate.der() : certificate.spki();
        return isUsable()
                && associated(Base64.getDecoder().decode(selected), data.matchingType())
                        .equals(data.data());
    }

    private static String associated(byte[] octets, int matchingType) {
        return HexFormat.of()
                .formatHex(
                        switch (matchingType) {
                            case SHA_256 -> digest("SHA-256", octets);
                            case SHA_512 -> digest("SHA-512", octets);
                            default -> octets;
                        });
    }

    private static byte[] digest(String algorithm, byte[] octets) {
        try {
            return MessageDigest.getInstance(algorithm).digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The record that RFC 7672 §3.1.3 advises for the key of this certificate.
    static TlsaRecord advised(Certificate certificate) {
        var key = Base64.getDecoder().decode(certificate.spki());
        return new TlsaRecord(new Rdata.Tlsa(DANE_EE, KEY, SHA_256, associated(key, SHA_256)));
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
