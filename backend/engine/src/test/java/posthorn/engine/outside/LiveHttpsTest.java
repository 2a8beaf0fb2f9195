package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.HttpsAnswer.Answered;
import posthorn.engine.outside.HttpsAnswer.Failed;
import posthorn.engine.outside.HttpsAnswer.Why;
import posthorn.engine.outside.ScriptedHost.Script;

@Timeout(30)
class LiveHttpsTest {

    private static final String HOST = "mta-sts.example.org";
    private static final URI POLICY = URI.create("https://" + HOST + "/.well-known/mta-sts.txt");
    private static final InetAddress ADDRESS = IpText.four("192.0.2.80").orElseThrow();
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Dns DNS = zone(HOST + ". A 192.0.2.80\n" + HOST + ". !NODATA AAAA");
    private static final SSLContext GOOD =
            Certificates.server(Certificates.of(HOST), Certificates.BETWEEN.certificate());

    private static Dns zone(String text) {
        return new ZoneDns(ZoneReader.read(text));
    }

    private static HttpsAnswer get(ScriptedHost host, Dns dns, URI address, Duration total) {
        return new LiveHttps(host.as(ADDRESS, 443), Certificates.TRUST, dns, LONG, total)
                .get(address);
    }

    private static HttpsAnswer get(SSLContext context, Duration total, Script answer) {
        Script all =
                talk -> {
                    talk.encrypt(context).hearHead();
                    answer.talk(talk);
                };
        try (var host = new ScriptedHost(all)) {
            return get(host, DNS, POLICY, total);
        }
    }

    private static HttpsAnswer get(String... lines) {
        return get(GOOD, LONG, talk -> talk.raw(String.join("\r\n", lines)));
    }

    private static Answered answered(String... lines) {
        return (Answered) get(lines);
    }

    private static Why why(HttpsAnswer answer) {
        return ((Failed) answer).why();
    }

