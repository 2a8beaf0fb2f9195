package posthorn.engine.testmail;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dmarc.DmarcRecord;
import posthorn.engine.dmarc.DmarcResult.Result;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.outside.DnsName;

/// Whether receivers may show the domain's logo, as far as the DNS says (BIMI draft): the logo and
/// its certificate are not fetched.
final class Logo implements Rule<AuthenticationFacts> {

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        return facts.onlyDmarc()
                .filter(dmarc -> dmarc.treeWalk().result() == Result.PASS)
                .map(dmarc -> judge(facts.bimi(), dmarc))
                .orElse(List.of());
    }

    private static List<Finding> judge(BimiFacts bimi, AuthorDmarc dmarc) {
        var author = dmarc.author();
        return switch (bimi) {
            case BimiFacts.NotAsked _, BimiFacts.Absent _ -> List.of();
            case BimiFacts.Silent(var name, var failure) ->
                    List.of(
                            unknown("tm.bimi-unreachable", author)
                                    .with("name", name)
                                    .with("failure", failure));
            case BimiFacts.Several(var name, _) -> List.of(blocked(author, name, "SEVERAL"));
            case BimiFacts.Published published -> List.of(published(published, dmarc));
        };
    }

    private static Finding published(BimiFacts.Published bimi, AuthorDmarc dmarc) {
        return obstacles(bimi, dmarc)
                .findFirst()
                .map(obstacle -> blocked(dmarc.author(), bimi.name(), obstacle))
                .orElseGet(() ->
                        info("tm.bimi-ready", dmarc.author())
                                .with("name", bimi.name())
                                .with("logo", bimi.logo())
                                .with("evidence", bimi.evidence()));
    }

    private static Finding blocked(DnsName author, DnsName name, String obstacle) {
        return info("tm.bimi-blocked", author).with("name", name).with("obstacle", obstacle);
    }

    private static Stream<String> obstacles(BimiFacts.Published bimi, AuthorDmarc dmarc) {
        return Stream.of(
                        bimi.logo().isEmpty() ? "DECLINED" : "",
                        isHttps(bimi.logo()) ? "" : "NO_HTTPS",
                        isEnforced(dmarc.treeWalk()) ? "" : "POLICY")
                .filter(obstacle -> !obstacle.isEmpty());
    }

    private static boolean isHttps(String uri) {
        return uri.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /// Quarantine for all mail, or reject; without exception for names below.
    private static boolean isEnforced(PolicyView view) {
        var record = DmarcRecord.read(view.record());
        var pct = record.tags().value("pct").orElse("100");
        return view.inEffect() != Policy.NONE
                && record.policy("sp").filter(Policy.NONE::equals).isEmpty()
                && (view.inEffect() == Policy.REJECT || pct.equals("100"));
    }
}
