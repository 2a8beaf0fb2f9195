package posthorn.engine.spf;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Preview;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// What would be so if a domain published another SPF record: the record proposed is laid over the
/// live DNS, all else is asked as it is.
public final class SpfPreview {

    private SpfPreview() {}

    /// The DNS in which `record` stands in place of the domain's SPF records. It need not be valid.
    public static Dns of(DnsName domain, String record, Dns below) {
        var remedies = new ArrayList<Remedy>();
        SpfProbe.records(below.txt(domain).records()).stream()
                .map(Rdata.Text::joined)
                .map(text -> new Remedy.Remove(domain, RecordType.TXT, text))
                .forEach(remedies::add);
        remedies.add(new Remedy.Publish(domain, RecordType.TXT, record));
        return Preview.of(List.copyOf(remedies), below);
    }

    /// The findings the domain would have with this record.
    public static CheckResult check(Target target, String record, Outside outside) {
        var proposed = of(target.domain(), record, outside.dns());
        return SpfCheck.check().run(target, outside.with(proposed));
    }

    /// What this record would say about a mail.
    public static SpfResult evaluate(
            DnsName domain, String record, SpfQuery query, Outside outside) {
        var proposed = of(domain, record, outside.dns());
        return new SpfEvaluator(proposed, outside.clock()).evaluate(query);
    }
}
