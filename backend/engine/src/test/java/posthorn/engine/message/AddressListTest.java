package posthorn.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.message.AddressFault.Kind;
import posthorn.engine.outside.DnsName;

class AddressListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice@example.org | | alice@example.org",
                "<alice@example.org> | | alice@example.org",
                "Alice <alice@example.org> | Alice | alice@example.org",
                "\"Alice, Board\" <alice@example.org> | Alice, Board | alice@example.org",
                "\"A \\\"B\\\"\" <alice@example.org> | A \"B\" | alice@example.org",
                "Alice Q. Public <alice@example.org> | Alice Q. Public | alice@example.org",
                "alice(c)@(a (b))example(d).org (e) | e | alice@example.org",
                "alice@example.org (Alice) | Alice | alice@example.org",
                "Alice (c) <alice(x)@example.org(y)> | Alice | alice@example.org",
                "<@a.example,@b.example:alice@example.org> | | alice@example.org",
                "alice @ example . org | | alice@example.org",
                "\"a b\"@example.org | | \"a b\"@example.org",
                "\"a@b\"@example.org | | \"a@b\"@example.org",
                "\"alice\"@example.org | | alice@example.org",
                "alice@[192.0.2.1] | | alice@[192.0.2.1]",
                "alice@[IPv6:2001:db8::1] | | alice@[IPv6:2001:db8::1]",
                "\"bob@example.com\" <alice@example.org> | bob@example.com | alice@example.org",
                "Jürgen <jürgen@bücher.example> | Jürgen | jürgen@bücher.example",
                "=?utf-8?q?J=C3=BCrgen?= =?utf-8?B?IEI=?= <j@example.org> | Jürgen B | j@example.org",
                "=?iso-8859-1*de?Q?J=FCrgen_B?= <j@example.org> | Jürgen B | j@example.org",
                "\"=?utf-8?q?J=C3=BC?=\" <j@example.org> | Jü | j@example.org",
                "=?utf-8?q?=C3?= =?utf-8?q?=BC?= <j@example.org> | ü | j@example.org",
                "=?nonsense?q?a?= <j@example.org> | =?nonsense?q?a?= | j@example.org",
                "=?utf-8?b?*?= <j@example.org> | =?utf-8?b?*?= | j@example.org",
                "=? <j@example.org> | =? | j@example.org",
            })
    void readsAsWritten(String text, String name, String address) {
        var list = AddressList.read(text);

        assertThat(list.faults()).isEmpty();
        assertThat(list.mailboxes()).extracting(Mailbox::address).containsExactly(address);
        assertThat(list.mailboxes().getFirst().displayName()).isEqualTo(name == null ? "" : name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alice alice@example.org | Alice | alice@example.org | NO_BRACKETS",
                "alice@example.com <alice@example.org> | alice@example.com | alice@example.org"
                        + " | UNQUOTED",
                "Example, Alice <alice@example.org> | Example, Alice | alice@example.org | UNQUOTED",
                "<alice@example.org | | alice@example.org | UNCLOSED",
                "Alice <alice@example.org>> | Alice | alice@example.org | STRAY",
                "<<alice@example.org>> | | alice@example.org | STRAY",
                "\"Alice <alice@example.org> | \"Alice | alice@example.org | UNCLOSED",
                "(Alice <alice@example.org> | (Alice | alice@example.org | UNCLOSED",
                "Alice <alice@example.org> and more | Alice | alice@example.org | STRAY",
                "alice@example.org and more | | alice@example.org | STRAY",
                "alice@example.org; | | alice@example.org | GROUP",
                "Team: alice@example.org | | alice@example.org | GROUP",
                "alice@ | | alice@ | INCOMPLETE",
                "@example.org | | \"\"@example.org | INCOMPLETE",
                "alice@bob@example.org | | \"alice@bob\"@example.org | ",
                "alice@exa mple.org | | alice@exa | STRAY",
                "alice@example..org | | alice@example..org | NO_DOMAIN_NAME",
                "alice@-!-.org | | alice@-!-.org | NO_DOMAIN_NAME",
                "=?utf-8?q?ceo=40example=2Ecom?= <alice@example.org> | ceo@example.com"
                        + " | alice@example.org | HIDDEN_AT",
                "=?utf-8?q?=E2=80=AEecila?= <alice@example.org> | \u202eecila"
                        + " | alice@example.org | INVISIBLE",
                "=?utf-8?q?a=00b?= <alice@example.org> | a\u0000b | alice@example.org | CONTROL",
                "ali\u0000ce <alice@example.org> | ali\u0000ce | alice@example.org | CONTROL",
                "\u202eecila <alice@example.org> | \u202eecila | alice@example.org | INVISIBLE",
            })
    void understandsWhatIsSent(String text, String name, String address, Kind kind) {
        var list = AddressList.read(text);

        assertThat(list.mailboxes()).extracting(Mailbox::address).containsExactly(address);
        assertThat(list.mailboxes().getFirst().displayName()).isEqualTo(name == null ? "" : name);
        assertThat(kind == null || list.has(kind)).as("%s", list.faults()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@example.org, b@example.com | a@example.org b@example.com",
                ",a@example.org,, b@example.com, | a@example.org b@example.com",
                "Team: Alice <a@example.org>, b@example.com;, c@d.example"
                        + " | a@example.org b@example.com c@d.example",
                "A: a@example.org; B: b@example.com; c@d.example"
                        + " | a@example.org b@example.com c@d.example",
                "A <a@example.org> B <b@example.com> | a@example.org b@example.com",
                "a@example.org b@example.com | a@example.org b@example.com",
                "<a@example.org> b@example.com | a@example.org b@example.com",
                "<a@example.org, b@example.com> | a@example.org b@example.com",
                "a@example.org; b@example.com | a@example.org b@example.com",
                "x, <a@example.org>, y, b@example.com | a@example.org b@example.com",
            })
    void readsSeveral(String text, String addresses) {
        assertThat(AddressList.read(text).mailboxes())
                .extracting(Mailbox::address)
                .containsExactly(addresses.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "undisclosed-recipients:;",
                "alice",
                "<>",
                "<alice>",
                "((((((",
                "=?utf-8?q?alice=40example=2Eorg?="
            })
    void findsNothingWhereThereIsNothing(String text) {
        assertThat(AddressList.read(text).mailboxes()).isEmpty();
    }

    @Test
    void stopsAtAThousand() {
        var text =
                IntStream.rangeClosed(1, 1001)
                        .mapToObj(i -> "a%d@example.org".formatted(i))
                        .collect(Collectors.joining(", "));

        var list = AddressList.read(text);

        assertThat(list.mailboxes()).hasSize(AddressList.MAX_MAILBOXES);
        assertThat(list.has(Kind.TOO_MUCH)).isTrue();
    }

    @Test
    void makesALabelsOfTheDomain() {
        assertThat(new Mailbox("", "a", "bücher.example").domainName())
                .contains(DnsName.of("xn--bcher-kva.example"));
        assertThat(new Mailbox("", "a", "[192.0.2.1]").domainName()).isEmpty();
    }

    /// What is repeated to a quarter of a million characters is read in far less than a second;
    /// were it quadratic, it would take minutes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "\"",
                "[",
                "<",
                ">",
                ",",
                "@",
                ":",
                ";",
                " ",
                ".",
                "\\",
                "=?",
                "=?a?q?",
                "?=",
                "a,",
                "a@b,",
                "a@b ",
                "<a@b",
                "<a@b>",
                "(a)",
                "\"a\"",
                "x <",
                "=?utf-8?q?a?= ",
                "((\\",
                "a:",
                "@a,",
                "<@a,"
            })
    void takesTimeInProportionToLength(String piece) {
        var text = piece.repeat(AddressList.MAX_LENGTH / piece.length());

        var list = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> AddressList.read(text));

        assertThat(list.mailboxes().size()).isLessThanOrEqualTo(AddressList.MAX_MAILBOXES);
        assertThat(list.faults().size()).isLessThanOrEqualTo(200);
    }

    @Test
    void bearsAnything() {
        long seed = 7;
        var random = new Random(seed);
        var letters = "a@<>,;:\"()[]\\ =?qB?utf-8._Ü\t\r\n\0\u202e";
        for (int run = 0; run < 20_000; run++) {
            var text = text(random, letters);
            var list = AddressList.read(text);

            assertThat(list.mailboxes().size())
                    .as("seed %d, text %s", seed, text)
                    .isLessThanOrEqualTo((int) text.chars().filter(c -> c == '@').count());
            assertThat(list.faults())
                    .as("seed %d, text %s", seed, text)
                    .allMatch(f -> f.at() >= 0 && f.length() >= 0)
                    .allMatch(f -> f.at() + f.length() <= text.length());
        }
    }

    /// An address that is written down is read again as the same.
    @Test
    void readsWhatItWrites() {
        long seed = 11;
        var random = new Random(seed);
        for (int run = 0; run < 5_000; run++) {
            var local = text(random, "ab.@ ,<>()\"\\;:ü");
            var mailbox = new Mailbox("", local, "example.org");

            assertThat(AddressList.read("<" + mailbox.address() + ">").mailboxes())
                    .as("seed %d, local part %s", seed, local)
                    .isEqualTo(List.of(mailbox));
        }
    }

    private static String text(Random random, String letters) {
        return random.ints(random.nextInt(40), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
