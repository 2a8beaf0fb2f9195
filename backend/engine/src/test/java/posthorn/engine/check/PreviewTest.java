package posthorn.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

class PreviewTest {

    private static final DnsName NAME = DnsName.of("example.org");
    private static final Dns ZONE =
            new ZoneDns(
                    ZoneReader.read(
                            """
                            example.org. TXT "v=spf1 ?all"
                            example.org. TXT "other"
                            example.org. MX 10 alias.example.org.
                            sel.example.org. CNAME gone.example.net.
                            """));

    @Test
    void replacesOneRecordAndKeepsItsNeighbours() {
        var dns =
                Preview.of(
                        List.of(
                                new Remedy.Remove(NAME, RecordType.TXT, "v=spf1 ?all"),
                                new Remedy.Publish(NAME, RecordType.TXT, "v=spf1 ~all")),
                        ZONE);

        assertThat(dns.txt(NAME).records())
                .containsExactly(Rdata.Text.of("other"), Rdata.Text.of("v=spf1 ~all"));
    }

    @Test
    void leavesNoDataWhereTheLastRecordGoes() {
        var remove = new Remedy.Remove(NAME, RecordType.MX, "10 alias.example.org.");

        assertThat(Preview.of(List.of(remove), ZONE).mx(NAME).isVoid()).isTrue();
    }

    @Test
    void takesARecordInPlaceOfAnAlias() {
        var selector = DnsName.of("sel.example.org");
        var publish = new Remedy.Publish(selector, RecordType.TXT, "v=DKIM1; p=");

        assertThat(Preview.of(List.of(publish), ZONE).txt(selector).aliases()).isEmpty();
        assertThat(Preview.of(List.of(publish), ZONE).txt(selector).records()).hasSize(1);
    }

    @Test
    void followsAnAliasThatIsPublished() {
        var selector = DnsName.of("new.example.org");
        var publish = new Remedy.Publish(selector, RecordType.CNAME, "example.org.");

        var answer = Preview.of(List.of(publish), ZONE).txt(selector);

        assertThat(answer.records()).hasSize(2);
        assertThat(answer.aliases()).containsExactly(NAME);
    }

    @Test
    void leadsNowhereWhereAnAliasGoes() {
        var selector = DnsName.of("sel.example.org");
        var remove = new Remedy.Remove(selector, RecordType.CNAME, "gone.example.net.");

        var answer = Preview.of(List.of(remove), ZONE).txt(selector);

        assertThat(answer.isVoid()).isTrue();
        assertThat(answer.aliases()).isEmpty();
    }
}
