package posthorn.engine.arc;

import java.util.Locale;
import posthorn.engine.authres.ArcAuthResults;
import posthorn.engine.message.HeaderField;
import posthorn.engine.signature.SignatureTags;

/// The three fields of an ARC set (RFC 8617 §4.1), read but not verified.
record ArcFields(
        int instance,
        HeaderField results,
        ArcAuthResults claims,
        SignatureTags message,
        SignatureTags seal) {

    /// Whether the seal says the one status that its place allows (RFC 8617 §5.2).
    boolean saysItsStatus() {
        return status(seal).equals(instance == 1 ? "none" : "pass");
    }

    /// The status that a seal says; words of the standard's grammar have no case.
    static String status(SignatureTags seal) {
        return seal.raw("cv").toLowerCase(Locale.ROOT);
    }
}
