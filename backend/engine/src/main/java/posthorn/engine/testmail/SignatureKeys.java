package posthorn.engine.testmail;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.check.Severity;
import posthorn.engine.dkim.DkimKey;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureKey;
import posthorn.engine.signature.SignatureResult;

/// Whether the key of a signature stands in its way, or weakens it. The check of the domain says
/// more about its keys.
final class SignatureKeys implements SignatureRule {

    private static final int SHORT = 2048;
    private static final int LONG = 4096;

    @Override
    public List<Finding> judge(Seen seen, AuthenticationFacts facts) {
        return seen.result() instanceof SignatureResult.Checked checked
                ? judge(seen, checked)
                : List.of();
    }

    private static List<Finding> judge(Seen seen, SignatureResult.Checked checked) {
        var findings = new ArrayList<Finding>();
        obstacle(seen, checked.reason()).forEach(findings::add);
        if (checked.isTesting()) {
            findings.add(seen.finding(Severity.WARNING, "tm.dkim-key-testing"));
        }
        if (checked.key() instanceof SignatureKey.Published(_, var records) && records.size() > 1) {
            findings.add(
                    seen.finding(Severity.WARNING, "tm.dkim-key-multiple-records")
                            .with("count", records.size()));
        }
        if (checked.reason() == Reason.HOLDS) {
            findings.addAll(strength(seen));
        }
        return findings;
    }

    private static List<Finding> obstacle(Seen seen, Reason reason) {
        return switch (reason) {
            case KEY_SILENT ->
                    List.of(
                            seen.finding(Severity.UNKNOWN, "tm.dkim-key-unreachable")
                                    .with("failure", failure(seen)));
            case KEY_MISSING -> broken(seen, "missing");
            case KEY_REVOKED -> broken(seen, "revoked");
            case KEY_UNREADABLE -> List.of(unreadable(seen));
            case KEY_TYPE ->
                    List.of(
                            seen.finding(seen.broken(), "tm.dkim-key-type")
                                    .with("type", seen.key().map(k -> k.type()).orElse("")));
            case KEY_HASH -> broken(seen, "hash-sha1");
            case KEY_SERVICE -> broken(seen, "service-type");
            case KEY_IDENTITY ->
                    List.of(
                            seen.finding(seen.broken(), "tm.dkim-key-strict-subdomain")
                                    .with("identity", seen.result().tags().utf8("i")));
            case KEY_SHORT -> broken(seen, "rsa-under-1024");
            case KEY_LONG -> broken(seen, "rsa-over-4096");
            default -> List.of();
        };
    }

    private static List<Finding> broken(Seen seen, String what) {
        return List.of(seen.finding(seen.broken(), "tm.dkim-key-" + what));
    }

    private static String failure(Seen seen) {
        return seen.result() instanceof SignatureResult.Checked checked
                        && checked.key() instanceof SignatureKey.Silent(_, var failure)
                ? failure.name()
                : "";
    }

    /// The first fault of the record, in the words of the check of keys.
    private static Finding unreadable(Seen seen) {
        var fault = seen.key().flatMap(key -> key.faults().stream().findFirst());
        var code =
                seen.key()
                                .map(DkimKeyRecord::key)
                                .filter(DkimKey.WrongLength.class::isInstance)
                                .isPresent()
                        ? "dkim.ed25519-encoding"
                        : fault.map(Fault::code).orElse("dkim.bad-key");
        var text = seen.key().flatMap(key -> fault.map(f -> f.in(key.text()))).orElse("");
        return seen.finding(seen.broken(), "tm.dkim-key-" + code.substring("dkim.".length()))
                .with("text", text);
    }

    private static List<Finding> strength(Seen seen) {
        boolean rsa =
                seen.key()
                        .map(DkimKeyRecord::key)
                        .filter(DkimKey.Rsa.class::isInstance)
                        .isPresent();
        int bits = rsa ? seen.bits().orElse(SHORT) : SHORT;
        if (bits < SHORT) {
            return List.of(
                    seen.finding(
                            seen.isAuthors() ? Severity.WARNING : Severity.NOTICE,
                            "tm.dkim-key-rsa-1024"));
        }
        return bits > LONG
                ? List.of(seen.finding(Severity.NOTICE, "tm.dkim-key-rsa-over-4096"))
                : List.of();
    }
}
