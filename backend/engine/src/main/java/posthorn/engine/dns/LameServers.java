package posthorn.engine.dns;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Servers that are listed and do not speak for the zone (RFC 1912 §2.8). Only what a server says
/// itself, to two questions, counts; one that is silent may be so towards us alone.
final class LameServers implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut()
                .filter(cut -> cut.isHeardDirectly() && !Delegated.isDead(cut))
                .map(LameServers::judge)
                .orElse(List.of());
    }

    private static List<Finding> judge(ZoneFacts.Cut cut) {
        boolean others = cut.speaking().findAny().isPresent();
        return cut.servers().stream()
                .flatMap(server -> Stream.concat(lame(server, cut), silent(server, others, cut)))
                .toList();
    }

    private static Stream<Finding> lame(NameServer server, ZoneFacts.Cut cut) {
        var lame = server.lame();
        if (lame.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                warning("dns.ns-lame", server.name())
                        .with("zone", cut.apex())
                        .with("addresses", lame.stream().map(Visit::address).toList())
                        .with(
                                "lameness",
                                lame.stream()
                                        .flatMap(visit -> visit.lameness().stream())
                                        .distinct()
                                        .toList()));
    }

    private static Stream<Finding> silent(NameServer server, boolean others, ZoneFacts.Cut cut) {
        return others && server.isSilent()
                ? Stream.of(
                        notice("dns.ns-silent", server.name())
                                .with("zone", cut.apex())
                                .with("addresses", addresses(server)))
                : Stream.empty();
    }

    private static List<?> addresses(NameServer server) {
        return server.visits().stream().map(Visit::address).toList();
    }
}
