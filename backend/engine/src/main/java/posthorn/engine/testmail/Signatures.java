package posthorn.engine.testmail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.arc.ArcChain;
import posthorn.engine.arc.ArcVerifier;
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
record Signatures(HeaderSection header, List<SignatureFacts> dkim, ArcChain arc) {

    /// Failed signatures that are looked into.
    private static final int MAX_DIAGNOSED = 4;

    /// Verifying and looking for the cause may each take as long as this, besides the DNS.
    private static final Duration MAX_READING = Duration.ofSeconds(5);

    static Signatures of(ReceivedMessage message, Dns dns, Clock clock) {
        var then = Clock.fixed(message.receivedAt(), ZoneOffset.UTC);
        var arc = new ArcVerifier(dns, then);
        try (var reader = MessageReader.open(timed(message, clock))) {
            var verified = verified(reader, new DkimVerifier(dns, then), arc);
            var facts = facts(verified.dkim(), timed(message, clock));
            return new Signatures(reader.header(), facts, verified.arc());
        } catch (IOException e) {
            var nothing = new HeaderSection(List.of(), true);
            return new Signatures(nothing, List.of(), arc.plan(nothing).unread());
        }
    }

    private record Verified(List<SignatureResult> dkim, ArcChain arc) {}

    private static RawMessage timed(ReceivedMessage message, Clock clock) {
        return new TimedMessage(message.raw(), clock, MAX_READING);
    }

    private static Verified verified(
            MessageReader reader, DkimVerifier dkimVerifier, ArcVerifier arcVerifier) {
        var dkim = dkimVerifier.plan(reader.header());
        var arc = arcVerifier.plan(reader.header());
        var hashes =
                new BodyHashes(
                        Stream.concat(dkim.bodyRequests().stream(), arc.bodyRequests().stream())
                                .distinct()
                                .toList());
        try {
            reader.body(hashes);
        } catch (IOException e) {
            return new Verified(unread(reader.header()), arc.unread());
        }
        return new Verified(dkim.results(hashes), arc.result(hashes));
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
