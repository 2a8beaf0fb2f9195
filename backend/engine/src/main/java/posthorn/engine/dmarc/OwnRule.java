package posthorn.engine.dmarc;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// A rule about the record of the domain itself.
interface OwnRule extends Rule<DmarcFacts> {

    /// What the record means.
    List<Finding> judge(DmarcRecord record, DmarcFacts facts);

    @Override
    default List<Finding> judge(DmarcFacts facts) {
        return facts.own().map(record -> judge(record, facts)).orElse(List.of());
    }

    /// Where the domain's record belongs.
    static DnsName place(DmarcFacts facts) {
        return facts.domain().child("_dmarc");
    }

    /// The finding, to be cured by another text in place of the own record. Behind an alias the
    /// record is somebody else's.
    static Finding replace(Finding finding, RecordEdit edit, DmarcFacts facts) {
        return facts.own()
                .filter(_ -> facts.walk().own().answer().aliases().isEmpty())
                .map(record ->
                        finding.cure(remove(place(facts), record.text()))
                                .cure(publish(place(facts), edit.text())))
                .orElse(finding);
    }

    static Remedy publish(DnsName name, String text) {
        return new Remedy.Publish(name, RecordType.TXT, text);
    }

    static Remedy remove(DnsName name, String text) {
        return new Remedy.Remove(name, RecordType.TXT, text);
    }

    /// The address for reports that a domain with mailboxes can have.
    static String mailbox(DmarcFacts facts) {
        return "mailto:dmarc@" + facts.domain();
    }
}
