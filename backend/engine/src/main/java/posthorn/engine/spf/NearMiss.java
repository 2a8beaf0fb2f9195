package posthorn.engine.spf;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// TXT data that looks like a record, and that no receiver takes for one (RFC 7208 §4.5).
final class NearMiss implements SurroundingsRule {

    @Override
    public List<Finding> judge(Surroundings around, boolean published) {
        var texts =
                around.texts().stream()
                        .map(Rdata.Text::joined)
                        .filter(NearMisses::isNearMiss)
                        .sorted()
                        .toList();
        if (texts.isEmpty()) {
            return List.of();
        }
        var finding = warning("spf.near-miss", around.domain()).with("records", texts);
        return List.of(cured(finding, around.domain(), texts, published));
    }

    private static Finding cured(
            Finding finding, DnsName domain, List<String> texts, boolean published) {
        var meant = texts.stream().map(NearMisses::repaired).flatMap(Optional::stream).toList();
        if (!published && meant.size() != 1) {
            return finding;
        }
        for (var text : texts) {
            finding = finding.cure(new Remedy.Remove(domain, RecordType.TXT, text));
        }
        return published
                ? finding
                : finding.cure(new Remedy.Publish(domain, RecordType.TXT, meant.getFirst()));
    }
}
