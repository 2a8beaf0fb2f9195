package posthorn.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.check.Remedy;
import posthorn.engine.mask.Field.Label;
import posthorn.engine.mask.Hint.Kind;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.RecordType;

class MaskTest {

    private static final DnsName ZONE = DnsName.of("example.org");
    private static final DnsName DMARC = DnsName.of("_dmarc.example.org");
    private static final long SEED = 20261125;
    private static final int ROUNDS = 500;
    private static final List<String> ZONES =
            List.of("example.org", "sub.example.org", "example.co.uk", "a-b.xn--nxasmq6b.example");
    private static final List<String> NAMES =
            List.of(
                    "",
                    "_dmarc.",
                    "*.",
                    "*._domainkey.",
                    "mail.",
                    "s1._domainkey.news.",
                    "_25._tcp.mx.");

    static Stream<Mask> masks() {
        return Masks.builtIn().all().stream();
    }

    @ParameterizedTest
    @MethodSource("masks")
    void whatIsTypedIsTheRecord(Mask mask) {
        var random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            var zone = DnsName.of(pick(ZONES, random));
            var name = DnsName.of(pick(NAMES, random) + zone);
            var type = pick(TYPES, random);
            var value = value(type, zone, random);

            var typed = new TypedForm(publish(mask, zone, name, type, value), mask, zone);

            assertThat(typed.name()).as("seed %d round %d", SEED, i).isEqualTo(name);
            assertThat(typed.type()).isEqualTo(type);
            assertThat(typed.data()).isEqualTo(MasterText.read(type, value));
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void piecesAreTheTextAndFit(Mask mask) {
        var key = "v=DKIM1; k=rsa; p=" + "A".repeat(700);

        var entry =
                publish(mask, ZONE, DnsName.of("s1._domainkey.example.org"), RecordType.TXT, key);

        assertThat(String.join("", entry.pieces())).isEqualTo(key);
        assertThat(entry.pieces()).hasSize(3).allMatch(piece -> piece.length() <= 255);
        assertThat(entry.hints()).contains(new Hint(Kind.PIECES, "3"));
    }

    @ParameterizedTest
    @CsvSource({
        "cloudflare, @, _dmarc, v=DMARC1; p=none",
        "strato, '', _dmarc, v=DMARC1; p=none",
        "route53, '', _dmarc, '\"v=DMARC1; p=none\"'",
        "zone-file, example.org., _dmarc.example.org., '\"v=DMARC1; p=none\"'"
    })
    void eachHostHasItsWayOfNamesAndTexts(String id, String apex, String name, String text) {
        var mask = Masks.builtIn().find(id).orElseThrow();

        var atApex = publish(mask, ZONE, ZONE, RecordType.TXT, "v=DMARC1; p=none");
        var below = publish(mask, ZONE, DMARC, RecordType.TXT, "v=DMARC1; p=none");

        assertThat(atApex.value(Label.HOST)).contains(apex);
        assertThat(below.value(Label.HOST)).contains(name);
        assertThat(below.value(Label.VALUE)).contains(text);
    }

    @Test
    void theHostIsRelativeToTheZoneAndNotToTheDomain() {
        var entry =
                publish(
                        mask("ionos"),
                        ZONE,
                        DnsName.of("_dmarc.shop.example.org"),
                        RecordType.TXT,
                        "v=DMARC1; p=none");

        assertThat(entry.value(Label.HOST)).contains("_dmarc.shop");
    }

    @Test
    void anMxHasAFieldForItsPreferenceOrNot() {
        var field = publish(mask("hetzner"), ZONE, ZONE, RecordType.MX, "10 mail.example.net.");
        var value = publish(mask("route53"), ZONE, ZONE, RecordType.MX, "10 mail.example.net.");

        assertThat(field.value(Label.PREFERENCE)).contains("10");
        assertThat(field.value(Label.TARGET)).contains("mail.example.net.");
        assertThat(value.value(Label.VALUE)).contains("10 mail.example.net");
    }

    @Test
    void aRecordOfAnotherZoneIsNotTypedHere() {
        var name = DnsName.of("example.org._report._dmarc.example.net");

        var entry = publish(mask("ionos"), ZONE, name, RecordType.TXT, "v=DMARC1");

        assertThat(entry.hints()).containsExactly(new Hint(Kind.OUTSIDE, "example.net"));
        assertThat(entry.value(Label.HOST)).contains(name.text());
    }

    @Test
    void theNameOfAnAddressIsSetByWhoeverGaveIt() {
        var name = DnsName.of("25.2.0.192.in-addr.arpa");

        var entry = publish(mask("ionos"), ZONE, name, RecordType.PTR, "mail.example.org.");

        assertThat(entry.hints()).extracting(Hint::kind).containsExactly(Kind.REVERSE);
    }

    @Test
    void saysWhatTheFormDoesNotHave() {
        var entry =
                publish(
                        mask("namecheap"),
                        ZONE,
                        DnsName.of("_25._tcp.mail.example.org"),
                        RecordType.TLSA,
                        "3 1 1 " + "ab".repeat(32));

        assertThat(entry.hints()).contains(new Hint(Kind.LACKS, "TLSA"));
    }

    @Test
    void saysWhereTheFormMayDiffer() {
        var sure = publish(mask("cloudflare"), ZONE, DMARC, RecordType.TXT, "v=DMARC1; p=none");
        var unsure = publish(mask("generic"), ZONE, DMARC, RecordType.TXT, "v=DMARC1; p=none");

        assertThat(sure.hints()).isEmpty();
        assertThat(unsure.hints()).extracting(Hint::kind).containsExactly(Kind.UNSURE);
    }

    private static Mask mask(String id) {
        return Masks.builtIn().find(id).orElseThrow();
    }

    private static Entry publish(
            Mask mask, DnsName zone, DnsName name, RecordType type, String value) {
        return mask.of(new Remedy.Publish(name, type, value), zone);
    }

    private static final List<RecordType> TYPES =
            List.of(
                    RecordType.TXT,
                    RecordType.MX,
                    RecordType.CNAME,
                    RecordType.A,
                    RecordType.AAAA,
                    RecordType.CAA,
                    RecordType.TLSA);

    private static String value(RecordType type, DnsName zone, Random random) {
        var host = random.nextBoolean() ? "mail." + zone + "." : "mx.example.net.";
        return switch (type) {
            case MX -> random.nextInt(8) == 0 ? "0 ." : random.nextInt(65536) + " " + host;
            case CNAME -> host;
            case A -> "192.0.2." + random.nextInt(256);
            case AAAA -> "2001:db8::" + Integer.toHexString(random.nextInt(1, 65536));
            case CAA -> "0 issue \"ca" + random.nextInt(9) + ".example.net\"";
            case TLSA -> "3 1 1 " + "0123456789abcdef".repeat(4);
            default -> text(random);
        };
    }

    private static String text(Random random) {
        int length = random.nextInt(8) == 0 ? random.nextInt(256, 900) : random.nextInt(1, 90);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append((char) random.nextInt(0x20, 0x7f));
        }
        return text.toString();
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
