package posthorn.engine.signature;

/// What verifying one signature gave.
public sealed interface SignatureResult {

    /// Its tags, as far as they can be read.
    SignatureTags tags();

    /// Why it has its result.
    Reason reason();

    /// It cannot be read, or was not tried.
    ///
    /// @param tag the tag concerned, empty if it is none
    record Unread(SignatureTags tags, Reason reason, String tag) implements SignatureResult {}

    /// It can be read, and was compared with the message.
    record Checked(DkimSignature signature, SignatureKey key, Reason reason)
            implements SignatureResult {

        @Override
        public SignatureTags tags() {
            return signature.tags();
        }

        /// Whether the key says that its owner is testing (RFC 6376 §3.6.1).
        public boolean isTesting() {
            return key instanceof SignatureKey.Published(_, var records)
                    && records.stream().anyMatch(record -> record.isTesting());
        }
    }

    /// The word of RFC 8601 §2.7.1.
    default Result result() {
        return reason().result();
    }

    /// The signing domain as the signature names it; empty text if it does not.
    default String domain() {
        return tags().utf8("d");
    }

    /// The selector as the signature names it; empty text if it does not.
    default String selector() {
        return tags().utf8("s");
    }
}
