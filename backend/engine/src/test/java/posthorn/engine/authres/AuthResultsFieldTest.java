package posthorn.engine.authres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.authres.AuthResultsField.Form;
import posthorn.engine.authres.Deviation.Kind;

class AuthResultsFieldTest {

    private static AuthResultsField read(String value) {
        return AuthResultsField.read(value);
    }

    private static AuthResult first(String value) {
        return read(value).results().getFirst();
    }

    @Test
    void whatIsReadIsAClaim() {
        assertThat(read("example.org; spf=pass; dkim=fail").results())
                .extracting(AuthResult::origin)
                .containsOnly(Origin.CLAIMED);
    }

    @Test
    void findsPropertiesByTypeAndName() {
        var result = first("example.org; dkim=pass header.d=example.com HEADER.I=@example.com");

        assertThat(result.property("header", "i")).contains("@example.com");
        assertThat(result.property("header", "s")).isEmpty();
    }

    @Test
    void keepsCommentsOfAResultAndTheirNesting() {
        var value =
                "mx.example.org (nobody's); dmarc=pass (p=REJECT (sp=\\) NONE)\r\n dis=NONE) (b)"
                        + " header.from=example.com; spf=pass (c)";

        assertThat(first(value).comments()).containsExactly("p=REJECT (sp=) NONE) dis=NONE", "b");
        assertThat(read(value).results().getLast().comments()).containsExactly("c");
    }

