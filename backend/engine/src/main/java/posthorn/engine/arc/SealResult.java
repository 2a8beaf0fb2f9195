package posthorn.engine.arc;

import posthorn.engine.signature.Reason;
import posthorn.engine.signature.Result;
import posthorn.engine.signature.SealSignature;
import posthorn.engine.signature.SignatureKey;
import posthorn.engine.signature.SignatureTags;

/// What verifying one ARC-Seal gave.
public sealed interface SealResult {

    /// Its tags, as far as they can be read.
    SignatureTags tags();

    /// Why it has its result.
    Reason reason();

    /// It cannot be read, or was not tried.
    ///
    /// @param tag the tag concerned, empty if it is none
    record Unread(SignatureTags tags, Reason reason, String tag) implements SealResult {}

    /// It can be read, and was compared with the fields it seals.
    record Checked(SealSignature signature, SignatureKey key, Reason reason) implements SealResult {

        @Override
        public SignatureTags tags() {
            return signature.tags();
        }
    }

    /// The word of RFC 8601 §2.7.1.
    default Result result() {
        return reason().result();
    }

    /// The sealing domain as the seal names it; empty text if it does not.
    default String domain() {
        return tags().utf8("d");
    }

    /// The selector as the seal names it; empty text if it does not.
    default String selector() {
        return tags().utf8("s");
    }
}
