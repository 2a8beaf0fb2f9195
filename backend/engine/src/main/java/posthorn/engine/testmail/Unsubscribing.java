package posthorn.engine.testmail;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.signature.SignatureResult;

/// Whether a signature covers the fields for unsubscribing: without one, receivers do not offer to
/// do so by one click (RFC 8058 §4).
final class Unsubscribing implements Rule<AuthenticationFacts> {

    private static final String ONE_CLICK = "list-unsubscribe-post";

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        var open =
                Stream.of("list-unsubscribe", ONE_CLICK)
                        .filter(name -> facts.header().first(name).isPresent())
                        .filter(name -> !isSigned(name, facts))
                        .toList();
        if (open.isEmpty() || facts.holding().isEmpty()) {
            return List.of();
        }
        boolean oneClick = facts.header().first(ONE_CLICK).isPresent();
        return List.of(
                Finding.of(oneClick ? WARNING : NOTICE, "tm.dkim-unsub-unsigned", facts.about())
                        .with("fields", open.stream().map(SignatureOutcome::shown).toList()));
    }

    private static boolean isSigned(String name, AuthenticationFacts facts) {
        return facts.holding().stream()
                .map(SignatureFacts::result)
                .filter(SignatureResult.Checked.class::isInstance)
                .map(SignatureResult.Checked.class::cast)
                .anyMatch(checked -> checked.signature().timesSigned(name) > 0);
    }
}
