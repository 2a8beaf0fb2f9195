package posthorn.app.reports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.text.Texts;

/// Turns findings into cards in one language. Sentences hold values from outside, so each is made
/// fit to be shown.
final class Cards {

    /// What harms most comes first: mail that does not arrive, then mail that is refused, then mail
    /// that is not believed.
    private static final List<String> HARM =
            List.of(
                    "dns",
                    "dnssec",
                    "mx",
                    "dane",
                    "mtasts",
                    "dnsbl",
                    "rdns",
                    "helo",
                    "spf",
                    "dkim",
                    "dmarc",
                    "tls",
                    "smtp",
                    "bulk",
                    "caa",
                    "bimi",
                    "provider");

    /// What a key table tells of each key.
    private static final List<String> KEY_COLUMNS = List.of("selector", "type", "bits", "origin");

    private final Texts texts;
    private final EvidenceWords evidence;
    private final Cures cures;
    private final ServerFolds servers;

    Cards(Texts texts, EvidenceWords evidence, Cures cures) {
        this(texts, evidence, cures, ServerFolds.none());
    }

    private Cards(Texts texts, EvidenceWords evidence, Cures cures, ServerFolds servers) {
        this.texts = texts;
        this.evidence = evidence;
        this.cures = cures;
        this.servers = servers;
    }

    /// The same, with what can be done on a server.
    Cards with(ServerFolds folds) {
        return new Cards(texts, evidence, cures, folds);
    }

    /// Most harmful first; equals stay in the order of the check.
    static List<Finding> byHarm(List<Finding> findings) {
        return findings.stream()
                .sorted(
                        Comparator.comparing(Finding::severity)
                                .reversed()
                                .thenComparingInt(finding -> harm(finding.code())))
                .toList();
    }

    /// What should be changed, most harmful first.
    List<FindingCard> todo(List<Finding> findings) {
        return byHarm(findings).stream()
                .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
                .map(this::card)
                .toList();
    }

    List<FindingCard> all(List<Finding> findings) {
        return findings.stream().map(this::card).toList();
    }

    String sentence(Finding finding) {
        return Shown.of(texts.sentence(finding));
    }

    String fix(Finding finding) {
        return texts.fix(finding).map(Shown::of).orElse("");
    }

    /// The keys that findings of DKIM speak of; none when they speak of none.
    List<Evidence.Grid> keys(List<Finding> findings) {
        var keys = new LinkedHashMap<String, Map<String, Object>>();
        for (var finding : findings) {
            if (finding.code().startsWith("dkim.") && finding.evidence().containsKey("origin")) {
                var key = keys.computeIfAbsent(finding.subject(), _ -> new LinkedHashMap<>());
                key.put("selector", finding.subject());
                key.putAll(finding.evidence());
            }
        }
        return keys.isEmpty()
                ? List.of()
                : List.of(evidence.table("keys", KEY_COLUMNS, List.copyOf(keys.values())));
    }

    private FindingCard card(Finding finding) {
        return new FindingCard(
                finding.severity().name(),
                finding.code(),
                Shown.of(finding.subject()),
                sentence(finding),
                texts.why(finding).map(Shown::of).orElse(""),
                fix(finding),
                evidence.of(finding.evidence()),
                cures.of(finding),
                servers.of(finding));
    }

    private static int harm(String code) {
        var rank = HARM.indexOf(code.substring(0, Math.max(0, code.indexOf('.'))));
        return rank < 0 ? HARM.size() : rank;
    }
}
