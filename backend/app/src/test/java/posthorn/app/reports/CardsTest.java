package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.mask.HostedZone;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import posthorn.engine.text.Texts;

class CardsTest {

    private static final DnsName NAME = DnsName.of("example.org");
    private static final Finding IONOS =
            Finding.info("provider.dns-host", NAME).with("id", "ionos").with("zone", "example.org");

    private static final EvidenceWords WORDS =
            new EvidenceWords(new StaticMessageSource(), Locale.ENGLISH);
    private static final Cards CARDS = cards(List.of());

    private static Cards cards(List<Finding> report) {
        var hosted = HostedZone.of(DnsName.of("example.org"), report);
        var cures = new Cures(hosted, report, keys(), Locale.ENGLISH);
        return new Cards(Texts.in(Locale.ENGLISH), WORDS, cures);
    }

    /// Says the key itself.
    private static StaticMessageSource keys() {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return messages;
    }

    @Test
    void putsTheMostHarmfulFirst() {
        var findings =
                List.of(
                        Finding.warning("mx.a", "x"),
                        Finding.critical("dmarc.b", "x"),
                        Finding.critical("mx.c", "x"),
                        Finding.info("spf.d", "x"),
                        Finding.unknown("spf.e", "x"));

        assertThat(CARDS.todo(findings))
                .extracting(FindingCard::code)
                .containsExactly("mx.c", "dmarc.b", "mx.a");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(CARDS.todo(List.of(Finding.unknown("spf.e", "x")))).isEmpty();
    }

    @Test
    void showsTheRecordInTheFormOfTheHost() {
        var finding =
                Finding.critical("spf.missing", NAME)
                        .cure(new Remedy.Publish(NAME, RecordType.TXT, "v=spf1 mx ~all"));

        var cure = cards(List.of(finding, IONOS)).all(List.of(finding)).getFirst().cures();

        assertThat(cure).hasSize(1);
        assertThat(cure.getFirst().verb()).isEqualTo("publish");
        assertThat(cure.getFirst().forms().getFirst().fields())
                .contains(
                        new Cure.Field("reports.mask.field.HOST", "@"),
                        new Cure.Field("reports.mask.field.VALUE", "v=spf1 mx ~all"));
        assertThat(cure.getFirst().lines()).containsExactly("example.org. TXT \"v=spf1 mx ~all\"");
    }

    @Test
    void cardsOfOneReportAskTheSameOfOneRecord() {
        var one = edit(Finding.critical("spf.a", NAME), "v=spf1 a ?all", "v=spf1 a ~all");
        var other = edit(Finding.warning("spf.b", NAME), "v=spf1 a ?all", "v=spf1 a mx ?all");
        var report = List.of(one, other);

        var cards = cards(report).all(report);

        assertThat(cards)
                .flatExtracting(FindingCard::cures)
                .allMatch(cure -> cure.verb().equals("replace"))
                .allMatch(cure -> cure.old().equals(List.of("v=spf1 a ?all")))
                .allMatch(cure -> cure.lines().getFirst().contains("v=spf1 a mx ~all"));
        assertThat(cards.getFirst().cures().getFirst().hints()).contains("reports.mask.shared");
    }

    @Test
    void aRecordOfAnotherZoneHasNoForm() {
        var finding =
                Finding.critical("dmarc.a", NAME)
                        .cure(
                                new Remedy.Publish(
                                        DnsName.of("_dmarc.example.net"),
                                        RecordType.TXT,
                                        "v=DMARC1"));

        var cure = cards(List.of(IONOS)).all(List.of(finding)).getFirst().cures().getFirst();

        assertThat(cure.forms()).isEmpty();
        assertThat(cure.hints()).containsExactly("reports.mask.hint.OUTSIDE");
        assertThat(cure.lines()).containsExactly("_dmarc.example.net. TXT \"v=DMARC1\"");
    }

    private static Finding edit(Finding finding, String old, String text) {
        return finding.cure(new Remedy.Remove(NAME, RecordType.TXT, old))
                .cure(new Remedy.Publish(NAME, RecordType.TXT, text));
    }

    @Test
    void opensTheFoldOfTheSoftwareThatRunsThere() {
        var seen =
                Finding.info("smtp.software", "mail.example.org")
                        .with("software", "sendmail")
                        .with("shownBy", "GREETING");
        var finding = Finding.critical("tls.no-starttls", "mail.example.org");
        var folds =
                ServerFolds.of(DnsName.of("example.org"), List.of(finding, seen), Locale.ENGLISH);

        var card = CARDS.with(folds).all(List.of(finding)).getFirst();

        assertThat(card.servers())
                .extracting(ServerFold::name)
                .startsWith("Postfix", "Exim", "sendmail");
        assertThat(card.servers())
                .filteredOn(ServerFold::open)
                .extracting(ServerFold::name)
                .containsExactly("sendmail");
    }

    @Test
    void speaksOfNoServerWhereTheCureIsARecord() {
        var finding = Finding.critical("spf.multiple", "example.org");
        var folds = ServerFolds.of(DnsName.of("example.org"), List.of(finding), Locale.ENGLISH);

        assertThat(CARDS.with(folds).all(List.of(finding)).getFirst().servers()).isEmpty();
    }

    @Test
    void showsListsOfThingsAsTable() {
        var evidence =
                WORDS.of(Map.of("keys", List.of(Map.of("bits", 1024L), Map.of("type", "rsa"))));

        assertThat(evidence)
                .containsExactly(
                        new Evidence.Grid(
                                "keys",
                                List.of("bits", "type"),
                                List.of(List.of("1024", ""), List.of("", "rsa"))));
    }

    @Test
    void collectsWhatIsKnownOfEachKey() {
        var findings =
                List.of(
                        Finding.info("dkim.ok", "s1")
                                .with("origin", "DECLARED")
                                .with("type", "rsa")
                                .with("bits", 2048),
                        Finding.warning("dkim.testing", "s1").with("origin", "DECLARED"),
                        Finding.info("dkim.ok", "s2").with("origin", "GUESSED").with("type", "rsa"),
                        Finding.info("dkim.other", "example.org"));

        assertThat(CARDS.keys(findings).getFirst().rows())
                .containsExactly(
                        List.of("s1", "rsa", "2048", "DECLARED"),
                        List.of("s2", "rsa", "", "GUESSED"));
        assertThat(CARDS.keys(List.of())).isEmpty();
    }
}
