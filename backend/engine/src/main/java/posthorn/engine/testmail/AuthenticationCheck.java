package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.message.ReceivedMessage;

/// The check `testmail`: whether a message proves who sent it.
public final class AuthenticationCheck {

    private AuthenticationCheck() {}

    /// The check, its rules in the order of a report. Each outcome has a finding of its own, so
    /// that nothing is left to say when all is well.
    public static Check<ReceivedMessage, AuthenticationFacts> check() {
        return new Check<>(
                "testmail",
                new AuthenticationProbe(),
                AuthenticationCheck::records,
                List.of(
                        new DmarcVerdict(),
                        new Envelope(),
                        new Unsigned(),
                        new SignatureOutcome(),
                        new SignatureKeys(),
                        new SignatureScope(),
                        new Unsubscribing(),
                        new Forwarders(),
                        new AuthorName(),
                        new InboundClaims(),
                        new Logo()),
                _ -> List.of());
    }

    private static List<String> records(AuthenticationFacts facts) {
        return facts.dmarc().stream()
                .map(dmarc -> dmarc.treeWalk().record())
                .filter(record -> !record.isEmpty())
                .sorted()
                .toList();
    }
}
