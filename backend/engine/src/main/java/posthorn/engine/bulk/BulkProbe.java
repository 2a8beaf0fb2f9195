package posthorn.engine.bulk;

import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dkim.DkimProbe;
import posthorn.engine.dmarc.DmarcCheck;
import posthorn.engine.outside.Outside;
import posthorn.engine.spf.SpfCheck;

/// Asks what the checks of SPF, DKIM and DMARC ask, and for the names of the sending hosts.
final class BulkProbe implements Probe<Target, BulkFacts> {

    private static final int MAX_HOSTS = 8;

    @Override
    public BulkFacts probe(Target target, Outside outside) {
        return switch (new DkimProbe().probe(target, outside)) {
            case DkimFacts.NotApplicable _ -> new BulkFacts.NotApplicable(target);
            case DkimFacts.Parked keys ->
                    new BulkFacts.Parked(
                            target,
                            outside.dns().mx(target.domain()),
                            SpfCheck.check().probe().probe(target, outside),
                            keys,
                            DmarcCheck.check().probe().probe(target, outside));
            case DkimFacts.Probed keys ->
                    new BulkFacts.Sending(
                            target,
                            SpfCheck.check().probe().probe(target, outside),
                            keys,
                            DmarcCheck.check().probe().probe(target, outside),
                            target.hosts().stream()
                                    .limit(MAX_HOSTS)
                                    .map(host -> Reverse.of(host, outside.dns()))
                                    .toList());
        };
    }
}
