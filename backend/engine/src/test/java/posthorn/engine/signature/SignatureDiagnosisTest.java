package posthorn.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import posthorn.engine.message.RawMessage;
import posthorn.engine.signature.Explanation.BodyChanged;
import posthorn.engine.signature.Explanation.BodyUnexplained;
import posthorn.engine.signature.Explanation.HeaderChanged;
import posthorn.engine.signature.Explanation.HeaderUnexplained;
import posthorn.engine.signature.Explanation.OtherKey;
import posthorn.engine.signature.FieldChange.Kind;

class SignatureDiagnosisTest {

    private static final String H = "h=From:To:Subject:Date:Reply-To:Content-Transfer-Encoding";
    private static final String RELAXED =
            "a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=rsa; " + H;
    private static final String SIMPLE =
            "a=rsa-sha256; c=simple/simple; d=example.org; s=rsa; " + H;
    private static final String ED =
            "a=ed25519-sha256; c=relaxed/relaxed; d=example.org; s=ed; " + H;
    private static final String HEADER =
            """
            From: "Alice" <alice@example.org>\r
            To: bob@example.net\r
            Subject: Lunch on Friday\r
            Date: Fri, 20 Nov 2026 12:00:00 +0100\r
            Content-Transfer-Encoding: 8bit\r
            """;
    private static final String BODY =
            "Hello Bob,\r\n\r\nshall we meet at caf\u00e9 Central?\r\n\tAt noon.\r\n.\r\nAlice\r\n";

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(after(RELAXED, text -> text)).isEmpty();
        assertThat(after(SIMPLE, text -> text)).isEmpty();
        assertThat(after(ED, text -> text)).isEmpty();
    }

    @Test
    void findsAFooter() {
        assertThat(after(RELAXED, text -> text + "-- \r\nList footer\r\nleave the list\r\n"))
                .containsExactly(
                        new BodyChanged(
                                BodyChange.APPENDED, true, "--\r\nList footer\r\nleave the list"));
    }

    @Test
    void findsABanner() {
        assertThat(
                        after(
                                RELAXED,
                                text ->
                                        text.replace(
                                                "Hello", "CAUTION: from outside\r\n\r\nHello")))
                .containsExactly(
                        new BodyChanged(BodyChange.PREPENDED, true, "CAUTION: from outside"));
    }

    @Test
    void findsAnInsertion() {
        assertThat(after(SIMPLE, text -> text.replace("shall we", "advertisement\r\nshall we")))
                .containsExactly(new BodyChanged(BodyChange.INSERTED, true, "advertisement"));
    }

    @Test
    void findsBlanksThatCameIn() {
        var message = Signed.message(SIMPLE, HEADER, "Hello Bob\r\nAlice\r\n", Signed.RSA);

        assertThat(explain(message.replace("Hello Bob", "Hello  Bob ")))
                .containsExactly(new BodyChanged(BodyChange.BLANKS, true, ""));
    }

    @Test
    void findsDoubledDots() {
        assertThat(after(SIMPLE, text -> text.replace("\r\n.\r\n", "\r\n..\r\n")))
                .containsExactly(new BodyChanged(BodyChange.DOTS, true, ""));
    }

    @Test
    void findsLostTabs() {
        assertThat(after(SIMPLE, text -> text.replace("\t", "        ")))
                .containsExactly(new BodyChanged(BodyChange.TABS, true, ""));
    }

    @Test
    void findsAnotherEncoding() {
        assertThat(after(SIMPLE, text -> text.replace("\u00e9", "=E9")))
                .containsExactly(new BodyChanged(BodyChange.ENCODING, true, ""));
    }

    @Test
    void findsAnotherCharacterSet() {
        assertThat(after(SIMPLE, text -> text.replace("\u00e9", "\u00c3\u00a9")))
                .containsExactly(new BodyChanged(BodyChange.CHARSET, true, ""));
    }

    @Test
    void suspectsAFilterOfLinks() {
        assertThat(after(SIMPLE, text -> text.replace("Central", "https://urldefense.com/v3/x")))
                .containsExactly(new BodyChanged(BodyChange.LINKS, false, "urldefense.com/v3"));
    }

    @Test
    void saysWhenNothingExplainsTheBody() {
        assertThat(after(SIMPLE, text -> text.replace("Central", "Royal")))
                .containsExactly(new BodyUnexplained());
    }

    @Test
    void findsAMarkedSubject() {
        for (var tags : List.of(RELAXED, SIMPLE, ED)) {
            assertThat(after(tags, text -> text.replace("Subject: L", "Subject: [list] L")))
                    .containsExactly(
                            new HeaderChanged(
                                    List.of(
                                            new FieldChange(
                                                    "subject",
                                                    Kind.TEXT,
                                                    "[list] Lunch on Friday",
                                                    "Lunch on Friday"))));
        }
    }

    @Test
    void findsTwoChanges() {
        assertThat(
                        after(
                                RELAXED,
                                text ->
                                        text.replace("Subject: L", "Subject: ***SPAM*** L")
                                                .replace(
                                                        "\r\nDate:",
                                                        "\r\nReply-To: list@example.com\r\nDate:")))
                .containsExactly(
                        new HeaderChanged(
                                List.of(
                                        new FieldChange(
                                                "subject",
                                                Kind.TEXT,
                                                "***SPAM*** Lunch on Friday",
                                                "Lunch on Friday"),
                                        new FieldChange(
                                                "reply-to", Kind.ADDED, "list@example.com", ""))));
    }

    @Test
    void findsAFieldFoldedAnew() {
        assertThat(after(SIMPLE, text -> text.replace("Lunch on", "Lunch\r\n on")))
                .containsExactly(
                        new HeaderChanged(
                                List.of(
                                        new FieldChange(
                                                "subject",
                                                Kind.SPACING,
                                                "Lunch on Friday",
                                                "Lunch on Friday"))));
    }

    @Test
    void findsAnotherFieldOfTheSameName() {
        assertThat(
                        after(
                                RELAXED,
                                text ->
                                        text.replace(
                                                "\r\n\r\nHello", "\r\nSubject: x\r\n\r\nHello")))
                .containsExactly(
                        new HeaderChanged(
                                List.of(
                                        new FieldChange(
                                                "subject", Kind.ANOTHER, "x", "Lunch on Friday"))));
    }

    @Test
    void readsTheCopiesInTheSignature() {
        var tags =
                RELAXED + "; z=From:=22Alice=22=20<alice@example.org>|Subject:Lunch=20on=20Friday";

        assertThat(after(tags, text -> text.replace("Lunch on Friday", "Dinner")))
                .containsExactly(
                        new HeaderChanged(
                                List.of(
                                        new FieldChange(
                                                "subject",
                                                Kind.TEXT,
                                                "Dinner",
                                                "Lunch on Friday"))));
    }

    @Test
    void tellsAWrongKeyFromAChangedHeader() {
        var message = Signed.message(RELAXED, HEADER, BODY, Signed.OTHER_RSA);

        assertThat(explain(message)).containsExactly(new OtherKey());
    }

    @Test
    void saysWhenNothingExplainsTheHeader() {
        assertThat(after(RELAXED, text -> text.replace("Lunch", "Dinner")))
                .containsExactly(new HeaderUnexplained(List.of("reply-to")));
    }

    @Test
    void explainsBodyAndHeader() {
        assertThat(
                        after(
                                RELAXED,
                                text -> text.replace("Subject: ", "Subject: [x] ") + "footer\r\n"))
                .hasExactlyElementsOfTypes(BodyChanged.class, HeaderChanged.class);
    }

    private static List<Explanation> after(String tags, UnaryOperator<String> change) {
        var key = tags.startsWith("a=ed") ? Signed.ED25519 : Signed.RSA;
        return explain(change.apply(Signed.message(tags, HEADER, BODY, key)));
    }

    private static List<Explanation> explain(String text) {
        var message = RawMessage.of(Signed.octets(text));
        try {
            var result =
                    new DkimVerifier(Signed.dns(), Lab.at(1_795_000_000))
                            .verify(message)
                            .getFirst();
            return SignatureDiagnosis.of(message, (SignatureResult.Checked) result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