    @Test
    void asksForOneFile() {
        try (var host =
                new ScriptedHost(talk -> {
                    talk.encrypt(GOOD).hearHead();
                    talk.raw(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                                    + "Content-Length: 17\r\n\r\nversion: STSv1\r\nx");
                })) {
            var answer = (Answered) get(host, DNS, POLICY, LONG);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.type()).isEqualTo("text/plain");
            assertThat(answer.body()).isEqualTo("version: STSv1\r\nx");
            assertThat(answer.session().version()).isEqualTo("TLSv1.3");
            assertThat(answer.session().trust()).isEqualTo(TlsSession.Trust.TRUSTED);
            assertThat(host.heard())
                    .startsWith("GET /.well-known/mta-sts.txt HTTP/1.1", "Host: " + HOST)
                    .contains("Accept-Encoding: identity", "Connection: close");
        }
    }

    @Test
    void readsChunksAndBodiesWithoutALength() {
        assertThat(
                        answered(
                                        "HTTP/1.1 200 OK",
                                        "Transfer-Encoding: chunked",
                                        "",
                                        "4;x=y",
                                        "vers",
                                        "A",
                                        "ion: STSv1",
                                        "0",
                                        "Trailer: no",
                                        "",
                                        "")
                                .body())
                .isEqualTo("version: STSv1");
        assertThat(answered("HTTP/1.0 200 OK", "", "version: STSv1").body())
                .isEqualTo("version: STSv1");
        assertThat(
                        answered(
                                        "HTTP/1.1 103 Early Hints",
                                        "Link: </x>",
                                        "",
                                        "HTTP/1.1 204",
                                        "",
                                        "")
                                .status())
                .isEqualTo(204);
    }

    @Test
    void doesNotFollowARedirect() {
        try (var trap = new ScriptedHost(_ -> {})) {
            var inside = "https://127.0.0.1:" + trap.address().getPort() + "/";

            var answer = answered("HTTP/1.1 302 Found", "Location: " + inside, "", "elsewhere");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo(inside);
            assertThat(answer.body()).isEmpty();
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void takesNoBodyThatIsNotAskedFor() {
        var answer =
                (Answered)
                        get(
                                GOOD,
                                LONG,
                                talk ->
                                        talk.raw("HTTP/1.1 404 Not Found\r\n\r\n")
                                                .raw("x".repeat(1_000_000)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesSixtyFourKibibytesOfAPolicyAndNoOctetMore() {
        int limit = 64 * 1024;

        assertThat(answered(sized(limit)).body()).hasSize(limit);
        assertThat(why(get(sized(limit + 1)))).isEqualTo(Why.TOO_LARGE);
        assertThat(answered(chunked(limit)).body()).hasSize(limit);
        assertThat(why(get(chunked(limit + 1)))).isEqualTo(Why.TOO_LARGE);
        assertThat(answered(endless(limit)).body()).hasSize(limit);
        assertThat(why(get(endless(limit + 1)))).isEqualTo(Why.TOO_LARGE);
        assertThat(why(get("HTTP/1.1 200 OK", "Content-Length: 99999999999999999999", "", "x")))
                .isEqualTo(Why.TOO_LARGE);
    }

    private static String[] sized(int size) {
        return new String[] {"HTTP/1.1 200 OK", "Content-Length: " + size, "", "x".repeat(size)};
    }

    private static String[] endless(int size) {
        return new String[] {"HTTP/1.1 200 OK", "", "x".repeat(size)};
    }

    private static String[] chunked(int size) {
        return new String[] {
            "HTTP/1.1 200 OK",
            "Transfer-Encoding: chunked",
            "",
            Integer.toHexString(size),
            "x".repeat(size),
            "0",
            "",
            ""
        };
    }

    @Test
    void hasALimitForEachKindOfFile() {
        assertThat(Https.limit(POLICY)).isEqualTo(64 * 1024);
        assertThat(Https.limit(URI.create("https://example.org/Logo.SVG"))).isEqualTo(128 * 1024);
        assertThat(Https.limit(URI.create("https://example.org/vmc.pem"))).isEqualTo(256 * 1024);
    }

    @Test
    void readsNoEndlessBodyAndNoEndlessHead() {
        Script body =
                talk -> {
                    talk.raw("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        talk.raw("x".repeat(10_000));
                    }
                };
        Script head =
                talk -> {
                    talk.raw("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        talk.raw("X-More: and more\r\n");
                    }
                };

        assertThat(why(get(GOOD, LONG, body))).isEqualTo(Why.TOO_LARGE);
        assertThat(why(get(GOOD, LONG, head))).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void isNotKeptByADrippingAnswer() {
        long begun = System.nanoTime();

        var answer =
                get(GOOD, SHORT, talk -> talk.drip("HTTP/1.1 200 OK\r\nX: " + "x".repeat(900), 20));

        assertThat(why(answer)).isEqualTo(Why.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        for (var lines :
                List.of(
                        List.of("SSH-2.0-OpenSSH", "", ""),
                        List.of("HTTP/2 200", "", ""),
                        List.of("HTTP/1.1 2000 OK", "", ""),
                        List.of("HTTP/1.1 200 OK", "no field", "", ""),
                        List.of("HTTP/1.1 200 OK", "X: 1", " folded", "", ""),
                        List.of("HTTP/1.1 200 OK", "Content-Length : 1", "", "x"),
                        List.of("HTTP/1.1 200 OK", "Content-Length: -1", "", "x"),
                        List.of("HTTP/1.1 200 OK", "Content-Length: 9", "", "x"),
                        List.of(
                                "HTTP/1.1 200 OK",
                                "Content-Length: 1",
                                "Content-Length: 2",
                                "",
                                "x"),
                        List.of("HTTP/1.1 200 OK", "Transfer-Encoding: gzip", "", "x"),
                        List.of(
                                "HTTP/1.1 200 OK",
                                "Transfer-Encoding: chunked",
                                "Content-Length: 1",
                                "",
                                "x"),
                        List.of("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "-1", "x"),
                        List.of("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "2", "xxx"),
                        List.of("HTTP/1.1 200 OK", "Content-Encoding: gzip", "", "x"),
                        List.of("HTTP/1.1 200 OK"))) {
            assertThat(why(get(lines.toArray(String[]::new))))
                    .as("%s", lines)
                    .isEqualTo(Why.MALFORMED);
        }
    }

    @Test
    void saysWhatIsWrongWithACertificate() {
        var between = Certificates.BETWEEN.certificate();

        assertThat(refused(Certificates.server(Certificates.of("example.org"), between)))
                .isEqualTo(new Failed(Why.CERTIFICATE, "name"));
        assertThat(refused(Certificates.server(Certificates.expired(HOST), between)))
                .isEqualTo(new Failed(Why.CERTIFICATE, "expired"));
        assertThat(refused(Certificates.server(Certificates.selfSigned(HOST))))
                .isEqualTo(new Failed(Why.CERTIFICATE, "untrusted"));
        assertThat(refused(Certificates.server(Certificates.of(HOST))))
                .isEqualTo(new Failed(Why.CERTIFICATE, "untrusted"));
        assertThat(refused(Certificates.server(Certificates.forged(HOST), between)))
                .isEqualTo(new Failed(Why.CERTIFICATE, "untrusted"));
        assertThat(refused(Certificates.server(Certificates.forClients(HOST), between)))
                .isEqualTo(new Failed(Why.CERTIFICATE, "untrusted"));
    }

    private static HttpsAnswer refused(SSLContext context) {
        return get(context, LONG, talk -> talk.raw("HTTP/1.1 200 OK\r\n\r\n"));
    }

    @Test
    void tellsFailedHandshakes() {
        try (var old = new ScriptedHost(talk -> talk.raw(ScriptedHost.OLD_HELLO).pause(100));
                var plain = new ScriptedHost(talk -> talk.say("HTTP/1.1 400 Bad Request"));
                var slow = new ScriptedHost(talk -> talk.pause(10_000))) {
            assertThat(get(old, DNS, POLICY, LONG))
                    .isEqualTo(new Failed(Why.TLS, "protocol_version"));
            assertThat(get(plain, DNS, POLICY, LONG)).isEqualTo(new Failed(Why.TLS, "not TLS"));
            assertThat(why(get(slow, DNS, POLICY, SHORT))).isEqualTo(Why.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mta-sts.example.org/",
                "ftp://mta-sts.example.org/",
                "file:///etc/passwd",
                "mta-sts.example.org",
                "https:mta-sts.example.org",
                "https://alice@mta-sts.example.org/",
                "https://alice:secret@mta-sts.example.org/",
                "https://@mta-sts.example.org/",
                "https://mta-sts.example.org:80/",
                "https://mta-sts.example.org:22/",
                "https://mta-sts.example.org:0/",
                "https://localhost/",
                "https://metadata/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.0.1./",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.1/",
                "https://127.0.0.0x1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://192.0.2.80/",
                "https://[2001:db8::1]/",
                "https://mta_sts..example.org/"
            })
    void refusesAddressesThatAreNoneOfTheWeb(String text) {
        try (var trap = new ScriptedHost(_ -> {})) {
            var asked = new AtomicInteger();
            Dns counting =
                    question -> {
                        asked.incrementAndGet();
                        return DNS.ask(question);
                    };

            assertThat(why(get(trap, counting, URI.create(text), LONG))).isEqualTo(Why.FORBIDDEN);
            assertThat(asked).hasValue(0);
            assertThat(trap.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 127.0.0.1",
                "A 10.0.0.1",
                "A 169.254.169.254",
                "A 100.64.0.1",
                "A 0.0.0.0",
                "A 192.0.0.8",
                "A 198.18.0.1",
                "A 224.0.0.1",
                "A 255.255.255.255",
                "AAAA ::1",
                "AAAA ::ffff:127.0.0.1",
                "AAAA 64:ff9b::7f00:1",
                "AAAA 2002:7f00:1::1",
                "AAAA 2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "AAAA fd00:ec2::254",
                "AAAA fe80::1"
            })
    void refusesHostsInsideAlsoWhenTheyAreOutsideAtTheSameTime(String record) {
        var https =
                new LiveHttps(Routes.internet(), Certificates.TRUST, zone(HOST + ". " + record));
        var mixed = zone(HOST + ". " + record + "\n" + HOST + ". A 8.8.8.8");

        assertThat(why(https.get(POLICY))).isEqualTo(Why.FORBIDDEN);
        assertThat(why(new LiveHttps(Routes.internet(), Certificates.TRUST, mixed).get(POLICY)))
                .isEqualTo(Why.FORBIDDEN);
    }

    /// The second answer of a resolver that changes its mind is never asked for.
    @Test
    void looksANameUpOnce() {
        var asked = new AtomicInteger();
        Dns rebinding =
                question -> {
                    boolean first = asked.incrementAndGet() <= 2;
                    return zone(HOST + ". A " + (first ? "192.0.2.80" : "127.0.0.1")).ask(question);
                };
        try (var host =
                new ScriptedHost(talk -> {
                    talk.encrypt(GOOD).hearHead();
                    talk.raw("HTTP/1.1 204 No Content\r\n\r\n");
                })) {
            assertThat(get(host, rebinding, POLICY, LONG)).isInstanceOf(Answered.class);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void findsNobodyAtAddressesOfExamples() {
        var https = new LiveHttps(Routes.internet(), Certificates.TRUST, DNS);

        assertThat(https.get(POLICY)).isEqualTo(new Failed(Why.TIMEOUT, "no way there from here"));
    }

    @Test
    void tellsSilenceFromNothing() {
        try (var host = new ScriptedHost(_ -> {})) {
            assertThat(why(get(host, zone(HOST + ". TXT x"), POLICY, LONG)))
                    .isEqualTo(Why.NO_ADDRESS);
            assertThat(why(get(host, zone(HOST + ". !SERVFAIL"), POLICY, LONG)))
                    .isEqualTo(Why.DNS_SILENT);
            assertThat(
                            why(
                                    get(
                                            host,
                                            zone(HOST + ". !NODATA A\n" + HOST + ". !TIMEOUT AAAA"),
                                            POLICY,
                                            LONG)))
                    .isEqualTo(Why.DNS_SILENT);
        }
    }

    @Test
    void tellsAClosedPort() {
        var routes =
                Routes.only(Map.of(new InetSocketAddress(ADDRESS, 443), ScriptedHost.closed()));

        assertThat(why(new LiveHttps(routes, Certificates.TRUST, DNS).get(POLICY)))
                .isEqualTo(Why.REFUSED);
    }
}
