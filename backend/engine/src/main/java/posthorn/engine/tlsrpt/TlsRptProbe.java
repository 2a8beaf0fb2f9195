package posthorn.engine.tlsrpt;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.dane.HostDane;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.mtasts.PolicyMode;
import posthorn.engine.mtasts.StsLookup;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;

/// Asks for the record and, where there is none, for what would make it important.
final class TlsRptProbe implements Probe<Target, TlsRptFacts> {

    @Override
    public TlsRptFacts probe(Target target, Outside outside) {
        var answer = outside.dns().txt(target.domain().child("_smtp._tls"));
        if (answer instanceof Answer.Failed<Rdata.Text>(var failure, _, _)) {
            return new TlsRptFacts.Unanswered(target, failure);
        }
        var texts = texts(answer);
        return texts.isEmpty()
                ? absent(target, outside)
                : new TlsRptFacts.Published(
                        target,
                        texts.stream().map(TlsRptRecord::read).toList(),
                        !answer.aliases().isEmpty());
    }

    /// The records, or, where none counts, the text that was meant as one.
    private static List<String> texts(Answer<Rdata.Text> answer) {
        var all = answer.records().stream().map(Rdata.Text::joined).sorted().toList();
        var records = all.stream().filter(TlsRptRecord::isRecord).toList();
        return records.isEmpty()
                ? all.stream().filter(TlsRptRecord::isMeant).limit(1).toList()
                : records;
    }

    private static TlsRptFacts absent(Target target, Outside outside) {
        var domain = target.domain();
        var names = MailHosts.names(domain, outside.dns());
        var strict = new ArrayList<TlsRptFacts.Strict>();
        if (names.isEmpty() || !target.profile().receives()) {
            return new TlsRptFacts.Absent(target, false, List.of());
        }
        var policy = StsLookup.of(domain, outside).inEffect();
        if (policy.filter(found -> found.mode() != PolicyMode.NONE).isPresent()) {
            strict.add(TlsRptFacts.Strict.MTA_STS);
        }
        var quiet = new Outside(outside.dns(), outside.clock());
        var hosts = MailHosts.of(domain, quiet).hosts();
        if (hosts.stream().anyMatch(host -> HostDane.of(host, outside.dns()).isDemanded())) {
            strict.add(TlsRptFacts.Strict.DANE);
        }
        return new TlsRptFacts.Absent(target, true, strict);
    }

    /// The records as published.
    static List<String> records(TlsRptFacts facts) {
        return facts instanceof TlsRptFacts.Published(_, var records, _)
                ? records.stream().map(TlsRptRecord::text).toList()
                : List.of();
    }
}
