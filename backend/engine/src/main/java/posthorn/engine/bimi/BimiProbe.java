package posthorn.engine.bimi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.dmarc.TreeWalk;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.psl.PublicSuffixes;

/// Asks for the record, fetches what it names, and asks who may issue certificates.
final class BimiProbe implements Probe<Target, BimiFacts> {

    private final MarkRoots roots;

    BimiProbe(MarkRoots roots) {
        this.roots = roots;
    }

    @Override
    public BimiFacts probe(Target target, Outside outside) {
        var domain = target.domain();
        var listed = PublicSuffixes.builtIn().organizationalDomain(domain);
        var dmarc = Enforcement.of(domain, outside.dns());
        var organization = dmarc.walk().hasRecord() ? dmarc.organization() : listed;
        var found = BimiLookup.of(domain, organization, outside.dns());
        var lookup = domain.equals(listed) ? found : doubted(found, dmarc);
        var record = lookup.inEffect();
        var evidence = WebFile.fetch(record.flatMap(BimiRecord::evidence), outside.https());
        return new BimiFacts(
                target,
                organization,
                lookup,
                dmarc,
                WebFile.fetch(record.flatMap(BimiRecord::logo), outside.https()),
                evidence,
                evidence instanceof WebFile.Got(_, var body)
                        ? MarkCertificate.read(body, roots)
                        : Optional.empty(),
                CaaLookup.of(domain, outside.dns()),
                HostIssuer.of(domain, listed, outside),
                outside.clock().instant());
    }

    /// Where the walk to the Organizational Domain met silence, its record may have been missed.
    private static BimiLookup doubted(BimiLookup found, Enforcement dmarc) {
        return found instanceof BimiLookup.Absent
                ? dmarc.walk().open().stream()
                        .flatMap(step -> unanswered(step).stream())
                        .findFirst()
                        .orElse(found)
                : found;
    }

    private static Optional<BimiLookup> unanswered(TreeWalk.Step step) {
        return step.answer() instanceof Answer.Failed<Rdata.Text>(var failure, _, _)
                ? Optional.of(new BimiLookup.Unanswered(step.name().child("_dmarc"), failure))
                : Optional.empty();
    }

    /// The records as published, those of CAA with their type in front.
    static List<String> records(BimiFacts facts) {
        var own =
                switch (facts.lookup()) {
                    case BimiLookup.Unanswered _, BimiLookup.Absent _ -> Stream.<String>empty();
                    case BimiLookup.Several(_, var records, _) ->
                            records.stream().map(BimiRecord::text);
                    case BimiLookup.Published(_, var record, _) -> Stream.of(record.text());
                };
        var caa = facts.caa().found().stream().flatMap(found -> found.set().texts().stream());
        return Stream.concat(own, caa.map(text -> "CAA " + text)).toList();
    }
}
