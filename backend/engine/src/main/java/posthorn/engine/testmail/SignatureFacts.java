package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.signature.Explanation;
import posthorn.engine.signature.SignatureResult;

/// One DKIM signature of a message.
///
/// @param explanations why it does not fit the message, the body first; none if it does, or if its
///   reason says all
public record SignatureFacts(SignatureResult result, List<Explanation> explanations) {

    public SignatureFacts {
        explanations = List.copyOf(explanations);
    }
}
