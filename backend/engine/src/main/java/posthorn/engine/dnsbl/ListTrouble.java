package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.notice;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Lists that cannot be asked from here, or whose answers are worth nothing: one finding a list.
final class ListTrouble implements Rule<DnsblFacts> {

    private record Seen(Trouble trouble, String point, List<String> answer) {}

    /// Those that are not asked come last: the others failed while the check ran.

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        var troubles = new LinkedHashMap<DnsList, Seen>();
        var off = new LinkedHashMap<DnsList, Disabled>();
        facts.disabled().forEach(h -> off.putIfAbsent(h.list(), h.disabled()));
        facts.unusable()
                .forEach(h ->
                        troubles.putIfAbsent(h.list(), new Seen(h.trouble(), h.point(), h.seen())));
        facts.unclear().forEach(reply -> collect(reply, troubles));
        return Stream.concat(
                        troubles.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())),
                        off.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())))
                .toList();
    }

    private static void collect(DnsblFacts.Reply reply, Map<DnsList, Seen> troubles) {
        if (reply.answer() instanceof ListAnswer.Unclear(var trouble, var seen)) {
            troubles.putIfAbsent(reply.list(), new Seen(trouble, reply.subject().text(), seen));
        }
    }

    private static Finding finding(DnsList list, Disabled disabled) {
        return notice("dnsbl.list-disabled", list.id())
                .with("list", list.name())
                .with("zone", list.zone())
                .with("trouble", disabled.trouble())
                .with("since", disabled.since().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }

    private static Finding finding(DnsList list, Seen seen) {
        return notice("dnsbl.list-unusable", list.id())
                .with("list", list.name())
                .with("zone", list.zone())
                .with("trouble", seen.trouble())
                .with("point", seen.point())
                .with("answer", seen.answer());
    }
}
