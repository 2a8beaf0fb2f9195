package posthorn.engine.bimi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The pictures in a certificate (logotype extension, RFC 3709, RFC 9399).
///
/// @param hashes of the pictures by SHA-256, in hexadecimal digits
/// @param pictures those that are there as a whole, unpacked
record Logotype(List<String> hashes, List<String> pictures) {

    static final String EXTENSION = "1.3.6.1.5.5.7.1.12";

    private static final byte[] SHA256 = HexFormat.of().parseHex("608648016503040201");
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_PICTURES = 4;
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 2000;

    Logotype {
        hashes = List.copyOf(hashes);
        pictures = List.copyOf(pictures);
    }

    /// Reads the value of the extension.
    static Logotype read(byte[] extension) {
        var walk = new Walk();
        Der.read(extension).ifPresent(der -> walk.over(der, 0));
        return new Logotype(walk.hashes, walk.pictures);
    }

    /// Whether nothing in it can be compared.
    boolean isEmpty() {
        return hashes.isEmpty() && pictures.isEmpty();
    }

    /// Whether a logo is among them. Compressed or not makes no difference.
    boolean holds(String logo) {
        var plain = Gzip.is(logo) ? Gzip.unpacked(logo, LARGEST).orElse(logo) : logo;
        return pictures.contains(plain)
                || hashes.contains(sha256(logo))
                || hashes.contains(sha256(plain));
    }

    private static String sha256(String octets) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(octets.getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// Looks for hashes and addresses wherever they stand: where exactly differs with the issuer.
    private static final class Walk {
        private final List<String> hashes = new ArrayList<>();
        private final List<String> pictures = new ArrayList<>();
        private int values;

        void over(Der der, int depth) {
            if (depth > DEEPEST || ++values > MOST_VALUES) {
                return;
            }
            var parts = der.parts();
            if (isHash(parts)) {
                hashes.add(HexFormat.of().formatHex(parts.get(1).octets()));
            } else if (der.tag() == Der.IA5 && pictures.size() < MOST_PICTURES) {
                picture(der.text()).ifPresent(pictures::add);
            } else {
                parts.forEach(part -> over(part, depth + 1));
            }
        }

        /// An algorithm and a value: HashAlgAndValue (RFC 9399 §4.1).
        private static boolean isHash(List<Der> parts) {
            if (parts.size() != 2 || parts.get(1).tag() != Der.OCTETS) {
                return false;
            }
            var algorithm = parts.getFirst().parts();
            return !algorithm.isEmpty() && algorithm.getFirst().is(SHA256);
        }

        /// The picture in an address that is one itself (RFC 2397).
        private static Optional<String> picture(String address) {
            int comma = address.indexOf(',');
            var head = comma < 0 ? "" : address.substring(0, comma).toLowerCase(Locale.ROOT);
            if (!head.startsWith("data:image/svg+xml") || !head.endsWith(";base64")) {
                return Optional.empty();
            }
            try {
                var octets = Base64.getDecoder().decode(address.substring(comma + 1));
                var text = new String(octets, ISO_8859_1);
                return Gzip.is(text) ? Gzip.unpacked(text, LARGEST) : Optional.of(text);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
