package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;

/// Which header fields a signature covers, and their octets as they were signed.
public final class SignedHeader {

    private SignedHeader() {}

    /// The fields of `h` as they stand in the message: of several with one name the lowest first
    /// (RFC 6376 §5.4.2). Names without a field have none.
    public static List<HeaderField> fields(DkimSignature signature, HeaderSection header) {
        var fields = header.fields();
        var used = new boolean[fields.size()];
        var chosen = new ArrayList<HeaderField>();
        for (var name : signature.signedFields()) {
            int at = lowest(name, fields, used, signature.field());
            if (at >= 0) {
                used[at] = true;
                chosen.add(fields.get(at));
            }
        }
        return chosen;
    }

    private static int lowest(
            String name, List<HeaderField> fields, boolean[] used, HeaderField own) {
        for (int at = fields.size() - 1; at >= 0; at--) {
            var field = fields.get(at);
            if (!used[at] && field.is(name) && field != own) {
                return at;
            }
        }
        return -1;
    }

    /// The octets that were signed (RFC 6376 §3.7).
    public static byte[] octets(DkimSignature signature, HeaderSection header) {
        return octets(signature, fields(signature, header));
    }

    /// The octets, had these fields been signed.
    static byte[] octets(DkimSignature signature, List<HeaderField> fields) {
        return octets(signature, fields, signature.headerCanonicalization());
    }

    static byte[] octets(
            DkimSignature signature, List<HeaderField> fields, Canonicalization canonicalization) {
        var out = new CanonicalHeader(canonicalization);
        fields.forEach(out::add);
        out.addUnsigned(signature.tags());
        return out.octets();
    }

    /// The octets that an ARC-Seal signs: whole fields one behind the other, the seal itself
    /// without its `b`, all of them relaxed (RFC 8617 §5.1.1).
    public static byte[] sealed(List<HeaderField> fields, SignatureTags seal) {
        var out = new CanonicalHeader(Canonicalization.RELAXED);
        fields.forEach(out::add);
        out.addUnsigned(seal);
        return out.octets();
    }
}
