package posthorn.engine.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.check.Parsed;
import posthorn.engine.outside.DnsName;

class DmarcRecordTest {

    @Test
    void tellsValidFromMalformed() {
        var malformed = "v=DMARC1; p=nope";

        assertThat(DmarcRecord.parse("v=DMARC1; p=none")).isInstanceOf(Parsed.Valid.class);
        assertThat(DmarcRecord.parse(malformed))
                .isEqualTo(
                        new Parsed.Malformed<>(
                                malformed, List.of(new Parsed.Fault(10, 6, "dmarc.p-invalid"))));
    }

    @Test
    void pointsAtABrokenAddress() {
        var text = "v=DMARC1; p=none; rua=mailto:a@example.org, b@example.org";

        var faults = DmarcRecord.read(text).faults();

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().in(text)).isEqualTo("b@example.org");
    }

    @Test
    void readsSizesAndSubjects() {
        var uris =
                DmarcRecord.read(
                                "v=DMARC1; p=none; rua=mailto:a@b.example!10m,MAILTO:c@d.example?subject=x,https://e.example/f")
                        .rua();

        assertThat(uris)
                .containsExactly(
                        new ReportUri.Mailto(
                                "mailto:a@b.example!10m",
                                22,
                                "a@b.example",
                                DnsName.of("b.example"),
                                "!10m"),
                        new ReportUri.Mailto(
                                "MAILTO:c@d.example?subject=x",
                                45,
                                "c@d.example",
                                DnsName.of("d.example"),
                                ""),
                        new ReportUri.Other("https://e.example/f", 74));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    v=dmarc1; p=reject                          | v=DMARC1; p=reject
                    p=quarantine; rua=mailto:a@example.org      | v=DMARC1; p=quarantine; rua=mailto:a@example.org
                    DMARC1; p=none                              | v=DMARC1; p=none
                    v = DMARC 1; p=reject                       | v=DMARC1; p=reject
                    v=DMARC1 p=reject; adkim=s                  | v=DMARC1; p=reject; adkim=s
                    v=DMARC1, p=reject, sp=none                 | v=DMARC1; p=reject; sp=none
                    \\"v=DMARC1\\; p=reject\\"                  | v=DMARC1; p=reject
                    """)
    void knowsWhatWasMeant(String text, String meant) {
        assertThat(DmarcRecord.isDmarc(text)).isFalse();
        assertThat(RecordEdit.looksLikeDmarc(text)).isTrue();
        assertThat(RecordEdit.ofNearMiss(text).text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    v=DMARC1; rua=a@example.org; p=Reject       | v=DMARC1; p=reject; rua=mailto:a@example.org
                    v=DMARC1; p=quarentine; sp=nope             | v=DMARC1; p=quarantine
                    v=DMARC1; p=none, adkim=s                   | v=DMARC1; p=none; adkim=s
                    v=DMARC1; p=none; rua=mailto:a@b.example mailto:c@d.example | v=DMARC1; p=none; rua=mailto:a@b.example,mailto:c@d.example
                    v=DMARC1; p=none; rua=mailto:a@b.example; c@d.example       | v=DMARC1; p=none; rua=mailto:a@b.example,mailto:c@d.example
                    v=DMARC1; p=none; rua=mailto://a@b.example  | v=DMARC1; p=none; rua=mailto:a@b.example
                    v=DMARC1; p=none; p=reject; t=x             | v=DMARC1; p=none
                    v=DMARC1; p=none; t=x; rua=mailto:o'b@c.example             | v=DMARC1; p=none; rua=mailto:o'b@c.example
                    v=DMARC1; p=none; rua="mailto:a@b.example"                  | v=DMARC1; p=none; rua=mailto:a@b.example
                    """)
    void mendsARecord(String text, String mended) {
        var edit = RecordEdit.of(DmarcRecord.read(text));

        assertThat(edit.text()).isEqualTo(mended);
        assertThat(DmarcRecord.read(edit.text()).faults()).isEmpty();
    }

    @Test
    void survivesHostileRecords() {
        long seed = new Random().nextLong();
        var random = new Random(seed);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        var text = hostile(random);
                        var record = DmarcRecord.read(text);
                        record.faults().forEach(fault -> fault.in(text));
                        record.ownPolicy();
                        record.inheritedPolicy(random.nextBoolean());
                        RecordEdit.of(record).withoutSizes().text();
                        RecordEdit.ofNearMiss(text).text();
                    }
                },
                () -> "seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({
        "'fo=0;'",
        "'0:'",
        "'p=\"\"x;'",
        "'sp,'",
        "','",
        "'mailto:a@b,'",
        "'!'",
        "' '",
        "'v=DMARC1 '",
        "'p=none,'",
        "'a@'",
        "'='"
    })
    void readsALongRecordInNoTime(String piece) {
        var many = piece.repeat(60_000 / piece.length());
        var longest = "v=DMARC1; p=none; " + (piece.startsWith("0") ? "fo=" : "rua=") + many;

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> {
                    RecordEdit.of(DmarcRecord.read(longest)).withoutSizes().text();
                    RecordEdit.looksLikeDmarc(many);
                    RecordEdit.ofNearMiss(many).text();
                    RecordEdit.ofNearMiss(longest).text();
                });
    }

    private static final String[] PIECES = {
        "v=DMARC1",
        "v=dmarc1",
        ";",
        "=",
        ",",
        " ",
        "\t",
        "p=none",
        "p=",
        "sp=reject",
        "np=",
        "rua=",
        "ruf=",
        "mailto:",
        "a@example.org",
        "@",
        "!",
        "!10m",
        "\"",
        "\\",
        "fo=0:1",
        "psd=y",
        "t=y",
        "pct=1",
        "\u0000",
        "\u00ff",
        "xn--",
        "https://",
        "?",
        "%41"
    };

    private static String hostile(Random random) {
        var text = new StringBuilder(random.nextBoolean() ? "v=DMARC1; " : "");
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? String.valueOf((char) random.nextInt(256))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
