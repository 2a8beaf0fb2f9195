package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.SmtpAnswer.StartTls;

/// What mail and web servers and registries say, and its text in transcripts.
public final class DialogueTargets {

    private static final int LIMIT = 2000;
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final InetAddress SERVER = IpText.parse("192.0.2.25").orElseThrow();
    private static final URI PAGE = URI.create("https://www.example.org/");
    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final TlsSession SESSION =
            new TlsSession(
                    "TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of("YWJj"), TlsSession.Trust.TRUSTED);

    private DialogueTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.utf8("world", DialogueTargets::world, WORLD),
                Target.of("smtp-reply", DialogueTargets::smtpReply, SMTP),
                Target.of("http-response", DialogueTargets::httpResponse, HTTP),
                Target.utf8("web-address", DialogueTargets::webAddress, WEB),
                Target.latin1("rdap-domain", DialogueTargets::registration, RDAP),
                Target.latin1("rdap-services", DialogueTargets::services, RDAP));
    }

    private static final String[] WORLD = {
        "$SMTP 192.0.2.25\n",
        "$HTTPS https://www.example.org/\n",
        "$SERVER 192.0.2.53\n",
        "$RESOLVER 2\n",
        "$END\n",
        "greeting 220 mail.example.org ESMTP\n",
        "ehlo 250-STARTTLS\n",
        "ehlo 250 mail.example.org\n",
        "after 12\n",
        "not-offered\n",
        "unreached REFUSED\n",
        "handshake alert\n",
        "starttls 454 no\n",
        "tls TLSv1.3 TLS_AES_128_GCM_SHA256 TRUSTED\n",
        "certificate YWJj\n",
        "status 200\n",
        "type text/plain\n",
        "location /\n",
        "body a\\x0d\\x0a\n",
        "failed TLS why\n",
        "inside 250 a\n",
        "$RDAP example.org\n",
        "expires 2027-01-01T00:00:00Z\n",
        "status client hold\n",
        "not-found\n",
        "unknown SILENT\n",
        "example.org. A 192.0.2.1\n",
        "\\x",
        "\\\\"
    };

    private static final String[] SMTP = {
        "220 mail.example.org ESMTP\r\n",
        "250-mail.example.org\r\n250 STARTTLS\r\n",
        "250-",
        "554 ",
        "\r\n",
        "\n",
        "220",
        "600 a\r\n",
        "\u0000",
        "421 bye"
    };

    private static final String[] HTTP = {
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 ",
        "100 Continue\r\n\r\n",
        "200",
        "301 x\r\nLocation: /\r\n\r\n",
        "Transfer-Encoding: chunked\r\n",
        "\r\n",
        "3\r\nabc\r\n",
        "0\r\n\r\n",
        "Content-Length: ",
        "Content-Type: text/plain\r\n",
        ": ",
        "fffffff\r\n",
        "a;b=c\r\n"
    };

    private static final String[] WEB = {
        "https://www.example.org/a?b", "https://", "http:", ":8443", "example.org", "127.1",
                "0x7f.1",
        "user@", "/", "?", "#", "[2001:db8::1]", "%41", "b\u00fccher.example"
    };

    private static final String[] RDAP = {
        "{\"objectClassName\": \"domain\", \"ldhName\": \"example.org\", ",
        "\"status\": [\"client hold\", \"serverHold\"], ",
        "\"events\": [{\"eventAction\": \"expiration\", ",
        "\"eventDate\": \"2027-01-01T00:00:00Z\"}]",
        "{\"services\": [[[\"org\"], [\"https://rdap.example.org/\"]]]}",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "null",
        "-1.5e9",
        "\\u00e4",
        "\u00c3\u00a4"
    };

    /// What a world answers is, written down, the same world for this question.
    private static void world(String text) {
        World world;
        try {
            world = World.read(text);
        } catch (ZoneReader.Unreadable e) {
            assertThat(e.line()).isNotNegative();
            return;
        }
        var outside = world.outside(CLOCK);
        mail(outside.smtp().greet(SERVER, DnsName.of("mail.example.org")));
        web(outside.https().get(PAGE));
        registered(outside.registry().of(DOMAIN));
    }

    private static void registered(Registration registration) {
        var written = new Dialogue.Registered(DOMAIN, registration).text();
        var again = World.read(written).outside(CLOCK).registry();
        assertThat(again.of(DOMAIN)).as(written).isEqualTo(registration);
    }

    private static void registration(String body) {
        try {
            registered(Rdap.registration(body, DOMAIN));
        } catch (Rdap.Malformed e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void services(String body) {
        try {
            var services = Rdap.services(body);
            assertThat(services).isNotEmpty();
            assertThat(services.values()).allMatch(uri -> WebAddress.of(uri).isPresent());
        } catch (Rdap.Malformed e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void mail(SmtpAnswer answer) {
        var written = new Dialogue.Mail(SERVER, answer).text();
        var again = World.read(written).outside(CLOCK).smtp();
        assertThat(again.greet(SERVER, DnsName.ROOT)).as(written).isEqualTo(answer);
    }

    private static void web(HttpsAnswer answer) {
        var written = new Dialogue.Web(PAGE, answer).text();
        var again = World.read(written).outside(CLOCK).https();
        assertThat(again.get(PAGE)).as(written).isEqualTo(answer);
    }

    private static void smtpReply(byte[] octets) {
        var replies = new SmtpReplies(new ByteArrayInputStream(octets));
        for (int i = 0; i < 4; i++) {
            var reply = replies.next();
            assertThat(reply.code()).matches(code -> code == 0 || (code >= 200 && code < 600));
            assertThat(reply.lines()).hasSizeLessThanOrEqualTo(101);
            assertThat(reply.lines()).allMatch(line -> line.length() <= 1000);
            mail(
                    new SmtpAnswer.Spoke(
                            reply,
                            Duration.ofMillis(i),
                            reply,
                            i % 2 == 0
                                    ? new StartTls.Refused(reply)
                                    : new StartTls.Encrypted(SESSION, reply)));
        }
    }

    private static void httpResponse(byte[] octets) {
        try {
            var response = HttpResponse.read(new ByteArrayInputStream(octets), LIMIT);
            assertThat(response.status()).isBetween(100, 999);
            assertThat(response.body()).hasSizeLessThanOrEqualTo(LIMIT);
            web(
                    new HttpsAnswer.Answered(
                            response.status(),
                            response.field("content-type"),
                            response.field("location"),
                            response.body(),
                            SESSION));
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }

    private static void webAddress(String text) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException e) {
            return; // no address to anybody
        }
        WebAddress.of(address)
                .ifPresent(web -> {
                    assertThat(IpText.parse(web.host().text())).isEmpty();
                    assertThat(web.path()).startsWith("/").doesNotContainAnyWhitespaces();
                    assertThat(web.authority()).doesNotContain("@");
                });
    }
}
