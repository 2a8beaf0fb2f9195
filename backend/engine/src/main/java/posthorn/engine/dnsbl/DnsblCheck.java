package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.function.Supplier;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;

/// The check `dnsbl`.
public final class DnsblCheck {

    private DnsblCheck() {}

    /// Whether these lists name the domain or its addresses. Keys are put in below the check, by
    /// [ListTable#withKeys].
    public static Check<Target, DnsblFacts> check(ListTable lists) {
        return check(() -> lists);
    }

    /// The same with the lists as they are when a check begins.
    public static Check<Target, DnsblFacts> check(Supplier<ListTable> lists) {
        return new Check<>(
                "dnsbl",
                new DnsblProbe(lists),
                DnsblCheck::records,
                List.of(
                        new Listings(),
                        new Disagreement(),
                        new SharedAddress(),
                        new Unresolved(),
                        new Coverage(),
                        new ListTrouble(),
                        new Asked()),
                DnsblCheck::clean);
    }

    /// `192.0.2.10 SpamCop Blocking List 127.0.0.2`: the listings, as they stand.
    private static List<String> records(DnsblFacts facts) {
        return facts.replies().stream()
                .filter(DnsblCheck::isListed)
                .map(DnsblCheck::record)
                .sorted()
                .toList();
    }

    private static boolean isListed(DnsblFacts.Reply reply) {
        return reply.has(ListCode.Meaning.LISTED) || reply.has(ListCode.Meaning.POLICY);
    }

    private static String record(DnsblFacts.Reply reply) {
        var seen =
                reply.answer() instanceof ListAnswer.Coded coded
                        ? String.join(" ", coded.seen())
                        : "";
        return reply.subject().text() + " " + reply.list().name() + " " + seen;
    }

    private static List<Finding> clean(DnsblFacts facts) {
        if (facts.plan().pairs().isEmpty()) {
            return List.of();
        }
        long healthy =
                facts.health().stream()
                        .filter(ListHealth.Healthy.class::isInstance)
                        .map(ListHealth::list)
                        .distinct()
                        .count();
        return facts.replies().stream().anyMatch(DnsblCheck::isListed)
                ? List.of()
                : List.of(
                        info("dnsbl.clean", facts.target().domain())
                                .with("count", healthy)
                                .with(
                                        "subjects",
                                        facts.plan().subjects().stream()
                                                .map(Subject::text)
                                                .toList()));
    }
}
