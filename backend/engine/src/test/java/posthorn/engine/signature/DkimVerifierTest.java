package posthorn.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;

class DkimVerifierTest {

    private static final long NOW = 1_795_000_000;
    private static final String TAGS =
            "a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=rsa; h=From:Subject";
    private static final String HEADER =
            "From: alice@example.org\r\nSubject: Hello\r\nTo: bob@example.net\r\n";
    private static final String BODY = "Hello Bob\r\n";

    @Test
    void holds() {
        assertThat(reasons(signed(TAGS))).containsExactly(Reason.HOLDS);
    }

    @Test
    void saysNothingOfAMessageWithoutSignature() {
        assertThat(reasons(HEADER + "\r\n" + BODY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relaxed/relaxed",
        "relaxed/simple",
        "simple/relaxed",
        "simple/simple",
    })
    void holdsInEachCanonicalization(String c) {
        assertThat(reasons(signed(TAGS.replace("relaxed/relaxed", c))))
                .containsExactly(Reason.HOLDS);
    }

    @Test
    void holdsWithEd25519() {
        var tags = TAGS.replace("rsa-sha256", "ed25519-sha256").replace("s=rsa", "s=ed");

        assertThat(reasons(Signed.message(tags, HEADER, BODY, Signed.ED25519)))
                .containsExactly(Reason.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "v=1;, '', TAG_MISSING",
        "v=1;, v=2;, VERSION",
        "v=1;, v=1; ;, SYNTAX",
        "v=1;, v=1; v=1;, SYNTAX",
        "a=rsa-sha256, a=rsa-md5, ALGORITHM",
        "a=rsa-sha256, a=RSA-SHA256, ALGORITHM",
        "a=rsa-sha256, a=rsa-sha1, SHA1",
        "a=rsa-sha256, a=ed25519-sha256, KEY_TYPE",
        "c=relaxed/relaxed, c=loose, TAG_VALUE",
        "d=example.org, d=example, TAG_VALUE",
        "d=example.org, d=, TAG_VALUE",
        "d=example.org, d=example.net, KEY_MISSING",
        "s=rsa, s=gone, KEY_MISSING",
        "h=From:Subject, h=Subject, FROM_NOT_SIGNED",
        "h=From:Subject, h=from : subject, SIGNATURE",
        "h=From:Subject, h=From, SIGNATURE",
        "s=rsa, s=rsa; i=alice@example.net, IDENTITY",
        "s=rsa, s=rsa; i=example.org, TAG_VALUE",
        "s=rsa, s=rsa; q=http/well-known, QUERY_METHOD",
        "s=rsa, s=rsa; l=x, TAG_VALUE",
        "s=rsa, s=rsa; l=100000, BODY_TOO_SHORT",
        "s=rsa, s=rsa; t=-1, TAG_VALUE",
        "s=rsa, s=rsa; t=200; x=100, TIMES",
        "s=rsa, s=rsa; t=100; x=100, TIMES",
        "s=rsa, s=rsa; b2=x, SIGNATURE",
        "Hello Bob, Hello Charlie, BODY_HASH",
        "Subject: Hello, Subject: Good day, SIGNATURE",
        "To: bob, To: charlie, HOLDS",
        "From: alice, From: charlie@example.net~From: alice, FROM_ADDED",
    })
    void saysWhatIsWrong(String found, String replacement, Reason reason) {
        var changed = signed(TAGS).replace(found, replacement.replace("~", "\r\n"));

        assertThat(reasons(changed)).containsExactly(reason);
    }

    @Test
    void signsAnIdentityBelowItsDomain() {
        assertThat(reasons(signed(TAGS + "; i=alice=40x@mail.example.org")))
                .containsExactly(Reason.HOLDS);
    }

    @Test
    void holdsForThePartThatWasSigned() {
        assertThat(reasons(signed(TAGS + "; l=5") + "and more\r\n")).containsExactly(Reason.HOLDS);
    }

    @Test
    void ends() {
        assertThat(reasons(signed(TAGS + "; x=" + (NOW - 1)))).containsExactly(Reason.EXPIRED);
        assertThat(reasons(signed(TAGS + "; x=" + NOW))).containsExactly(Reason.HOLDS);
    }

    @Test
    void isOpenWhileTheDnsIsSilent() {
        assertThat(verify(signed(TAGS), Lab.silent()))
                .extracting(SignatureResult::result)
                .containsExactly(Result.TEMPERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "v=DKIM1; p=, KEY_REVOKED",
        "v=DKIM1; p=x, KEY_UNREADABLE",
        "v=DKIM2; p=KEY, KEY_UNREADABLE",
        "v=DKIM1; k=ed25519; p=KEY, KEY_UNREADABLE",
        "v=DKIM1; k=dsa; p=KEY, KEY_TYPE",
        "v=DKIM1; h=sha1; p=KEY, KEY_HASH",
        "v=DKIM1; h=sha1:sha256; p=KEY, HOLDS",
        "v=DKIM1; s=chat; p=KEY, KEY_SERVICE",
        "v=DKIM1; s=chat:email; p=KEY, HOLDS",
        "v=DKIM1; t=s; p=KEY, HOLDS",
        "v=DKIM1; t=y:s; g=x; n=note; p=KEY, HOLDS",
    })
    void readsTheKeyRecord(String record, Reason reason) {
        var key = Signed.base64(Signed.RSA.getPublic().getEncoded());
        var dns = Lab.texts(Map.of("rsa._domainkey.example.org", record.replace("KEY", key)));

        assertThat(verify(signed(TAGS), dns))
                .extracting(SignatureResult::reason)
                .containsExactly(reason);
    }

    @Test
    void wantsTheDomainItselfWhereTheKeyIsStrict() {
        var key = Signed.base64(Signed.RSA.getPublic().getEncoded());
        var dns = Lab.texts(Map.of("rsa._domainkey.example.org", "v=DKIM1; t=s; p=" + key));

        assertThat(verify(signed(TAGS + "; i=@mail.example.org"), dns))
                .extracting(SignatureResult::reason)
                .containsExactly(Reason.KEY_IDENTITY);
    }

    @ParameterizedTest
    @CsvSource({"512, KEY_SHORT", "1023, KEY_SHORT", "1024, HOLDS"})
    void wantsRsaKeysOf1024Bits(int bits, Reason reason) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var pair = generator.generateKeyPair();
        var key = Signed.base64(pair.getPublic().getEncoded());

        var results =
                verify(
                        Signed.message(TAGS, HEADER, BODY, pair),
                        Lab.texts(Map.of("rsa._domainkey.example.org", "v=DKIM1; p=" + key)));

        assertThat(results).extracting(SignatureResult::reason).containsExactly(reason);
    }

