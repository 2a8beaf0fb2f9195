package posthorn.engine.signature;

import java.util.List;
import java.util.OptionalLong;
import posthorn.engine.outside.DnsName;

/// Reads the tags of a signature by RFC 6376 §3.5 and §6.1.1, and says which one is in the way.
public final class SignatureReader {

    /// What stands in the way, and in which tag.
    public static final class Unreadable extends Exception {
        private final Reason reason;
        private final String tag;

        Unreadable(Reason reason, String tag) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.tag = tag;
        }

        /// What it is.
        public Reason reason() {
            return reason;
        }

        /// The tag concerned, empty if it is none.
        public String tag() {
            return tag;
        }
    }

    private static final int MAX_SELECTOR = 190;
    private static final int MAX_SIGNED = 1000;

    private final SignatureTags tags;
    private final Leniency leniency;

    private SignatureReader(SignatureTags tags, Leniency leniency) {
        this.tags = tags;
        this.leniency = leniency;
    }

    /// A DKIM-Signature field.
    static DkimSignature dkim(SignatureTags tags, Leniency leniency) throws Unreadable {
        var reader = new SignatureReader(tags, leniency);
        reader.wellFormed();
        reader.version();
        var signature = reader.signature();
        if (signature.timesSigned("from") == 0) {
            throw new Unreadable(Reason.FROM_NOT_SIGNED, "h");
        }
        reader.identity(signature);
        reader.queryMethod();
        reader.times();
        return signature;
    }

    /// An ARC-Message-Signature field: like a DKIM-Signature, but `i` is another tag, there is no
    /// version, From need not be signed, and a seal must not be (RFC 8617 §4.1.2).
    ///
    /// @throws Unreadable if it is no such field
    public static DkimSignature arc(SignatureTags tags) throws Unreadable {
        var reader = new SignatureReader(tags, Leniency.NONE);
        reader.wellFormed();
        reader.times();
        var signature = reader.signature();
        if (signature.timesSigned("arc-seal") > 0) {
            throw new Unreadable(Reason.TAG_VALUE, "h");
        }
        notSha1(signature.algorithm());
        return signature;
    }

    private static void notSha1(Algorithm algorithm) throws Unreadable {
        if (algorithm == Algorithm.RSA_SHA1) {
            throw new Unreadable(Reason.SHA1, "a");
        }
    }

    /// An ARC-Seal field: it signs header fields of ARC alone, so that it has neither `h` nor `bh`
    /// (RFC 8617 §4.1.3).
    ///
    /// @throws Unreadable if it is no such field
    public static SealSignature seal(SignatureTags tags) throws Unreadable {
        var reader = new SignatureReader(tags, Leniency.NONE);
        reader.wellFormed();
        reader.number("t");
        if (tags.has("h")) {
            throw new Unreadable(Reason.TAG_VALUE, "h");
        }
        var algorithm = reader.algorithm();
        notSha1(algorithm);
        reader.octets("b");
        return new SealSignature(tags, algorithm, reader.domain(), reader.selector());
    }

    private void wellFormed() throws Unreadable {
        if (!tags.isWellFormed()) {
            throw new Unreadable(Reason.SYNTAX, "");
        }
    }

    private void version() throws Unreadable {
        if (leniency.anyVersion()) {
            return;
        }
        if (!required("v").equals("1")) {
            throw new Unreadable(Reason.VERSION, "v");
        }
    }

    private DkimSignature signature() throws Unreadable {
        var algorithm = algorithm();
        octets("b");
        octets("bh");
        var canonicalization = canonicalization();
        return new DkimSignature(
                tags,
                algorithm,
                canonicalization.getFirst(),
                canonicalization.getLast(),
                domain(),
                selector(),
                signedFields(),
                length());
    }

    private Algorithm algorithm() throws Unreadable {
        return Algorithm.of(required("a")).orElseThrow(() -> new Unreadable(Reason.ALGORITHM, "a"));
    }

    private List<String> signedFields() throws Unreadable {
        var names = DkimSignature.names(present("h"));
        if (names.size() > MAX_SIGNED) {
            throw new Unreadable(Reason.TAG_VALUE, "h");
        }
        return names;
    }

    private String present(String tag) throws Unreadable {
        var value = tags.raw(tag);
        if (value.isEmpty() && !tags.has(tag)) {
            throw new Unreadable(Reason.TAG_MISSING, tag);
        }
        return value;
    }

    private String required(String tag) throws Unreadable {
        var value = present(tag);
        if (value.isEmpty()) {
            throw new Unreadable(Reason.TAG_VALUE, tag);
        }
        return value;
    }

    private void octets(String tag) throws Unreadable {
        required(tag);
        if (tags.base64(tag).isEmpty()) {
            throw new Unreadable(Reason.TAG_VALUE, tag);
        }
    }

    /// Header and body; `simple` where nothing is said.
    private List<Canonicalization> canonicalization() throws Unreadable {
        var value = tags.raw("c");
        if (value.isEmpty() && !tags.has("c")) {
            return List.of(Canonicalization.SIMPLE);
        }
        int slash = value.indexOf('/');
        var header = slash < 0 ? value : value.substring(0, slash);
        var body = slash < 0 ? Canonicalization.SIMPLE.text() : value.substring(slash + 1);
        return List.of(canonicalization(header), canonicalization(body));
    }

    private static Canonicalization canonicalization(String text) throws Unreadable {
        return Canonicalization.of(text).orElseThrow(() -> new Unreadable(Reason.TAG_VALUE, "c"));
    }

    private DnsName domain() throws Unreadable {
        required("d");
        var name = Names.read(tags.utf8("d"));
        if (!name.isWellFormed() || name.text().indexOf('.') < 0) {
            throw new Unreadable(Reason.TAG_VALUE, "d");
        }
        return name;
    }

    private String selector() throws Unreadable {
        required("s");
        var name = Names.read(tags.utf8("s"));
        if (!name.isWellFormed() || name.text().length() > MAX_SELECTOR) {
            throw new Unreadable(Reason.TAG_VALUE, "s");
        }
        return name.text();
    }

    private long length() throws Unreadable {
        return tags.has("l") ? number("l").orElseThrow() : DkimSignature.WHOLE;
    }

    private OptionalLong number(String tag) throws Unreadable {
        var number = Numbers.read(tags.compact(tag));
        if (number.isEmpty() && tags.has(tag)) {
            throw new Unreadable(Reason.TAG_VALUE, tag);
        }
        return number;
    }

    private void identity(DkimSignature signature) throws Unreadable {
        if (!tags.has("i")) {
            return;
        }
        if (signature.identity().indexOf('@') < 0) {
            throw new Unreadable(Reason.TAG_VALUE, "i");
        }
        if (!signature.identityDomain().isWithin(signature.domain())) {
            throw new Unreadable(Reason.IDENTITY, "i");
        }
    }

    private void queryMethod() throws Unreadable {
        if (!tags.has("q")) {
            return;
        }
        var methods = DkimSignature.names(tags.raw("q"));
        if (!methods.contains("dns/txt") && !(leniency.anyVersion() && methods.contains("dns"))) {
            throw new Unreadable(Reason.QUERY_METHOD, "q");
        }
    }

    private void times() throws Unreadable {
        var signed = number("t");
        var expires = number("x");
        if (signed.isPresent()
                && expires.isPresent()
                && expires.getAsLong() <= signed.getAsLong()) {
            throw new Unreadable(Reason.TIMES, "x");
        }
    }
}
