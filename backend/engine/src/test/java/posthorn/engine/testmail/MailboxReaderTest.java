package posthorn.engine.testmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.outside.DnsName;

class MailboxReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice@example.org | | alice@example.org",
                "Alice <alice@example.org> | Alice | alice@example.org",
                "\"Alice, Board\" <alice@example.org> | Alice, Board | alice@example.org",
                "Alice (the first) <alice@example.org> (home) | Alice | alice@example.org",
                "Alice <@a.example,@b.example:alice@example.org> | Alice | alice@example.org",
                "alice @ example . org | | alice@example.org",
                "\"a@b\" <alice@example.org> | a@b | alice@example.org",
                "<\"a b\"@example.org> | | \"ab\"@example.org",
                "=?utf-8?q?J=C3=BCrgen?= =?utf-8?B?IEI=?= <j@example.org> | Jürgen B | j@example.org"
            })
    void readsOne(String text, String name, String address) {
        var mailboxes = MailboxReader.read(text);

        assertThat(mailboxes).containsExactly(new Mailbox(name == null ? "" : name, address));
    }

    @Test
    void readsGroupsAndLists() {
        var mailboxes =
                MailboxReader.read(
                        "Team: Alice <alice@example.org>, bob@example.com;, c@d.example");

        assertThat(mailboxes.stream().map(Mailbox::address))
                .containsExactly("alice@example.org", "bob@example.com", "c@d.example");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(MailboxReader.read("undisclosed-recipients:;")).isEmpty();
        assertThat(MailboxReader.read("")).isEmpty();
        assertThat(MailboxReader.read("((((((")).isEmpty();
    }

    @Test
    void makesALabelsOfTheDomain() {
        assertThat(new Mailbox("", "a@bücher.example").domain())
                .contains(DnsName.of("xn--bcher-kva.example"));
        assertThat(new Mailbox("", "a@[192.0.2.1]").domain()).isEmpty();
    }

    @Test
    void bearsAnything() {
        long seed = 7;
        var random = new Random(seed);
        var letters = "a@<>,;:\"()\\ =?qB?utf-8._Ü\t\r\n\0";
        for (int run = 0; run < 20_000; run++) {
            var text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }

            assertThat(MailboxReader.read(text.toString()))
                    .as("seed %d, text %s", seed, text)
                    .allMatch(mailbox -> mailbox.address().indexOf('@') >= 0);
        }
    }

    @Test
    void leavesEncodedWordsBeyondAHundredAsTheyAre() {
        var word = "=?utf-8?q?a?=";

        var decoded = EncodedWords.decode(word.repeat(102));

        assertThat(decoded).isEqualTo("a".repeat(100) + word.repeat(2));
    }
}
