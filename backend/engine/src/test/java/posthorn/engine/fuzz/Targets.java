package posthorn.engine.fuzz;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.arc.ArcTargets;
import posthorn.engine.authres.AuthResultsTargets;
import posthorn.engine.bimi.BimiTargets;
import posthorn.engine.dkim.DkimTargets;
import posthorn.engine.dmarc.DmarcTargets;
import posthorn.engine.dns.DnsTargets;
import posthorn.engine.dnsbl.ListTargets;
import posthorn.engine.dnssec.DnssecTargets;
import posthorn.engine.mask.MaskTargets;
import posthorn.engine.message.AddressTargets;
import posthorn.engine.message.MessageTargets;
import posthorn.engine.mtasts.MtaStsTargets;
import posthorn.engine.outside.DialogueTargets;
import posthorn.engine.outside.OutsideTargets;
import posthorn.engine.psl.NameTargets;
import posthorn.engine.server.ServerTargets;
import posthorn.engine.signature.SignatureTargets;
import posthorn.engine.spf.SpfTargets;
import posthorn.engine.testmail.TestmailTargets;
import posthorn.engine.tlsrpt.TlsRptTargets;
import posthorn.engine.trace.TraceTargets;

/// Every parser of the engine.
final class Targets {

    private Targets() {}

    static List<Target> all() {
        return Stream.of(
                        SpfTargets.all(),
                        DkimTargets.all(),
                        DmarcTargets.all(),
                        AuthResultsTargets.all(),
                        NameTargets.all(),
                        OutsideTargets.all(),
                        DialogueTargets.all(),
                        ListTargets.all(),
                        MessageTargets.all(),
                        AddressTargets.all(),
                        ArcTargets.all(),
                        SignatureTargets.all(),
                        TestmailTargets.all(),
                        MtaStsTargets.all(),
                        TlsRptTargets.all(),
                        DnssecTargets.all(),
                        BimiTargets.all(),
                        DnsTargets.all(),
                        TraceTargets.all(),
                        ServerTargets.all(),
                        MaskTargets.all())
                .flatMap(List::stream)
                .toList();
    }

    static Target named(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + all()));
    }
}
