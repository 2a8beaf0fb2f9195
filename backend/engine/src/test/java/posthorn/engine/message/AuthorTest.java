package posthorn.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;

class AuthorTest {

    private static final DnsName ORG = DnsName.of("example.org");

    @Test
    void hasOneDomain() {
        assertThat(author("From: Alice <alice@Example.Org>"))
                .isInstanceOfSatisfying(
                        Author.One.class, one -> assertThat(one.domain()).isEqualTo(ORG));
        assertThat(author("From: alice@example.org, bob@example.org"))
                .isInstanceOf(Author.One.class);
        assertThat(author("From: Team: alice@example.org;").domainNames()).containsExactly(ORG);
    }

    @Test
    void hasSeveralDomains() {
        var author = author("From: alice@example.org, bob@example.net");

        assertThat(author).isInstanceOf(Author.Several.class);
        assertThat(author.domainNames()).containsExactly(ORG, DnsName.of("example.net"));
    }

    @Test
    void isNotOneWithTwoFields() {
        var author = author("From: alice@example.org", "From: bob@example.org");

        assertThat(author)
                .isInstanceOfSatisfying(
                        Author.Several.class, several -> assertThat(several.fields()).isEqualTo(2));
        assertThat(author.all()).hasSize(2);
    }

    @Test
    void isNobody() {
        assertThat(author("Subject: Hello")).isEqualTo(new Author.None(""));
        assertThat(author("From: alice")).isEqualTo(new Author.None("alice"));
        assertThat(author("From: undisclosed:;").domainNames()).isEmpty();
        assertThat(author("From: alice@[192.0.2.1]")).isInstanceOf(Author.None.class);
    }

    @Test
    void doesNotBelieveAnEncodedWord() {
        assertThat(author("From: =?utf-8?q?ceo=40example=2Ecom?= <alice@example.org>"))
                .isInstanceOfSatisfying(
                        Author.One.class, one -> assertThat(one.domain()).isEqualTo(ORG));
        assertThat(author("From: =?utf-8?q?ceo=40example=2Ecom?=")).isInstanceOf(Author.None.class);
    }

    @Test
    void looksAtFewOfAThousandDomains() {
        var text =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "a@d%d.example".formatted(i))
                        .collect(Collectors.joining(", "));

        var author = author("From: " + text);

        assertThat(author.all()).hasSize(1000);
        assertThat(author.domainNames()).hasSize(Author.MAX_DOMAINS);
    }

    private static Author author(String... fields) {
        return Author.of(
                new HeaderSection(Arrays.stream(fields).map(HeaderField::of).toList(), false));
    }
}