    @Test
    void readsQuotedStringsAndFoldsWithinThem() {
        var value = "\"mx example.org\" 1; spf=fail reason=\"he said \\\"no\\\";\r\n\tnever\"";

        assertThat(read(value).authservId()).isEqualTo("mx example.org");
        assertThat(first(value).reason()).isEqualTo("he said \"no\";\tnever");
        assertThat(read(value).form()).isEqualTo(Form.STRICT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org; spf=pass smtp.mailfrom=user+tag/x=y@example.com",
                "example.org; spf=pass smtp.mailfrom=\"alice smith\"@example.com",
                "example.org; spf=pass smtp.mailfrom=@example.com",
                "example.org; iprev=pass policy.iprev=\"2001:db8::1\"",
                "example.org; x-own/2=pass",
                "example.org; dkim=pass reason=\"\" header.d=example.com",
                "b\u00fccher.example; spf=pass smtp.mailfrom=j\u00f6rg@b\u00fccher.example",
                " (a) example.org (b) 1 (c) ; (d) none (e)\r\n"
            })
    void acceptsAllTheGrammarAllows(String value) {
        assertThat(read(value).deviations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spf=pass smtp.mailfrom=example.com                    | NO_AUTHSERV_ID
                    dkim/1=pass                                           | NO_AUTHSERV_ID
                    dkim / 1 = pass                                       | NO_AUTHSERV_ID
                    example.org/a; none                                   | UNQUOTED
                    example.org dkim=pass header.d=example.com            | NO_SEMICOLON
                    example.org 1 dkim=pass                               | NO_SEMICOLON
                    example.org;                                          | EMPTY_PART NO_RESULT
                    example.org; spf=pass;                                | EMPTY_PART
                    example.org; ; spf=pass                               | EMPTY_PART
                    example.org                                           | NO_RESULT
                    example.org; none; spf=pass                           | NONE_AMONG_RESULTS
                    example.org; spf=pass; none                           | NONE_AMONG_RESULTS
                    example.org; spf=pass_                                | NO_KEYWORD
                    example.org; x_y=pass                                 | NO_KEYWORD
                    example.org; dkim=pass header.x_y=1                   | NO_KEYWORD
                    example.org; iprev=pass policy.iprev=2001:db8::1      | UNQUOTED
                    example.org; spf=pass smtp.mailfrom=<a@example.com>   | UNQUOTED
                    example.org; spf=pass smtp.mailfrom=a b.c@example.com | STRAY
                    example.org; spf=none smtp.mailfrom=; dkim=none       | NO_VALUE
                    example.org; spf=none smtp.mailfrom= smtp.helo=a.b    | NO_VALUE
                    example.org; dmarc=pass action=none                   | NO_PTYPE
                    example.org; dkim=fail header.d=a.example reason=bad  | REASON_MISPLACED
                    example.org; dkim=fail reason=a reason=b              | REASON_MISPLACED
                    example.org; dkim=pass (ok                            | UNCLOSED
                    example.org; dkim=pass reason="ok                     | UNCLOSED
                    example.org; spf                                      | STRAY NO_RESULT
                    example.org; dkim=pass good signature                 | STRAY STRAY
                    example.org; dkim/x=pass                              | STRAY
                    example.org; =pass                                    | STRAY NO_RESULT
                    """)
    void saysWhatDeviates(String value, String kinds) {
        assertThat(read(value).deviations().stream().map(d -> d.kind().name()))
                .containsExactly(kinds.split(" "));
    }

    @Test
    void saysWhereItDeviates() {
        var value = "example.org; dkim=pass header.b=gf/T header.d=example.com;";

        assertThat(read(value).deviations())
                .extracting(deviation -> deviation.in(value))
                .containsExactly("gf/T", ";");
    }

    @Test
    void readsOnBehindAMistake() {
        var field = read("example.org; what; spf=pass; dkim good=x; dmarc=fail so header.from=a.b");

        assertThat(field.results()).extracting(AuthResult::method).containsExactly("spf", "dmarc");
        assertThat(field.results().getLast().property("header", "from")).contains("a.b");
        assertThat(field.form()).isEqualTo(Form.BROKEN);
    }

    @Test
    void doesNotTakeTheNextPropertyForAMissingValue() {
        var result = first("example.org; spf=none smtp.mailfrom= smtp.helo=mail.example.com");

        assertThat(result.property("smtp", "mailfrom")).contains("");
        assertThat(result.property("smtp", "helo")).contains("mail.example.com");
    }

    @Test
    void noticesControlCharactersAndLineEndsThatAreNoFolds() {
        var value = "example.org; spf=pass\r\nX-Evil: 1\u0000\rx\n";

        assertThat(read(value).deviations().stream().filter(d -> d.kind() == Kind.CONTROL))
                .extracting(Deviation::at)
                .containsExactly(22, 32, 33);
    }

    @Test
    void leavesTheRestUnreadWhenThereIsTooMuch() {
        var many = read("example.org" + "; spf=pass".repeat(101));
        var wide = read("example.org; spf=pass" + " smtp.helo=a".repeat(101) + "; dkim=pass");
        var endless = read("example.org; spf=pass reason=" + "a".repeat(70_000));

        assertThat(many.results()).hasSize(100);
        assertThat(wide.results().getFirst().properties()).hasSize(100);
        assertThat(List.of(many, wide, endless))
                .allSatisfy(field ->
                        assertThat(field.deviations())
                                .extracting(Deviation::kind)
                                .contains(Kind.TOO_MUCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(a)", "\"", "=", ";", "\\", "a=b;", "a=b ", ".", "/", "\r\n"})
    void endsOnEndlessInput(String piece) {
        var field = read("example.org; dkim=pass " + piece.repeat(60_000 / piece.length()));

        assertThat(field.results()).hasSizeLessThanOrEqualTo(100);
        assertThat(field.deviations()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void comparesAuthservIdsAsNames() {
        assertThat(read("MX.Example.ORG; none").speaksFor("mx.example.org")).isTrue();
        assertThat(read("b\u00fccher.example; none").speaksFor("xn--bcher-kva.example")).isTrue();
        assertThat(read("mx.example.org.evil.example; none").speaksFor("mx.example.org")).isFalse();
        assertThat(read("spf=pass").speaksFor("")).isFalse();
    }

    @Test
    void removesAtTheBorderWhatClaimsToBeOursOrIsOfAnotherVersion() {
        var forged = read("mx.example.org; dmarc=pass");
        var foreign = read("mx.example.com; dmarc=pass");
        var strange = read("mx.example.com 2; dmarc=pass");

        var border =
                TrustBorder.of(
                        List.of(forged, foreign, strange),
                        List.of("mx.example.org", "mx2.example.org"));

        assertThat(border.own()).containsExactly(forged);
        assertThat(border.toRemove()).containsExactly(forged, strange);
    }
}