    @Test
    void triesEachOfSeveralKeys() {
        var texts =
                List.of(
                        "v=DKIM1; p=",
                        "v=DKIM1; p=" + Signed.base64(Signed.RSA.getPublic().getEncoded()));
        Dns dns =
                _ ->
                        new Answer.Data<>(
                                texts.stream().<Rdata>map(Rdata.Text::of).toList(),
                                60,
                                false,
                                List.of(),
                                Source.local("test"));

        assertThat(verify(signed(TAGS), dns))
                .extracting(SignatureResult::reason)
                .containsExactly(Reason.HOLDS);
    }

    @Test
    void verifiesTenSignaturesAtMost() {
        var signed = signed(TAGS);
        var field = signed.substring(0, signed.indexOf("From: alice"));

        var results = verify(field.repeat(11) + HEADER + "\r\n" + BODY, Signed.dns());

        assertThat(results.subList(0, 10)).allMatch(r -> r.reason() == Reason.HOLDS);
        assertThat(results.get(10).reason()).isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void doesNotJudgeByACutHeader() {
        var signed = signed(TAGS);
        var filler = "X-Filler: 1\r\n".repeat(HeaderSection.MAX_FIELDS);
        var changed = signed.replace("From: alice", filler + "From: alice");

        assertThat(reasons(changed)).containsExactly(Reason.HEADER_TOO_LARGE);
    }

    @Test
    void readsALargeMessageInPieces() throws IOException {
        var line = "0123456789 abcdefghijklmnopqrstuvwxyz  ABCDEFGHIJKLMNOPQRSTUVWXYZ\r\n";
        var small = signed(TAGS + "; l=0");
        int header = small.indexOf("\r\n\r\n") + 4;

        var results =
                new DkimVerifier(Signed.dns(), Lab.at(NOW))
                        .verify(() -> endless(small.substring(0, header), line, 50 << 20));

        assertThat(results).extracting(SignatureResult::reason).containsExactly(Reason.HOLDS);
    }

    /// Octets that never stand in memory all at once.
    private static InputStream endless(String header, String line, int length) {
        var head = Signed.octets(header);
        var body = Signed.octets(line);
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (at >= length) {
                    return -1;
                }
                int n = Math.min(most, length - at);
                for (int i = 0; i < n; i++, at++) {
                    into[from + i] =
                            at < head.length ? head[at] : body[(at - head.length) % body.length];
                }
                return n;
            }
        };
    }

    private static String signed(String tags) {
        return Signed.message(tags, HEADER, BODY, Signed.RSA);
    }

    private static List<Reason> reasons(String message) {
        return verify(message, Signed.dns()).stream().map(SignatureResult::reason).toList();
    }

    private static List<SignatureResult> verify(String message, Dns dns) {
        return Lab.verify(Signed.octets(message), dns, Lab.at(NOW));
    }
}
