package posthorn.app.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final EmailAddress ALICE = new EmailAddress("alice@example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\r\nBcc: charlie@example.net",
                "Hello\nBcc: charlie@example.net",
                "Hello\rBcc: charlie@example.net",
                "Hello\u0000",
                "Hello\u001b[31m",
                "Hello\u0085Bcc: charlie@example.net",
                "Hello\u2028Bcc: charlie@example.net",
                "",
                "   "
            })
    void refusesSubjectsThatAreNotOneLine(String subject) {
        assertThatThrownBy(() -> Mail.plain(ALICE, subject, "text"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mail.plain(ALICE, "Hello", "text").with("X-Domain", subject))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Domain", "X-Domain:", "X\r\nBcc", "Bcc: x", "Über"})
    void refusesNamesThatAreNoFieldNames(String name) {
        assertThatThrownBy(() -> Mail.plain(ALICE, "Hello", "text").with(name, "value"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsHeaderFieldsToItself() {
        var mail = new Mail(ALICE, "Hello", "text", "", Map.of("List-Id", "<a.example.org>"));

        assertThatThrownBy(() -> mail.headers().put("Bcc", "charlie@example.net"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(mail.with("Precedence", "bulk").headers())
                .containsOnlyKeys("List-Id", "Precedence");
        assertThat(mail.headers()).containsOnlyKeys("List-Id");
    }
}
