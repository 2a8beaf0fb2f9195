package posthorn.engine.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.check.Parsed;

class DkimKeyRecordTest {

    private static final String ED25519 = "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static DkimKeyRecord read(String tags) {
        return DkimKeyRecord.read(tags + "; k=ed25519; " + ED25519);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DKIM1",
                "v=DKIM1; h=sha1:sha256",
                "v=DKIM1; h = sha256 ",
                "v=DKIM1; s=*",
                "v=DKIM1; s=x:email",
                "v=DKIM1; t=s",
                "v=DKIM1; x=unknown"
            })
    void takesWhatVerifiersTake(String tags) {
        assertThat(read(tags).isUsable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DKIM2",
                "n=note; v=DKIM1",
                "v=dkim1",
                "h=sha1",
                "s=tlsrpt",
                "k=rsa",
                "oops"
            })
    void refusesWhatVerifiersRefuse(String tags) {
        assertThat(read(tags).isUsable()).isFalse();
    }

    @Test
    void tellsValidFromMalformed() {
        assertThat(DkimKeyRecord.parse("v=DKIM1; k=ed25519; " + ED25519))
                .isInstanceOf(Parsed.Valid.class);
        assertThat(DkimKeyRecord.parse("v=DKIM1; k=rsa; p=AAAA*"))
                .isEqualTo(
                        new Parsed.Malformed<>(
                                "v=DKIM1; k=rsa; p=AAAA*",
                                List.of(new Parsed.Fault(22, 1, "dkim.bad-key"))));
    }

    @Test
    void survivesHostileRecords() {
        long seed = new Random().nextLong();
        var random = new Random(seed);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        var record = DkimKeyRecord.read(hostile(random));
                        record.cleaned();
                        record.faults().forEach(fault -> fault.in(record.text()));
                    }
                },
                () -> "seed " + seed);
    }

    @Test
    void readsALongRecordInNoTime() {
        var longest = "v=DKIM1; p=" + "MIIB".repeat(16_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> DkimKeyRecord.read(longest).cleaned());
    }

    private static final String[] PIECES = {
        "v=DKIM1",
        "k=rsa",
        "k=ed25519",
        "p=",
        "h=sha1:",
        "t=y:s",
        ";",
        "=",
        "\"",
        "\\",
        " ",
        "\u0000",
        "\u00ff",
        "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ",
        "MEQwOAIB",
        "////",
        "AAAA",
        "====",
        "\t",
        "MCowBQYDK2VwAyEA",
        "s=*",
        "g=",
        "MIT/////",
        "MIL/////"
    };

    private static String hostile(Random random) {
        var text = new StringBuilder();
        int pieces = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? String.valueOf((char) random.nextInt(256))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
