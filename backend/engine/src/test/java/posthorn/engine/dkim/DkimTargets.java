package posthorn.engine.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.check.Parsed;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;

/// The parsers of DKIM key records.
public final class DkimTargets {

    private static final String CODE = "dkim.bad-syntax";
    public static final String ED25519 = "AhWVtf7/xO98BC9ZOBjaCz8XCNhDxy6PfdqV1U/FwCQ=";

    /// A key of 1024 bits whose private half is gone.
    public static final String RSA =
            "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDJYMSlFIVmspajuaJ4AWQRHWk8ysnSKrwc+0Q3"
                    + "GOKXeFS9dom+tI0OE9JR195LSTJQQ7IyC+q/stvMqq+Lknq6yhjxYiRshcF/FtelxPwLRY4EFV4j"
                    + "A+9p1VFSAWJf4FUok3Ie5Y5cVnZ6EnDEYNBEa2BGHFh9Aly88kDHJ8xJhQIDAQAB";

    private DkimTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("dkim-key", DkimTargets::key, PIECES),
                Target.latin1("dkim-tags", DkimTargets::tags, PIECES),
                Target.of("dkim-rsa", DkimTargets::rsa, "0", "\u0002", "\u0003", "0\u0005"));
    }

    private static final String[] PIECES = {
        "v=DKIM1; k=rsa; p=" + RSA,
        "v=DKIM1; k=ed25519; p=" + ED25519,
        "v=DKIM1",
        "k=rsa",
        "p=",
        "h=sha256",
        "s=email:*",
        "t=y:s",
        "n=note",
        "; ",
        ";",
        RSA,
        ED25519,
        "MFww",
        "AQAB",
        "="
    };

    private static void key(String text) {
        var record = DkimKeyRecord.read(text);

        Places.lie(record.faults(), text);
        boolean valid = DkimKeyRecord.parse(text) instanceof Parsed.Valid;
        assertThat(valid).isEqualTo(record.faults().isEmpty());
        if (record.isUsable()) {
            assertThat(record.key().isUsable()).isTrue();
        }
        record.cleaned()
                .ifPresent(clean -> {
                    var again = DkimKeyRecord.read(clean);
                    assertThat(again.faults()).isEmpty();
                    assertThat(again.cleaned()).contains(clean);
                });
    }

    private static void tags(String text) {
        var list = TagList.read(text, CODE);

        Places.lie(list.faults(), text);
        int end = 0;
        for (var tag : list.tags()) {
            Places.stands(tag.name(), tag.at(), text);
            Places.stands(tag.value(), tag.valueAt(), text);
            assertThat(tag.at()).isGreaterThanOrEqualTo(end);
            end = tag.valueAt() + tag.value().length();
            assertThat(TagList.parts(tag.value(), ':')).isNotNull();
        }
    }

    private static void rsa(byte[] der) {
        if (RsaKeyReader.read(der) instanceof DkimKey.Rsa key) {
            var written = RsaKeyReader.write(key);
            assertThat(RsaKeyReader.read(written))
                    .isEqualTo(new DkimKey.Rsa(key.modulus(), key.exponent(), false));
        }
    }
}
