package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.dkim.DkimKey.Damaged;
import posthorn.engine.dkim.DkimKey.Problem;
import posthorn.engine.dkim.DkimKey.Rsa;
import posthorn.engine.dkim.DkimKey.UnknownType;
import posthorn.engine.dkim.DkimKey.WrongLength;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// Whether the key can be read in the form its type demands (RFC 6376 §3.6.1, RFC 8463 §4).
final class KeyData implements KeyRule {

    @Override
    public List<Finding> judge(Keyed key, DkimFacts.Probed facts) {
        var findings = new ArrayList<Finding>();
        switch (key.record().key()) {
            case Damaged damaged when !isExplainedBySyntax(key, damaged) ->
                    findings.add(damaged(key, damaged, facts));
            case WrongLength(var octets, _) ->
                    findings.add(
                            KeyRule.about(key, KeyRule.broken(key, facts), "dkim.ed25519-encoding")
                                    .with("octets", octets));
            case UnknownType _ ->
                    findings.add(KeyRule.about(key, WARNING, "dkim.unknown-key-type"));
            case Rsa rsa when rsa.bare() ->
                    findings.add(KeyRule.about(key, WARNING, "dkim.key-pkcs1"));
            case Rsa _, DkimKey.Ed25519 _, DkimKey.Revoked _, Damaged _ -> {}
        }
        if (key.record().key().isUsable() && hasBlanks(key)) {
            findings.add(KeyRule.about(key, NOTICE, "dkim.key-blanks"));
        }
        return findings.stream().map(finding -> KeyRule.cleaned(finding, key)).toList();
    }

    /// A record that is no tag list has no `p` either; once is enough.
    private static boolean isExplainedBySyntax(Keyed key, Damaged damaged) {
        return damaged.problem() == Problem.MISSING && !key.record().tags().faults().isEmpty();
    }

    private static Finding damaged(Keyed key, Damaged damaged, DkimFacts.Probed facts) {
        return KeyRule.about(key, KeyRule.broken(key, facts), DkimKeyRecord.BAD_KEY)
                .with("problem", damaged.problem())
                .with("position", damaged.position())
                .with("octets", damaged.octets());
    }

    private static boolean hasBlanks(Keyed key) {
        var p = key.record().tags().value("p").orElse("");
        return !KeyReader.withoutBlanks(p).equals(p);
    }
}
