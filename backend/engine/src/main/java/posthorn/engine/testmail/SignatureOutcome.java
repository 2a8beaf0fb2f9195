package posthorn.engine.testmail;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.signature.Explanation;
import posthorn.engine.signature.FieldChange;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureResult;

/// Whether a signature holds, and if not, why (RFC 6376 §6.1). Problems of the key are left to
/// [SignatureKeys].
final class SignatureOutcome implements SignatureRule {

    @Override
    public List<Finding> judge(Seen seen, AuthenticationFacts facts) {
        var reason = seen.result().reason();
        return switch (reason) {
            case HOLDS -> List.of(passed(seen));
            case SYNTAX,
                    TAG_MISSING,
                    TAG_VALUE,
                    VERSION,
                    ALGORITHM,
                    IDENTITY,
                    QUERY_METHOD,
                    TIMES ->
                    List.of(unusable(seen, reason));
            case SHA1 -> List.of(seen.finding(seen.broken(), "tm.dkim-sha1"));
            case FROM_NOT_SIGNED ->
                    List.of(
                            seen.finding(seen.broken(), "tm.dkim-from-not-signed")
                                    .with("signed", names(seen.result().tags().compact("h"))));
            case EXPIRED ->
                    List.of(
                            seen.finding(Severity.WARNING, "tm.dkim-expired")
                                    .with(
                                            "expired",
                                            Seen.instant(seen.result().tags().compact("x"))));
            case BODY_TOO_SHORT -> List.of(body(seen, "SHORTENED", true, ""));
            case BODY_HASH, SIGNATURE -> changed(seen, reason);
            case FROM_ADDED ->
                    List.of(
                            seen.finding(seen.broken(), "tm.dkim-from-added")
                                    .with("fields", facts.header().all("from").size()));
            case TOO_MANY, HEADER_TOO_LARGE, MESSAGE_UNREAD ->
                    List.of(
                            seen.finding(
                                            seen.anotherHolds()
                                                    ? Severity.NOTICE
                                                    : Severity.UNKNOWN,
                                            "tm.dkim-unverified")
                                    .with("hindrance", reason));
            default -> List.of();
        };
    }

    private static Finding passed(Seen seen) {
        return seen.finding(Severity.INFO, "tm.dkim-pass")
                .with("signed", names(seen.result().tags().compact("h")));
    }

    private static List<String> names(String h) {
        return Stream.of(h.split(":", -1)).filter(name -> !name.isEmpty()).toList();
    }

    private static Finding unusable(Seen seen, Reason reason) {
        var tag =
                seen.result() instanceof SignatureResult.Unread(_, _, var name) && !name.isEmpty()
                        ? name
                        : "-";
        return seen.finding(seen.broken(), "tm.dkim-unreadable")
                .with("fault", reason)
                .with("tag", tag);
    }

    private static List<Finding> changed(Seen seen, Reason reason) {
        var findings = seen.signature().explanations().stream().map(e -> changed(seen, e)).toList();
        if (!findings.isEmpty()) {
            return findings;
        }
        return List.of(
                reason == Reason.BODY_HASH
                        ? body(seen, "UNEXPLAINED", false, "")
                        : unexplained(seen, List.of()));
    }

    private static Finding changed(Seen seen, Explanation explanation) {
        return switch (explanation) {
            case Explanation.BodyChanged(var change, var proven, var detail) ->
                    body(seen, change.name(), proven, detail);
            case Explanation.BodyUnexplained() -> body(seen, "UNEXPLAINED", false, "");
            case Explanation.HeaderChanged(var changes) -> header(seen, changes);
            case Explanation.HeaderUnexplained(var missing) -> unexplained(seen, missing);
            case Explanation.OtherKey() -> seen.finding(seen.broken(), "tm.dkim-key-other");
        };
    }

    private static Finding body(Seen seen, String change, boolean proven, String detail) {
        return seen.finding(seen.broken(), "tm.dkim-body-mismatch")
                .with("change", change)
                .with("certainty", proven ? "PROVEN" : "SUSPECTED")
                .with("detail", detail);
    }

    private static Finding header(Seen seen, List<FieldChange> changes) {
        return seen.finding(seen.broken(), "tm.dkim-header-mismatch")
                .with("fields", changes.stream().map(c -> shown(c.field())).toList())
                .with("changes", changes.stream().map(FieldChange::kind).toList())
                .with("signed", changes.stream().map(FieldChange::signed).toList())
                .with("now", changes.stream().map(FieldChange::now).toList());
    }

    private static Finding unexplained(Seen seen, List<String> missing) {
        return seen.finding(seen.broken(), "tm.dkim-header-unexplained")
                .with("missing", missing.stream().map(SignatureOutcome::shown).toList());
    }

    /// A name as it is usually written.
    static String shown(String lowerCaseName) {
        var out = new StringBuilder(lowerCaseName);
        for (int i = 0; i < out.length(); i++) {
            if (i == 0 || out.charAt(i - 1) == '-') {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
        }
        return switch (out.toString()) {
            case "Message-Id" -> "Message-ID";
            case "Mime-Version" -> "MIME-Version";
            case "Dkim-Signature" -> "DKIM-Signature";
            case "List-Id" -> "List-ID";
            default -> out.toString();
        };
    }
}
