package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Policies of standards that were given up: DomainKeys (RFC 4870 §3.6) and ADSP (RFC 5617).
final class HistoricPolicy implements Rule<DkimFacts> {

    @Override
    public List<Finding> judge(DkimFacts facts) {
        if (!(facts instanceof DkimFacts.Probed probed)) {
            return List.of();
        }
        var name = probed.target().domain().child("_domainkey");
        return Stream.concat(
                        found(name, probed.root(), List.of("o", "t", "r", "n")),
                        found(name.child("_adsp"), probed.practices(), List.of("dkim")))
                .toList();
    }

    private static Stream<Finding> found(
            DnsName name, Answer<Rdata.Text> answer, List<String> tags) {
        return answer.records().stream()
                .map(Rdata.Text::joined)
                .filter(text -> isPolicy(text, tags))
                .limit(1)
                .map(text -> finding(name, answer, text));
    }

    private static boolean isPolicy(String text, List<String> names) {
        var tags = TagList.read(text, DkimKeyRecord.BAD_SYNTAX).tags();
        return tags.stream().anyMatch(tag -> tag.name().equals(names.getFirst()))
                && tags.stream().allMatch(tag -> names.contains(tag.name()));
    }

    private static Finding finding(DnsName name, Answer<Rdata.Text> answer, String text) {
        var finding = info("dkim.domainkeys-policy", name).with("record", text);
        return answer.aliases().isEmpty()
                ? finding.cure(new Remedy.Remove(name, RecordType.TXT, text))
                : finding;
    }
}
