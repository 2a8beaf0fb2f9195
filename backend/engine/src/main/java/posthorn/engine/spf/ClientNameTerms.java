package posthorn.engine.spf;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// `ptr` and the macro `p` must not be published: slow, and some receivers skip them (RFC 7208
/// §5.5, §7.2).
final class ClientNameTerms implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var terms =
                facts.record().terms().stream()
                        .filter(ClientNameTerms::asksForClientName)
                        .map(Term::text)
                        .toList();
        return terms.isEmpty()
                ? List.of()
                : List.of(warning("spf.ptr", facts.domain()).with("terms", terms));
    }

    private static boolean asksForClientName(Term term) {
        return switch (term) {
            case Term.Directive(_, _, _, Mechanism.Ptr _) -> true;
            case Term.Directive(_, _, _, var mechanism) ->
                    mechanism.target().letters().contains("p");
            case Term.Redirect(_, _, var target) -> target.letters().contains("p");
            case Term.Explanation _, Term.UnknownModifier _, Term.Broken _ -> false;
        };
    }
}
