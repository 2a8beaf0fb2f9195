package posthorn.engine.testmail;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.authres.AuthResultsField;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Authentication-Results that came with the message: shown, never believed (RFC 8601 §5).
final class InboundClaims implements Rule<AuthenticationFacts> {

    private static final int MOST = 50;

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        if (facts.claims().isEmpty()) {
            return List.of();
        }
        return List.of(
                info("tm.auth-results-inbound", facts.about())
                        .with("count", facts.claims().size())
                        .with("servers", servers(facts.claims()))
                        .with("claims", claims(facts.claims())));
    }

    private static List<String> servers(List<AuthResultsField> fields) {
        return fields.stream()
                .map(AuthResultsField::authservId)
                .map(id -> id.isEmpty() ? "?" : id)
                .distinct()
                .toList();
    }

    private static List<String> claims(List<AuthResultsField> fields) {
        return fields.stream()
                .flatMap(field ->
                        field.results().stream()
                                .map(result ->
                                        field.authservId()
                                                + ": "
                                                + result.method()
                                                + "="
                                                + result.result()))
                .limit(MOST)
                .toList();
    }
}
