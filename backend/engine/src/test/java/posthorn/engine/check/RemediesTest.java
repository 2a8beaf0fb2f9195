package posthorn.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

class RemediesTest {

    private static final DnsName NAME = DnsName.of("example.org");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 a +all | v=spf1 a ~all | v=spf1 a ip4:192.0.2.1 +all | v=spf1 a ip4:192.0.2.1 ~all",
                "v=spf1 a | v=spf1 a ~all | v=spf1 a ip4:192.0.2.1 | v=spf1 a ip4:192.0.2.1 ~all",
                "v=spf1 a ptr ~all | v=spf1 ptr ~all | v=spf1 a ~all | v=spf1 ~all",
                "v=spf1 ipv4:192.0.2.1 a | v=spf1 ip4:192.0.2.1 a | v=spf1 ip4:192.0.2.1 a ~all | v=spf1 ip4:192.0.2.1 a ~all",
                "v=spf1 ?all exp=a.example | v=spf1 ~all exp=a.example | v=spf1 mx ?all | v=spf1 mx ~all",
                "v=spf1 a ?all | v=spf1 a -all | v=spf1 a ~all | v=spf1 a -all",
                "v=DMARC1; p=none; pct=5 | v=DMARC1; p=none | v=DMARC1; p=none; pct=5; rua=mailto:a@example.org | v=DMARC1; p=none; rua=mailto:a@example.org",
                "v=DMARC1; p=x; sp=none | v=DMARC1; p=reject; sp=none | v=DMARC1; p=none | v=DMARC1; p=reject",
                "v=DMARC1; p=none; fo=2 | v=DMARC1; p=none; fo=1 | v=DMARC1; p=none | v=DMARC1; p=none"
            })
    void twoEditsOfOneRecordBecomeOne(String old, String one, String other, String merged) {
        var changes =
                Remedies.changes(
                        List.of(
                                edit(critical("a.one", NAME), old, one),
                                edit(warning("a.other", NAME), old, other)));

        assertThat(changes)
                .containsExactly(
                        new RecordChange(NAME, RecordType.TXT, List.of(old), List.of(merged)));
    }

    @Test
    void theGraverFindingHasItsWay() {
        var changes =
                Remedies.changes(
                        List.of(
                                edit(notice("a.one", NAME), "v=spf1 ?all", "v=spf1 ~all"),
                                edit(critical("a.other", NAME), "v=spf1 ?all", "v=spf1 -all")));

        assertThat(changes.getFirst().published()).containsExactly("v=spf1 -all");
    }

    @Test
    void whatIsMerelyToldChangesOnlyItsOwnCard() {
        var told = edit(info("a.told", NAME), "v=spf1 a ?all", "v=spf1 ?all");
        var grave = edit(critical("a.grave", NAME), "v=spf1 a ?all", "v=spf1 a ~all");
        var report = List.of(told, grave);

        assertThat(Remedies.of(grave, report).getFirst().published())
                .containsExactly("v=spf1 a ~all");
        assertThat(Remedies.of(told, report).getFirst().published()).containsExactly("v=spf1 ~all");
        assertThat(Remedies.shared(grave, report)).isEmpty();
        assertThat(Remedies.shared(told, report)).containsExactly("a.grave");
    }

    @Test
    void recordsOfOtherStandardsAtTheSameNameAreLeftAlone() {
        var spf = edit(critical("a.spf", NAME), "v=spf1 ?all", "v=spf1 ~all");
        var key = edit(critical("a.key", NAME), "v=DKIM1; p=; t=y", "v=DKIM1; p=");

        assertThat(Remedies.of(spf, List.of(spf, key))).hasSize(1);
        assertThat(Remedies.changes(List.of(spf, key))).hasSize(2);
    }

    @Test
    void whatWouldGoAndComeAgainStays() {
        var finding =
                warning("a.several", NAME)
                        .cure(new Remedy.Remove(NAME, RecordType.TXT, "v=spf1 a ~all"))
                        .cure(new Remedy.Remove(NAME, RecordType.TXT, "v=spf1 ~all"))
                        .cure(new Remedy.Publish(NAME, RecordType.TXT, "v=spf1 a ~all"));

        assertThat(Remedies.changes(List.of(finding)))
                .containsExactly(
                        new RecordChange(NAME, RecordType.TXT, List.of("v=spf1 ~all"), List.of()));
    }

    @Test
    void hostsOfSeveralFindingsAreAllPublishedOnce() {
        var one =
                warning("a.one", NAME)
                        .cure(new Remedy.Remove(NAME, RecordType.MX, "0 ."))
                        .cure(new Remedy.Publish(NAME, RecordType.MX, "10 a.example.org."));
        var other =
                warning("a.other", NAME)
                        .cure(new Remedy.Publish(NAME, RecordType.MX, "10 a.example.org."))
                        .cure(new Remedy.Publish(NAME, RecordType.MX, "20 b.example.org."));

        assertThat(Remedies.changes(List.of(one, other)))
                .containsExactly(
                        new RecordChange(
                                NAME,
                                RecordType.MX,
                                List.of("0 ."),
                                List.of("10 a.example.org.", "20 b.example.org.")));
    }

    @Test
    void anAliasGoesFirst() {
        var finding =
                warning("a.one", NAME)
                        .cure(new Remedy.Publish(NAME, RecordType.TXT, "v=spf1 -all"))
                        .cure(new Remedy.Remove(NAME, RecordType.CNAME, "a.example.net."));

        assertThat(Remedies.changes(List.of(finding)))
                .extracting(RecordChange::type)
                .containsExactly(RecordType.CNAME, RecordType.TXT);
    }

    private static Finding edit(Finding finding, String old, String text) {
        return finding.cure(new Remedy.Remove(NAME, RecordType.TXT, old))
                .cure(new Remedy.Publish(NAME, RecordType.TXT, text));
    }
}
