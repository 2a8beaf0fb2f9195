package posthorn.engine.testmail;

import static posthorn.engine.check.Severity.INFO;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.signature.Canonicalization;
import posthorn.engine.signature.DkimSignature;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureResult;

/// What a signature that holds covers, and what it leaves open (RFC 6376 §5.4, §8).
final class SignatureScope implements SignatureRule {

    /// The fields that say what a message is (RFC 6376 §5.4.1).
    private static final List<String> WEIGHTY =
            List.of(
                    "subject",
                    "date",
                    "to",
                    "reply-to",
                    "mime-version",
                    "content-type",
                    "message-id");

    private static final Duration AHEAD = Duration.ofHours(1);

    @Override
    public List<Finding> judge(Seen seen, AuthenticationFacts facts) {
        if (!(seen.result() instanceof SignatureResult.Checked(var signature, _, var reason))) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (isAhead(signature, facts)) {
            findings.add(
                    seen.finding(WARNING, "tm.dkim-future")
                            .with("signedAt", Seen.instant(signature.tags().compact("t"))));
        }
        if (reason == Reason.HOLDS && !seen.isAuthors()) {
            findings.add(seen.finding(isSpare(facts) ? INFO : NOTICE, "tm.dkim-domain-foreign"));
        }
        if (reason == Reason.HOLDS && seen.isAuthors()) {
            findings.addAll(scope(seen, signature, facts));
        }
        return findings;
    }

    private static boolean isAhead(DkimSignature signature, AuthenticationFacts facts) {
        long latest = facts.message().receivedAt().plus(AHEAD).getEpochSecond();
        var signedAt = signature.signedAt();
        return signedAt.isPresent() && signedAt.getAsLong() > latest;
    }

    /// Whether another signature is the author's.
    private static boolean isSpare(AuthenticationFacts facts) {
        return facts.onlyDmarc().stream()
                .flatMap(dmarc -> dmarc.aligned().stream())
                .anyMatch(id -> id.authenticated().method().name().equals("DKIM"));
    }

    private static List<Finding> scope(
            Seen seen, DkimSignature signature, AuthenticationFacts facts) {
        var findings = new ArrayList<Finding>();
        if (signature.isPartial()) {
            findings.add(
                    seen.finding(WARNING, "tm.dkim-l-tag").with("length", signature.bodyLength()));
        }
        if (signature.headerCanonicalization() == Canonicalization.SIMPLE) {
            findings.add(seen.finding(NOTICE, "tm.dkim-simple-header"));
        }
        var open = unsigned(signature, facts);
        if (!open.isEmpty()) {
            findings.add(seen.finding(NOTICE, "tm.dkim-weak-headers").with("fields", open));
        }
        var once = addable(signature, facts);
        if (!once.isEmpty()) {
            findings.add(seen.finding(INFO, "tm.dkim-no-oversign").with("fields", once));
        }
        return findings;
    }

    /// Weighty fields of the message that anybody may change.
    private static List<String> unsigned(DkimSignature signature, AuthenticationFacts facts) {
        return WEIGHTY.stream()
                .filter(name -> facts.header().first(name).isPresent())
                .filter(name -> signature.timesSigned(name) == 0)
                .map(SignatureOutcome::shown)
                .toList();
    }

    /// Fields of which another one can be added without breaking the signature.
    private static List<String> addable(DkimSignature signature, AuthenticationFacts facts) {
        return Stream.of("from", "subject")
                .filter(name -> signature.timesSigned(name) <= facts.header().all(name).size())
                .map(SignatureOutcome::shown)
                .toList();
    }
}
