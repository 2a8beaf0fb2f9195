package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import posthorn.engine.text.Texts;

class CardsTest {

    private static final EvidenceWords WORDS =
            new EvidenceWords(new StaticMessageSource(), Locale.ENGLISH);
    private static final Cards CARDS = new Cards(Texts.in(Locale.ENGLISH), WORDS);

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
    void keepsTheRecordToPublishAsItIs() {
        var name = DnsName.of("example.org");
        var finding =
                Finding.critical("spf.missing", name)
                        .cure(new Remedy.Publish(name, RecordType.TXT, "v=spf1 mx ~all"));

        var card = CARDS.all(List.of(finding)).getFirst();

        assertThat(card.cures())
                .containsExactly(
                        new FindingCard.Cure("publish", "example.org", "TXT", "v=spf1 mx ~all"));
    }

    @Test
    void opensTheFoldOfTheSoftwareThatRunsThere() {
        var seen =
                Finding.info("smtp.software", "mail.example.org")
                        .with("software", "sendmail")
                        .with("shownBy", "GREETING");
        var finding = Finding.critical("tls.no-starttls", "mail.example.org");
        var folds =
                ServerFolds.of(
                        DnsName.of("example.org"), List.of(finding, seen), Locale.ENGLISH);

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
        var folds =
                ServerFolds.of(DnsName.of("example.org"), List.of(finding), Locale.ENGLISH);

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
