package posthorn.app.domains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.outside.DnsName;

class TypedNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "' example.org ', example.org",
        "EXAMPLE.Org., example.org",
        "mail.example.org, mail.example.org",
        "müller.example, xn--mller-kva.example",
        "xn--mller-kva.example, xn--mller-kva.example",
        "straße.example, xn--strae-oqa.example",
        "例え。テスト, xn--r8jz45g.xn--zckzah",
    })
    void takesDomains(String typed, String name) {
        assertThat(TypedName.read(typed)).isEqualTo(new TypedName.Usable(DnsName.of(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/, WEB_ADDRESS, example.org",
        "http://www.example.org/path?q=1, WEB_ADDRESS, example.org",
        "HTTPS://WWW.Example.ORG, WEB_ADDRESS, example.org",
        "https://alice:secret@example.org:8443/x, WEB_ADDRESS, example.org",
        "example.org/contact, WEB_ADDRESS, example.org",
        "example.org:25, WEB_ADDRESS, example.org",
        "https://www.org/, WEB_ADDRESS, www.org",
        "alice@example.org, MAIL_ADDRESS, example.org",
        "Alice <alice@example.org>, MAIL_ADDRESS, example.org",
        "mailto:alice@example.org, MAIL_ADDRESS, example.org",
        "alice@müller.example, MAIL_ADDRESS, xn--mller-kva.example",
    })
    void findsTheDomainInAnAddress(String typed, NameFault fault, String name) {
        assertThat(TypedName.read(typed)).isEqualTo(new TypedName.Holds(fault, DnsName.of(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "192.0.2.1, IP_ADDRESS",
        "2001:db8::1, IP_ADDRESS",
        "[2001:db8::1], IP_ADDRESS",
        "http://192.0.2.1/, IP_ADDRESS",
        "https://[2001:db8::1]:443/, IP_ADDRESS",
        "alice@[192.0.2.1], IP_ADDRESS",
        "192.0.2.0/24, IP_ADDRESS",
        "192.0.2.1:25, IP_ADDRESS",
        "localhost, SINGLE_LABEL",
        "org, SINGLE_LABEL",
        "https://localhost/, SINGLE_LABEL",
        "alice@localhost, SINGLE_LABEL",
        "co.uk, PUBLIC_SUFFIX",
        "alice@co.uk, PUBLIC_SUFFIX",
        "https://github.io/, PUBLIC_SUFFIX",
        "exa mple.org, JUNK",
        "example..org, JUNK",
        ".example.org, JUNK",
        "-example.org, JUNK",
        "exam_ple.org, JUNK",
        "example.123, JUNK",
        "<script>.example, JUNK",
        "'\"; drop table domain; --.example', JUNK",
        "https://, JUNK",
        "@, JUNK",
        "xn--a.example, JUNK",
    })
    void refusesEverythingElseAndSaysWhy(String typed, NameFault fault) {
        assertThat(TypedName.read(typed)).isEqualTo(new TypedName.Refused(fault));
    }

    @Test
    void refusesNamesTheDnsCannotHold() {
        var label = "a".repeat(64);

        assertThat(TypedName.read(label + ".example"))
                .isEqualTo(new TypedName.Refused(NameFault.LABEL_TOO_LONG));
        assertThat(TypedName.read("abcdefghi.".repeat(25) + "example"))
                .isEqualTo(new TypedName.Refused(NameFault.TOO_LONG));
        assertThat(TypedName.read("x".repeat(100_000)))
                .isEqualTo(new TypedName.Refused(NameFault.TOO_LONG));
    }
}
