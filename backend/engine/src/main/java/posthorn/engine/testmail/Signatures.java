package posthorn.engine.testmail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.RawMessage;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.outside.Dns;
import posthorn.engine.signature.BodyHashes;
import posthorn.engine.signature.DkimVerifier;
import posthorn.engine.signature.Explanation;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureDiagnosis;
import posthorn.engine.signature.SignatureResult;
import posthorn.engine.signature.SignatureTags;

/// Reads a message once, verifies what is signed in it, and looks for the cause where it does not
/// hold.
///
/// @param header what could be read of it
record Signatures(HeaderSection header, List<SignatureFacts> dkim) {

    /// Failed signatures that are looked into.
    private static final int MAX_DIAGNOSED = 4;

    /// Verifying and looking for the cause may each take as long as this, besides the DNS.
    private static final Duration MAX_READING = Duration.ofSeconds(5);

    static Signatures of(ReceivedMessage message, Dns dns, Clock clock) {
        var then = Clock.fixed(message.receivedAt(), ZoneOffset.UTC);
        try (var reader = MessageReader.open(timed(message, clock))) {
            var results = verified(reader, new DkimVerifier(dns, then));
            return new Signatures(reader.header(), facts(results, timed(message, clock)));
        } catch (IOException e) {
            return new Signatures(new HeaderSection(List.of(), true), List.of());
        }
    }

    private static RawMessage timed(ReceivedMessage message, Clock clock) {
        return new TimedMessage(message.raw(), clock, MAX_READING);
    }

    private static List<SignatureResult> verified(MessageReader reader, DkimVerifier verifier) {
        var plan = verifier.plan(reader.header());
        var hashes = new BodyHashes(plan.bodyRequests());
        try {
            reader.body(hashes);
        } catch (IOException e) {
            return unread(reader.header());
        }
        return plan.results(hashes);
    }

    private static List<SignatureResult> unread(HeaderSection header) {
        return header.all("dkim-signature").stream()
                .<SignatureResult>map(field ->
                        new SignatureResult.Unread(
                                SignatureTags.read(field), Reason.MESSAGE_UNREAD, ""))
                .toList();
    }

    private static List<SignatureFacts> facts(List<SignatureResult> results, RawMessage raw) {
        var looked =
                results.stream()
                        .filter(SignatureResult.Checked.class::isInstance)
                        .filter(result -> isWorthLooking(result.reason()))
                        .limit(MAX_DIAGNOSED)
                        .toList();
        return results.stream()
                .map(result ->
                        new SignatureFacts(
                                result,
                                looked.contains(result) ? explanations(result, raw) : List.of()))
                .toList();
    }

    private static boolean isWorthLooking(Reason reason) {
        return reason == Reason.BODY_HASH || reason == Reason.SIGNATURE;
    }

    private static List<Explanation> explanations(SignatureResult result, RawMessage raw) {
        try {
            return result instanceof SignatureResult.Checked checked
                    ? SignatureDiagnosis.of(raw, checked)
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
