package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// Where somebody was silent, nothing is known.
final class Silence implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        if (facts.lookup() instanceof BimiLookup.Unanswered(var name, var failure)) {
            return List.of(silent(name, failure));
        }
        return Stream.of(
                        dmarc(facts),
                        file("bimi.logo-unanswered", facts.logo(), facts),
                        file("bimi.cert-unanswered", facts.evidence(), facts))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> dmarc(BimiFacts facts) {
        return facts.wanted().isEmpty()
                ? Stream.empty()
                : facts.dmarc().silence().stream()
                        .filter(step -> step.answer() instanceof Answer.Failed<?>)
                        .map(step ->
                                silent(
                                        step.name().child("_dmarc"),
                                        ((Answer.Failed<?>) step.answer()).failure()));
    }

    private static Finding silent(DnsName name, Failure failure) {
        return unknown("bimi.unanswered", name).with("failure", failure);
    }

    private static Stream<Finding> file(String code, WebFile file, BimiFacts facts) {
        return file instanceof WebFile.Silent(var at, var why)
                ? Stream.of(
                        unknown(code, facts.domain())
                                .with("address", at.toString())
                                .with("why", why))
                : Stream.empty();
    }
}
