package posthorn.engine.dns;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;

/// Finds the zone of a domain, asks its servers one by one, and follows the aliases among the names
/// of its mail. Meanwhile its registry is asked.
final class DnsProbe implements Probe<Target, DnsFacts> {

    /// A name that nobody uses.
    static final String UNUSED = "no-such-name-here";

    @Override
    public DnsFacts probe(Target target, Outside outside) {
        var domain = target.domain();
        var registered = RegistrationProbe.started(domain, outside);
        var zone = new ZoneSearch(outside).of(domain);
        var exchangers =
                outside.dns().mx(domain).records().stream()
                        .map(Rdata.Mx::host)
                        .filter(host -> !host.isRoot())
                        .distinct()
                        .sorted()
                        .toList();
        var unused = domain.child(UNUSED);
        return new DnsFacts(
                target,
                zone,
                new AliasProbe(outside, zone).names(domain, exchangers),
                exchangers,
                new DnsFacts.Wildcard(outside.dns().mx(unused), outside.dns().txt(unused)),
                registered.answer());
    }

    /// The name servers and aliases.
    static List<String> records(DnsFacts facts) {
        var servers =
                facts.cut().stream()
                        .flatMap(cut -> cut.own().stream())
                        .map(server -> "NS " + absolute(server));
        var aliases =
                facts.aliases().stream()
                        .map(alias -> alias.name() + " CNAME " + absolute(alias.target()));
        return Stream.concat(servers, aliases).sorted().toList();
    }

    private static String absolute(DnsName name) {
        return new Rdata.Target(name).toString();
    }
}
