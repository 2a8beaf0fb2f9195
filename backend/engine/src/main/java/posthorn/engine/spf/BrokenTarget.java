package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.Failure;
import posthorn.engine.spf.SpfFacts.Published;

/// An include or redirect whose target has no usable record spoils the record itself: permerror,
/// not "no match" (RFC 7208 §5.2, §6.1). A silent target leaves the question open.
final class BrokenTarget implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var findings = new ArrayList<Finding>();
        facts.expansion()
                .all()
                .flatMap(node -> judge(facts, node).stream())
                .filter(found -> findings.stream().noneMatch(found::isSameAs))
                .forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> judge(Published facts, Node node) {
        return switch (node.outcome()) {
            case Node.Outcome.NoRecord _ -> Optional.of(none(facts, node));
            case Node.Outcome.NoName _ when isOpened(node) -> Optional.of(none(facts, node));
            case Node.Outcome.Several(var records) ->
                    Optional.of(broken(facts, node, "several", String.join(" | ", records)));
            case Node.Outcome.Malformed(var record) ->
                    Optional.of(broken(facts, node, "malformed", record.text()));
            case Node.Outcome.Failed(var failure) -> Optional.of(silent(node, failure));
            case Node.Outcome.Unasked() when facts.expansion().lookups() <= LookupLimit.LIMIT ->
                    Optional.of(silent(node, Failure.TIMEOUT));
            default -> Optional.empty();
        };
    }

    private static Finding silent(Node node, Failure failure) {
        return placed("spf.include-temperror", node).with("failure", failure);
    }

    private static boolean isOpened(Node node) {
        return node.term() instanceof Term.Redirect
                || node.term() instanceof Term.Directive(_, _, _, Mechanism.Include _);
    }

    private static Finding none(Published facts, Node node) {
        return node.term() instanceof Term.Redirect
                ? placed("spf.redirect-none", node)
                : cured(facts, node, placed("spf.include-none", node));
    }

    private static Finding broken(Published facts, Node node, String reason, String record) {
        var finding =
                placed("spf.include-permerror", node).with("reason", reason).with("record", record);
        return cured(facts, node, finding);
    }

    private static Finding cured(Published facts, Node node, Finding finding) {
        var same =
                facts.expansion()
                        .all()
                        .filter(other -> other.target().equals(node.target()))
                        .toList();
        return same.stream().allMatch(Node::isOwn)
                ? facts.dropping(finding, same.stream().map(Node::term).toList())
                : finding;
    }

    private static Finding placed(String code, Node node) {
        var subject = node.target().isEmpty() ? node.term().text() : node.target();
        return (code.equals("spf.include-temperror")
                        ? unknown(code, subject)
                        : critical(code, subject))
                .with("term", node.term().text())
                .with("path", node.path());
    }
}
