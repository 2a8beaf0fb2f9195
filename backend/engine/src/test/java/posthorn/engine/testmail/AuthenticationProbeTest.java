package posthorn.engine.testmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.message.Author;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.message.TlsFacts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Source;
import posthorn.engine.spf.Result;

class AuthenticationProbeTest {

    private static final String MAIL =
            "From: Alice <alice@news.example.org>\r\nSubject: Hello\r\n\r\nHello\r\n";

    private static final String ZONE =
            """
            example.org.             TXT "v=spf1 ip4:192.0.2.0/24 -all"
            mail.example.org.        TXT "v=spf1 a -all"
            mail.example.org.        A   192.0.2.1
            _dmarc.example.org.      TXT "v=DMARC1; p=reject; sp=quarantine; t=y; aspf=r"
            news.example.org.        A   192.0.2.7
            """;

    @Test
    void drawsWhichIdentityMeetsTheAuthor() {
        var facts = Mails.facts(Mails.of(MAIL, "bob@example.org"), Mails.zone(ZONE));

        assertThat(facts.mailFrom().result().result()).isEqualTo(Result.PASS);
        assertThat(facts.helo().result().result()).isEqualTo(Result.PASS);
        var dmarc = facts.onlyDmarc().orElseThrow();
        assertThat(dmarc.author()).isEqualTo(DnsName.of("news.example.org"));
        assertThat(dmarc.identifiers()).hasSize(1);
        assertThat(dmarc.identifiers().getFirst().byTreeWalk()).isEqualTo(Fit.RELAXED);
        assertThat(dmarc.identifiers().getFirst().byList()).isEqualTo(Fit.RELAXED);
        assertThat(dmarc.treeWalk().result()).isEqualTo(DmarcResult.Result.PASS);
    }

    @Test
    void lowersThePolicyOnlyByTheNewStandard() {
        var dmarc =
                Mails.facts(Mails.of(MAIL, "bob@example.com"), Mails.zone(ZONE))
                        .onlyDmarc()
                        .orElseThrow();

        assertThat(dmarc.treeWalk().result()).isEqualTo(DmarcResult.Result.FAIL);
        assertThat(dmarc.treeWalk().published()).isEqualTo(Policy.QUARANTINE);
        assertThat(dmarc.treeWalk().inEffect()).isEqualTo(Policy.NONE);
        assertThat(dmarc.list().inEffect()).isEqualTo(Policy.QUARANTINE);
    }

    @Test
    void findsTheTermThatIsMissing() {
        var zone =
                """
                example.org.      TXT "v=spf1 mx -all"
                example.org.      MX  10 mx.example.org.
                mx.example.org.   A   192.0.2.25
                """;

        var facts = Mails.facts(Mails.of(MAIL, "bob@example.org"), Mails.zone(zone));

        assertThat(facts.mailFrom().missingTerms()).containsExactly("ip4:192.0.2.1");
    }

    @Test
    void prefersTheIncludeOfTheProviderThatRunsTheClient() {
        var zone =
                """
                example.org.           TXT "v=spf1 -all"
                example.org.           MX  1 smtp.google.com.
                _spf.google.com.       TXT "v=spf1 ip4:192.0.2.0/28 ~all"
                """;

        var facts = Mails.facts(Mails.of(MAIL, "bob@example.org"), Mails.zone(zone));

        assertThat(facts.mailFrom().missingTerms()).containsExactly("include:_spf.google.com");
    }

    @Test
    void takesTheHeloNameForABounce() {
        var facts = Mails.facts(Mails.of(MAIL, ""), Mails.zone(ZONE));

        assertThat(facts.mailFrom().domain()).isEqualTo("mail.example.org");
        assertThat(facts.onlyDmarc().orElseThrow().treeWalk().result())
                .isEqualTo(DmarcResult.Result.PASS);
    }

    @Test
    void knowsNothingWhenNobodyAnswers() {
        Dns silent = _ -> new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("test"));

        var facts = Mails.facts(Mails.of(MAIL, "bob@example.org"), silent);

        assertThat(facts.mailFrom().result().result()).isEqualTo(Result.TEMPERROR);
        var dmarc = facts.onlyDmarc().orElseThrow();
        assertThat(dmarc.treeWalk().result()).isEqualTo(DmarcResult.Result.TEMPERROR);
        assertThat(dmarc.list().result()).isEqualTo(DmarcResult.Result.TEMPERROR);
        assertThat(dmarc.identifiers().getFirst().byTreeWalk()).isEqualTo(Fit.UNKNOWN);
    }

    @Test
    void bearsAMessageThatCannotBeRead() {
        var message =
                new ReceivedMessage(
                        () -> {
                            throw new IOException("gone");
                        },
                        "mail.example.org",
                        IpText.parse("192.0.2.1").orElseThrow(),
                        "bob@example.org",
                        List.of(),
                        new TlsFacts.Clear(),
                        Mails.NOON);

        var facts =
                new AuthenticationProbe()
                        .probe(
                                message,
                                new Outside(
                                        Mails.zone(ZONE), Clock.fixed(Mails.NOON, ZoneOffset.UTC)));

        assertThat(facts.header().isCut()).isTrue();
        assertThat(facts.author()).isInstanceOf(Author.None.class);
        assertThat(facts.mailFrom().result().result()).isEqualTo(Result.PASS);
    }

    @Test
    void evaluatesEachOfSeveralAuthors() {
        var mail = "From: alice@example.org, bob@example.com\r\n\r\n";

        var facts = Mails.facts(Mails.of(mail, "bob@example.org"), Mails.zone(ZONE));

        assertThat(facts.onlyDmarc()).isEmpty();
        assertThat(facts.dmarc().stream().map(AuthorDmarc::author))
                .containsExactly(DnsName.of("example.org"), DnsName.of("example.com"));
    }

    @Test
    void writesItsOwnResults() {
        var facts = Mails.facts(Mails.of(MAIL, "bob@example.org"), Mails.zone(ZONE));

        assertThat(OwnResults.field(facts, "mx.example.com").replaceAll("\r\n\\s+", " "))
                .isEqualTo(
                        "Authentication-Results: mx.example.com; spf=pass"
                                + " smtp.mailfrom=bob@example.org; spf=pass"
                                + " smtp.helo=mail.example.org; dkim=none; arc=none; dmarc=pass"
                                + " header.from=news.example.org policy.dmarc=none");
    }
}
