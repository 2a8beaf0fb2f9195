package posthorn.engine.dns;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.NOTICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Rdata;

/// The SOA record: that it is there (RFC 1035 §5.2), that all servers have the same zone, and that
/// its times do no harm (RFC 1912 §2.2, RFC 2308 §5).
final class ZoneStart implements Rule<DnsFacts> {

    private static final long DAY = 86_400;

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut()
                .filter(cut -> cut.speaking().findAny().isPresent())
                .map(cut -> Stream.of(missing(cut), drift(cut), values(cut)))
                .orElse(Stream.of())
                .flatMap(Optional::stream)
                .toList();
    }

    /// Nobody has it. Where nothing else is there either, the zone is empty.
    private static Optional<Finding> missing(ZoneFacts.Cut cut) {
        var visits = visits(cut);
        if (visits.stream().anyMatch(Visit::hasSoa) || visits.stream().noneMatch(Visit::lacksSoa)) {
            return Optional.empty();
        }
        boolean empty =
                cut.copies().stream()
                                .flatMap(Copies::counting)
                                .allMatch(copy -> copy.answer().isVoid())
                        && visits.stream().allMatch(visit -> visit.ns().isVoid());
        return Optional.of(
                Finding.of(empty ? CRITICAL : NOTICE, "dns.soa-missing", cut.apex())
                        .with("servers", cut.speaking().map(NameServer::name).toList()));
    }

    private static List<Visit> visits(ZoneFacts.Cut cut) {
        return cut.speaking().flatMap(server -> server.visits().stream()).toList();
    }

    private static List<Rdata.Soa> starts(ZoneFacts.Cut cut) {
        return visits(cut).stream().flatMap(Visit::start).distinct().toList();
    }

    /// Versions of the zone that are certainly more than an hour apart.
    private static Optional<Finding> drift(ZoneFacts.Cut cut) {
        var serials = starts(cut).stream().map(Rdata.Soa::serial).distinct().toList();
        return Serial.areHoursApart(serials)
                ? Optional.of(
                        notice("dns.soa-serial-drift", cut.apex())
                                .with("serials", serials.stream().sorted().toList())
                                .with("servers", versions(cut)))
                : Optional.empty();
    }

    private static List<String> versions(ZoneFacts.Cut cut) {
        var versions = new ArrayList<String>();
        cut.speaking()
                .forEach(server ->
                        server.visits().stream()
                                .flatMap(Visit::start)
                                .map(soa -> server.name() + " " + soa.serial())
                                .distinct()
                                .forEach(versions::add));
        return versions;
    }

    private static Optional<Finding> values(ZoneFacts.Cut cut) {
        return starts(cut).stream()
                .filter(soa -> !faults(soa).isEmpty())
                .findFirst()
                .map(soa ->
                        notice("dns.soa-values", cut.apex())
                                .with("soaFault", faults(soa))
                                .with("refresh", soa.refresh())
                                .with("expire", soa.expire())
                                .with("minimum", soa.minimum()));
    }

    /// Only what does harm by itself: other values are a matter of how a provider copies its zones.
    private static List<String> faults(Rdata.Soa soa) {
        var faults = new ArrayList<String>();
        if (soa.minimum() > DAY) {
            faults.add("MINIMUM");
        }
        if (soa.expire() < DAY || soa.expire() < soa.refresh()) {
            faults.add("EXPIRE");
        }
        return faults;
    }
}
