package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.info;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The table of all answers, and what was left out.
final class Asked implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        var plan = facts.plan();
        if (plan.pairs().isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Map<String, String>>();
        facts.replies().forEach(reply -> rows.add(row(reply)));
        facts.unusable()
                .forEach(h ->
                        rows.add(row(h.list(), h.kind().toString(), h.trouble().name(), h.seen())));
        facts.disabled()
                .forEach(h -> rows.add(row(h.list(), h.kind().toString(), "DISABLED", List.of())));
        return List.of(
                info("dnsbl.asked", facts.target().domain())
                        .with(
                                "count",
                                plan.pairs().stream().map(ListHealth.Pair::list).distinct().count())
                        .with("subjects", plan.subjects().stream().map(Subject::text).toList())
                        .with("lists", rows)
                        .with("leftOut", named(plan.leftOut(), Subject::text))
                        .with("leftOutLists", named(plan.leftOutLists(), DnsList::name)));
    }

    /// The names, or a dash for none.
    private static <T> List<String> named(List<T> things, Function<T, String> name) {
        return things.isEmpty() ? List.of("–") : things.stream().map(name).toList();
    }

    private static Map<String, String> row(DnsblFacts.Reply reply) {
        var subject = reply.subject().text();
        return switch (reply.answer()) {
            case ListAnswer.Clean _ -> row(reply.list(), subject, "CLEAN", List.of());
            case ListAnswer.Coded coded ->
                    row(reply.list(), subject, coded.worst().name(), coded.seen());
            case ListAnswer.Unclear(var trouble, var seen) ->
                    row(reply.list(), subject, trouble.name(), seen);
        };
    }

    private static Map<String, String> row(
            DnsList list, String subject, String outcome, List<String> seen) {
        var row = new LinkedHashMap<String, String>();
        row.put("list", list.name());
        row.put("subject", subject);
        row.put("outcome", outcome);
        row.put("code", String.join(" ", seen));
        return row;
    }
}
