package posthorn.engine.dmarc;

import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.psl.PublicSuffixes;

/// Whether a report domain agrees to get the reports about another domain (RFC 9990 §4).
public sealed interface Authorisation {

    /// The two belong together.
    record NotNeeded() implements Authorisation {}

    /// It agrees.
    ///
    /// @param elsewhere addresses on other hosts that its record names in place of the owner's
    record Given(DnsName name, List<String> texts, List<String> elsewhere)
            implements Authorisation {
        public Given {
            texts = List.copyOf(texts);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /// It does not.
    record Absent(DnsName name) implements Authorisation {}

    /// It did not answer.
    record Open(DnsName name, Failure failure) implements Authorisation {}

    /// Asks whether reports about `policyDomain` may go to `reportDomain`. Names with the same
    /// Organizational Domain in the public suffix list belong together.
    static Authorisation of(DnsName policyDomain, DnsName reportDomain, Dns dns) {
        var suffixes = PublicSuffixes.builtIn();
        if (suffixes.organizationalDomain(policyDomain)
                .equals(suffixes.organizationalDomain(reportDomain))) {
            return new NotNeeded();
        }
        var name = reportDomain.child("_dmarc").child("_report").child(policyDomain.text());
        return name.isWellFormed() ? asked(name, reportDomain, dns) : new Absent(name);
    }

    private static Authorisation asked(DnsName name, DnsName reportDomain, Dns dns) {
        return switch (dns.txt(name)) {
            case Answer.Failed<Rdata.Text>(var failure, _, _) -> new Open(name, failure);
            case Answer.NoData<Rdata.Text> _, Answer.NxDomain<Rdata.Text> _ -> new Absent(name);
            case Answer.Data<Rdata.Text> data -> judged(name, reportDomain, data.records());
        };
    }

    private static Authorisation judged(
            DnsName name, DnsName reportDomain, List<Rdata.Text> records) {
        var texts =
                records.stream()
                        .map(Rdata.Text::joined)
                        .filter(DmarcRecord::isDmarc)
                        .sorted()
                        .toList();
        var elsewhere =
                texts.stream()
                        .flatMap(text -> DmarcRecord.read(text).rua().stream())
                        .filter(uri ->
                                !(uri instanceof ReportUri.Mailto mailto)
                                        || !mailto.domain().equals(reportDomain))
                        .map(ReportUri::text)
                        .toList();
        return texts.isEmpty() ? new Absent(name) : new Given(name, texts, elsewhere);
    }
}
