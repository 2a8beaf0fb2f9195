package posthorn.engine.testmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.authres.AuthResult;
import posthorn.engine.authres.AuthResultsField;
import posthorn.engine.dkim.DkimTargets;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.Dns;
import posthorn.engine.signature.Result;

/// Whole messages.
public final class TestmailTargets {

    /// A world in which the client may send for nobody and no message is signed.
    private static final Dns WORLD =
            Mails.zone(
                    """
                    example.org.               TXT "v=spf1 ip4:203.0.113.0/24 -all"
                    _dmarc.example.org.        TXT "v=DMARC1; p=reject"
                    *._domainkey.example.org.  TXT "v=DKIM1; p=%s" "%s"
                    """
                            .formatted(
                                    DkimTargets.RSA.substring(0, 150),
                                    DkimTargets.RSA.substring(150)));

    private TestmailTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("authentication", TestmailTargets::authentication, MESSAGES)
                        .inSlicesOnly());
    }

    private static final String[] MESSAGES = {
        "From: Alice <alice@example.org>\r\nSubject: Hello\r\n\r\nHi\r\n",
        "From: bob@example.org\r\n",
        "From: ",
        ", carol@example.com",
        "\r\n",
        "\r\n\r\n",
        "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=x; h=from; bh=YWJj; b=YWJj\r\n",
        "Authentication-Results: mx.example.org; dmarc=pass\r\n",
        "BIMI-Selector: v=BIMI1; s=x\r\n",
        " d=b\u00fccher.example;",
        " i=\"alice bob\"@example.org;"
    };

    /// Nothing forged passes, and what we say about it is one sound field of ours.
    private static void authentication(String text) {
        var facts = Mails.facts(Mails.of(text, "alice@example.org"), WORLD);

        assertThat(facts.signatures()).noneMatch(s -> s.result().result() == Result.PASS);
        assertThat(facts.dmarc())
                .noneMatch(dmarc -> dmarc.treeWalk().result() == DmarcResult.Result.PASS);
        var written = OwnResults.field(facts, "mx.example.org");
        var field = AuthResultsField.read(written.substring(written.indexOf(':') + 1));
        assertThat(field.form()).isEqualTo(AuthResultsField.Form.STRICT);
        assertThat(field.results())
                .extracting(AuthResult::method, AuthResult::result)
                .isEqualTo(
                        OwnResults.of(facts).stream()
                                .map(r ->
                                        org.assertj.core.groups.Tuple.tuple(r.method(), r.result()))
                                .toList());
    }
}
