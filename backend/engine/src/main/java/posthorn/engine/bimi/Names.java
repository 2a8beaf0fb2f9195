package posthorn.engine.bimi;

import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/// What stands in a distinguished name.
final class Names {

    private static final byte[] ORGANIZATION = HexFormat.of().parseHex("55040a"); // 2.5.4.10
    private static final byte[] MARK_TYPE =
            HexFormat.of().parseHex("2b06010401839e5f010d"); // 1.3.6.1.4.1.53087.1.13

    private static final int LONGEST = 200;

    private Names() {}

    static Optional<String> organization(X500Principal name) {
        return attribute(name, ORGANIZATION);
    }

    /// The kind of mark a certificate is for (VMC requirements §7.1.4.2).
    static Optional<String> markType(X500Principal name) {
        return attribute(name, MARK_TYPE);
    }

    private static Optional<String> attribute(X500Principal name, byte[] type) {
        return Der.read(name.getEncoded())
                .flatMap(der -> der.attribute(type))
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }
}
