package posthorn.engine.dkim;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import posthorn.engine.dkim.DkimKey.Damaged;
import posthorn.engine.dkim.DkimKey.Problem;

/// Reads an RSA public key from DER and, where it cannot, tells the first octet that is wrong. The
/// JDK's key factory tells neither that nor anything about keys it holds too short.
final class RsaKeyReader {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int NULL = 0x05;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int SEQUENCE = 0x30;

    /// rsaEncryption (RFC 8017 §C).
    private static final byte[] RSA_ENCRYPTION = HexFormat.of().parseHex("2a864886f70d010101");

    private static final class Damage extends Exception {
        private final Problem problem;
        private final int position;

        Damage(Problem problem, int position) {
            this.problem = problem;
            this.position = position;
        }
    }

    private final byte[] der;
    private int at;

    private RsaKeyReader(byte[] der) {
        this.der = der;
    }

    static DkimKey read(byte[] der) {
        try {
            return new RsaKeyReader(der).key();
        } catch (Damage damage) {
            return new Damaged(damage.problem, damage.position, der.length);
        }
    }

    /// The SubjectPublicKeyInfo of a key (RFC 5280 §4.1).
    static byte[] write(DkimKey.Rsa key) {
        var numbers =
                tlv(
                        SEQUENCE,
                        joined(
                                tlv(INTEGER, key.modulus().toByteArray()),
                                tlv(INTEGER, key.exponent().toByteArray())));
        var algorithm =
                tlv(
                        SEQUENCE,
                        joined(tlv(OBJECT_IDENTIFIER, RSA_ENCRYPTION), tlv(NULL, new byte[0])));
        return tlv(SEQUENCE, joined(algorithm, tlv(BIT_STRING, joined(new byte[1], numbers))));
    }

    private DkimKey.Rsa key() throws Damage {
        int end = open(SEQUENCE, Integer.MAX_VALUE);
        if (end < der.length) {
            throw new Damage(Problem.DER, end);
        }
        boolean bare = at < end && der[at] == INTEGER;
        if (!bare) {
            algorithm(open(SEQUENCE, end));
            closes(open(BIT_STRING, end), end);
            expect(0);
            closes(open(SEQUENCE, end), end);
        }
        var modulus = integer(end);
        var exponent = integer(end);
        closes(at, end);
        return new DkimKey.Rsa(modulus, exponent, bare);
    }

    private void algorithm(int end) throws Damage {
        int start = at;
        int oidEnd = open(OBJECT_IDENTIFIER, end);
        if (!Arrays.equals(der, at, oidEnd, RSA_ENCRYPTION, 0, RSA_ENCRYPTION.length)) {
            throw new Damage(Problem.ALGORITHM, start);
        }
        at = oidEnd;
        if (at < end) {
            closes(open(NULL, end), at);
        }
        closes(at, end);
    }

    private BigInteger integer(int limit) throws Damage {
        int start = at;
        int end = open(INTEGER, limit);
        if (end == at || der[at] < 0) {
            throw new Damage(Problem.DER, start);
        }
        var value = new BigInteger(1, der, at, end - at);
        if (value.signum() == 0) {
            throw new Damage(Problem.DER, start);
        }
        at = end;
        return value;
    }

    /// Steps into a value of this tag that ends at `limit` at the latest; returns its end.
    private int open(int tag, int limit) throws Damage {
        int start = at;
        expect(tag);
        int length = next();
        if (length > 0x80 && length <= 0x84) {
            int octets = length - 0x80;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | next();
            }
        } else if (length >= 0x80) {
            throw new Damage(Problem.DER, start + 1);
        }
        long end = (long) at + length;
        if (length < 0 || end > limit) {
            throw new Damage(Problem.DER, start + 1);
        }
        if (end > der.length) {
            throw new Damage(Problem.CUT, der.length);
        }
        return (int) end;
    }

    private void expect(int octet) throws Damage {
        int here = at;
        if (next() != octet) {
            throw new Damage(Problem.DER, here);
        }
    }

    private int next() throws Damage {
        if (at >= der.length) {
            throw new Damage(Problem.CUT, der.length);
        }
        return der[at++] & 0xff;
    }

    private static void closes(int end, int expected) throws Damage {
        if (end != expected) {
            throw new Damage(Problem.DER, Math.min(end, expected));
        }
    }

    private static byte[] tlv(int tag, byte[] value) {
        int length = value.length;
        if (length < 0x80) {
            return joined(new byte[] {(byte) tag, (byte) length}, value);
        }
        var octets = BigInteger.valueOf(length).toByteArray();
        var bare = octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
        return joined(joined(new byte[] {(byte) tag, (byte) (0x80 + bare.length)}, bare), value);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
