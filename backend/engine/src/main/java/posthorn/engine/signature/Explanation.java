package posthorn.engine.signature;

import java.util.List;

/// Why a signature does not fit the message it stands in.
public sealed interface Explanation {

    /// The body was changed on the way.
    ///
    /// @param isProven whether undoing the change gives the body that was signed
    /// @param detail the text that came in or was changed, where there is any
    record BodyChanged(BodyChange change, boolean isProven, String detail) implements Explanation {}

    /// Header fields were changed on the way. Undoing these changes gives what was signed.
    record HeaderChanged(List<FieldChange> changes) implements Explanation {
        public HeaderChanged {
            changes = List.copyOf(changes);
        }
    }

    /// The signature was made with another private key than the one that belongs to the published
    /// key, or it is damaged.
    record OtherKey() implements Explanation {}

    /// The key is right and the body may be too, but some signed header field is not; which cannot
    /// be told.
    ///
    /// @param missing names that were signed and of which the message has no field, in lower case
    record HeaderUnexplained(List<String> missing) implements Explanation {
        public HeaderUnexplained {
            missing = List.copyOf(missing);
        }
    }

    /// The body is another one, and no change we know makes it fit.
    record BodyUnexplained() implements Explanation {}
}
