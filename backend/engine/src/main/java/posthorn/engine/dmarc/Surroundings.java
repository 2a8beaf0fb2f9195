package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Rdata;

/// Where the record comes from, and what else is worth knowing about it.
final class Surroundings implements Rule<DmarcFacts> {

    private static final String STRATO = "strato";
    private static final String STRATO_DEFAULT = "v=DMARC1;p=reject;";

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        facts.own().ifPresent(record -> findings.addAll(strict(record, facts)));
        var own = facts.walk().own().answer();
        if (own instanceof Answer.Data && !own.aliases().isEmpty()) {
            findings.add(
                    info("dmarc.cname", facts.domain())
                            .with("target", own.aliases().getLast())
                            .with("chain", own.aliases()));
        }
        if (facts.own().filter(r -> r.text().equals(STRATO_DEFAULT)).isPresent()
                && facts.signs().stream().anyMatch(s -> s.provider().id().equals(STRATO))) {
            findings.add(
                    info("dmarc.provider-default", facts.domain())
                            .with("record", STRATO_DEFAULT)
                            .with("provider", "STRATO"));
        }
        if (facts.guard() instanceof Answer.Data<Rdata.Text>(var records, _, _, _, _)) {
            findings.add(
                    notice("dmarc.wildcard", facts.domain())
                            .with(
                                    "records",
                                    records.stream().map(Rdata.Text::joined).sorted().toList()));
        }
        return findings;
    }

    private static List<Finding> strict(DmarcRecord record, DmarcFacts facts) {
        var tags = Stream.of("adkim", "aspf").filter(record::isStrict).toList();
        return tags.isEmpty()
                ? List.of()
                : List.of(info("dmarc.alignment-strict", facts.domain()).with("tags", tags));
    }
}
