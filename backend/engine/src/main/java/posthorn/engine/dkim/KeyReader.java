package posthorn.engine.dkim;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import posthorn.engine.dkim.DkimKey.Damaged;
import posthorn.engine.dkim.DkimKey.Problem;

/// Reads the `p` tag: base64 with blanks anywhere, then the form of the key's type.
final class KeyReader {

    static final String RSA = "rsa";
    static final String ED25519 = "ed25519";

    private static final int ED25519_OCTETS = 32;
    private static final String QUOTES = "\"'\\`";

    /// The head of a SubjectPublicKeyInfo for Ed25519 (RFC 8410 §4).
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private KeyReader() {}

    static DkimKey read(String type, String p) {
        if (!type.equals(RSA) && !type.equals(ED25519)) {
            return new DkimKey.UnknownType(type);
        }
        var text = withoutBlanks(p);
        if (text.isEmpty()) {
            return new DkimKey.Revoked();
        }
        return misplaced(p).<DkimKey>map(damage -> damage).orElseGet(() -> decoded(type, text));
    }

    static String withoutBlanks(String p) {
        int blank = 0;
        while (blank < p.length() && !TagList.isBlank(p.charAt(blank))) {
            blank++;
        }
        if (blank == p.length()) {
            return p;
        }
        var out = new StringBuilder(p.length()).append(p, 0, blank);
        for (int i = blank; i < p.length(); i++) {
            if (!TagList.isBlank(p.charAt(i))) {
                out.append(p.charAt(i));
            }
        }
        return out.toString();
    }

    /// The first character that base64 does not have.
    private static Optional<Damaged> misplaced(String p) {
        boolean padded = false;
        for (int i = 0; i < p.length(); i++) {
            char c = p.charAt(i);
            if ((!padded && isBase64(c)) || TagList.isBlank(c)) {
                continue;
            }
            if (QUOTES.indexOf(c) >= 0) {
                return Optional.of(new Damaged(Problem.QUOTES, i, 0));
            }
            if (c != '=') {
                return Optional.of(new Damaged(Problem.BASE64, i, 0));
            }
            padded = true;
        }
        return Optional.empty();
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/';
    }

    private static DkimKey decoded(String type, String text) {
        int data = text.indexOf('=') < 0 ? text.length() : text.indexOf('=');
        var octets = Base64.getDecoder().decode(text.substring(0, data - (data % 4 == 1 ? 1 : 0)));
        boolean whole = text.length() % 4 == 0 && text.length() - data <= 2;
        var key = type.equals(RSA) ? RsaKeyReader.read(octets) : ed25519(octets);
        boolean cut = key instanceof Damaged(var problem, _, _) && problem == Problem.CUT;
        if (whole || cut) {
            return key;
        }
        return new Damaged(Problem.BASE64, text.length(), octets.length);
    }

    private static DkimKey ed25519(byte[] octets) {
        if (octets.length == ED25519_OCTETS) {
            return new DkimKey.Ed25519(Base64.getEncoder().encodeToString(octets));
        }
        int head = ED25519_HEAD.length;
        boolean wrapped =
                octets.length == head + ED25519_OCTETS
                        && Arrays.equals(octets, 0, head, ED25519_HEAD, 0, head);
        var raw = wrapped ? Arrays.copyOfRange(octets, head, octets.length) : new byte[0];
        return new DkimKey.WrongLength(octets.length, Base64.getEncoder().encodeToString(raw));
    }
}
