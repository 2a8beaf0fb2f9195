package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

class CardsTest {

    @Test
    void putsTheMostHarmfulFirst() {
        var findings =
                List.of(
                        Finding.warning("mx.a", "x"),
                        Finding.critical("dmarc.b", "x"),
                        Finding.critical("mx.c", "x"),
                        Finding.info("spf.d", "x"),
                        Finding.unknown("spf.e", "x"));

        assertThat(Cards.in(Locale.ENGLISH).todo(findings))
                .extracting(FindingCard::code)
                .containsExactly("mx.c", "dmarc.b", "mx.a");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(Cards.in(Locale.ENGLISH).todo(List.of(Finding.unknown("spf.e", "x")))).isEmpty();
    }

    @Test
    void keepsTheRecordToPublishAsItIs() {
        var name = DnsName.of("example.org");
        var finding =
                Finding.critical("spf.missing", name)
                        .cure(new Remedy.Publish(name, RecordType.TXT, "v=spf1 mx ~all"));

        var card = Cards.in(Locale.ENGLISH).all(List.of(finding)).getFirst();

        assertThat(card.cures())
                .containsExactly(
                        new FindingCard.Cure("publish", "example.org", "TXT", "v=spf1 mx ~all"));
    }

    @Test
    void showsListsOfThingsAsTable() {
        var evidence =
                Evidence.of(Map.of("keys", List.of(Map.of("bits", 1024L), Map.of("type", "rsa"))));

        assertThat(evidence)
                .containsExactly(
                        new Evidence.Grid(
                                "keys",
                                List.of("bits", "type"),
                                List.of(List.of("1024", ""), List.of("", "rsa"))));
    }
}
