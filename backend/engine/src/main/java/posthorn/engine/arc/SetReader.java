package posthorn.engine.arc;

import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureKey;
import posthorn.engine.signature.SignatureReader;
import posthorn.engine.signature.SignatureReader.Unreadable;
import posthorn.engine.signature.SignatureResult;
import posthorn.engine.signature.SignatureTags;

/// Reads the signatures of a set, before anything is compared.
final class SetReader {

    private SetReader() {}

    static ArcSet read(ArcFields set) {
        return new ArcSet(set.instance(), set.claims(), message(set.message()), seal(set.seal()));
    }

    /// A set that is shown, but not looked into.
    static ArcSet untried(ArcFields set, Reason reason) {
        return new ArcSet(
                set.instance(),
                set.claims(),
                new SignatureResult.Unread(set.message(), reason, ""),
                new SealResult.Unread(set.seal(), reason, ""));
    }

    private static SignatureResult message(SignatureTags tags) {
        try {
            return new SignatureResult.Checked(
                    SignatureReader.arc(tags), new SignatureKey.Unasked(), Reason.HOLDS);
        } catch (Unreadable e) {
            return new SignatureResult.Unread(tags, e.reason(), e.tag());
        }
    }

    private static SealResult seal(SignatureTags tags) {
        try {
            return new SealResult.Checked(
                    SignatureReader.seal(tags), new SignatureKey.Unasked(), Reason.HOLDS);
        } catch (Unreadable e) {
            return new SealResult.Unread(tags, e.reason(), e.tag());
        }
    }
}
