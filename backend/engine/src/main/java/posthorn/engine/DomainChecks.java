package posthorn.engine;

import java.util.List;
import java.util.function.Supplier;
import posthorn.engine.bimi.BimiCheck;
import posthorn.engine.bimi.MarkRoots;
import posthorn.engine.bulk.BulkCheck;
import posthorn.engine.check.Check;
import posthorn.engine.check.Target;
import posthorn.engine.dane.DaneCheck;
import posthorn.engine.dkim.DkimCheck;
import posthorn.engine.dmarc.DmarcCheck;
import posthorn.engine.dns.DnsCheck;
import posthorn.engine.dnsbl.DnsblCheck;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnssec.DnssecCheck;
import posthorn.engine.hosting.ProviderCheck;
import posthorn.engine.mtasts.MtaStsCheck;
import posthorn.engine.mx.MxCheck;
import posthorn.engine.rdns.RdnsCheck;
import posthorn.engine.spf.SpfCheck;
import posthorn.engine.tls.TlsCheck;
import posthorn.engine.tlsrpt.TlsRptCheck;

/// The checks of a domain, in the order of a report.
public final class DomainChecks {

    private DomainChecks() {}

    /// All of them, with the DNS lists that come with the program; none of these is asked before
    /// its terms are accepted.
    public static List<Check<Target, ?>> all() {
        return all(ListTable.builtIn());
    }

    /// All of them, with these DNS lists.
    public static List<Check<Target, ?>> all(ListTable lists) {
        return all(lists, MarkRoots.builtIn());
    }

    /// All of them, with these DNS lists and these roots of certificates for logos.
    public static List<Check<Target, ?>> all(ListTable lists, MarkRoots marks) {
        return all(() -> lists, marks);
    }

    /// All of them, with the DNS lists as they are when a check begins.
    public static List<Check<Target, ?>> all(Supplier<ListTable> lists, MarkRoots marks) {
        return List.of(
                DnsCheck.check(),
                MxCheck.check(),
                SpfCheck.check(),
                DkimCheck.check(),
                DmarcCheck.check(),
                TlsCheck.check(),
                MtaStsCheck.check(),
                TlsRptCheck.check(),
                DnssecCheck.check(),
                DaneCheck.check(),
                RdnsCheck.check(),
                DnsblCheck.check(lists),
                BulkCheck.check(),
                BimiCheck.check(marks),
                ProviderCheck.check());
    }
}
