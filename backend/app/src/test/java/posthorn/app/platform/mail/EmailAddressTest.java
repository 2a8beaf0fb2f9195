package posthorn.app.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.org, alice@example.org",
        "' Alice@Example.ORG ', alice@example.org",
        "alice+posthorn@mail.example.org, alice+posthorn@mail.example.org",
        "alice@bücher.example, alice@xn--bcher-kva.example",
        "alice@straße.example, alice@xn--strae-oqa.example",
        "a.b_c-d@example.org, a.b_c-d@example.org"
    })
    void readsWhatPeopleType(String typed, String expected) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "alice",
                "alice@",
                "@example.org",
                "alice@localhost",
                "alice@192.0.2.1",
                "alice@[192.0.2.1]",
                "alice@@example.org",
                "alice@example.org@example.net",
                "a b@example.org",
                "\"a b\"@example.org",
                ".alice@example.org",
                "alice.@example.org",
                "a..b@example.org",
                "alice@-example.org",
                "alice@example..org",
                "alice@example.org\r\nBcc: charlie@example.net",
                "alice@example.org, charlie@example.net",
                "<alice@example.org>",
                "älice@example.org"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void isNeverMadeOfSomethingElse() {
        assertThatThrownBy(() -> new EmailAddress("alice@example.org\nBcc: x@example.net"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
