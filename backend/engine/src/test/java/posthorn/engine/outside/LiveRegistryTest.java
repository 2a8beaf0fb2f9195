package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.HttpsAnswer.Answered;
import posthorn.engine.outside.HttpsAnswer.Failed;
import posthorn.engine.outside.Registration.Dated;
import posthorn.engine.outside.Registration.NotFound;
import posthorn.engine.outside.Registration.Unknown;
import posthorn.engine.outside.Registration.Why;

@Timeout(30)
class LiveRegistryTest {

    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final String LIST = LiveRegistry.SERVICES.toString();
    private static final String ASKED = "https://rdap.example.net/v1/domain/example.org";
    private static final String SERVICES =
            """
            {"services": [[["org"], ["https://rdap.example.net/v1/"]],
                          [["co.org"], ["https://rdap.example.com/"]]]}
            """;
    private static final String ANSWER =
            """
            {"objectClassName": "domain", "ldhName": "example.org",
             "events": [{"eventAction": "expiration", "eventDate": "2027-01-01T00:00:00Z"}]}
            """;
    private static final Registration REGISTERED =
            new Dated(Instant.parse("2027-01-01T00:00:00Z"), List.of());
    private static final TlsSession SESSION =
            new TlsSession("TLSv1.3", "TLS_X", List.of(), TlsSession.Trust.TRUSTED);

    private final SettableClock clock = new SettableClock();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, HttpsAnswer> web = new ConcurrentHashMap<>();
    private final LiveRegistry registry = new LiveRegistry(this::get, clock);

    LiveRegistryTest() {
        web.put(LIST, answer(200, SERVICES));
        web.put(ASKED, answer(200, ANSWER));
    }

    private HttpsAnswer get(URI address) {
        asked.add(address.toString());
        return web.getOrDefault(address.toString(), new Failed(HttpsAnswer.Why.TIMEOUT, ""));
    }

    private static HttpsAnswer answer(int status, String body) {
        return new Answered(status, "application/rdap+json", "", body, SESSION);
    }

    private static HttpsAnswer redirect(int status, String location) {
        return new Answered(status, "", location, "", SESSION);
    }

    private static Registration unknown(Why why) {
        return new Unknown(why);
    }

    @Test
    void asksTheRegistryOfTheTopLevelDomain() {
        assertThat(registry.of(DOMAIN)).isEqualTo(REGISTERED);
        assertThat(asked).containsExactly(LIST, ASKED);
    }

    @Test
    void asksWhoAnswersForMostOfTheName() {
        assertThat(registry.of(DnsName.of("example.co.org"))).isEqualTo(unknown(Why.SILENT));
        assertThat(asked).last().isEqualTo("https://rdap.example.com/domain/example.co.org");
    }

    @Test
    void asksNobodyWhereNoServiceIsKnown() {
        assertThat(registry.of(DnsName.of("example.test"))).isEqualTo(unknown(Why.NO_SERVICE));
        assertThat(registry.of(DnsName.of("org"))).isEqualTo(unknown(Why.NO_SERVICE));
        assertThat(registry.of(DnsName.of("a b.org"))).isEqualTo(unknown(Why.NO_SERVICE));
        assertThat(asked).containsExactly(LIST);
    }

    @Test
    void fetchesTheListOnceADay() {
        registry.of(DOMAIN);
        clock.add(Duration.ofHours(23));
        registry.of(DOMAIN);
        assertThat(asked).containsOnlyOnce(LIST);

        clock.add(Duration.ofHours(1));
        registry.of(DOMAIN);

        assertThat(asked.stream().filter(LIST::equals)).hasSize(2);
    }

    @Test
    void keepsTheListOfYesterdayWhileThereIsNone() {
        registry.of(DOMAIN);
        web.put(LIST, answer(200, "{}"));
        clock.add(Duration.ofHours(24));

        assertThat(registry.of(DOMAIN)).isEqualTo(REGISTERED);
    }

    @Test
    void triesAgainForAListAfterAnHour() {
        web.put(LIST, answer(500, ""));
        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(Why.NO_SERVICE));
        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(Why.NO_SERVICE));
        assertThat(asked).hasSize(1);

        web.put(LIST, answer(200, SERVICES));
        clock.add(Duration.ofHours(1));

        assertThat(registry.of(DOMAIN)).isEqualTo(REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED",
        "403, MALFORMED",
        "429, REFUSED",
        "500, SILENT",
        "503, REFUSED",
        "204, MALFORMED"
    })
    void knowsNothingFromARefusal(int status, Why why) {
        web.put(ASKED, answer(status, ""));

        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(why));
    }

    @Test
    void believesARegistryThatDoesNotKnowTheDomain() {
        web.put(ASKED, answer(404, ""));

        assertThat(registry.of(DOMAIN)).isEqualTo(new NotFound());
    }

    @Test
    void knowsNothingFromNonsense() {
        web.put(ASKED, answer(200, "<html>"));

        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(Why.MALFORMED));
    }

    @Test
    void leavesARegistryAloneThatDoesNotWantToAnswer() {
        web.put(ASKED, answer(429, ""));
        registry.of(DOMAIN);
        web.put(ASKED, answer(200, ANSWER));
        clock.add(Duration.ofMinutes(59));

        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(Why.REFUSED));
        assertThat(registry.of(DnsName.of("example.co.org"))).isEqualTo(unknown(Why.SILENT));
        assertThat(asked).containsOnlyOnce(ASKED);

        clock.add(Duration.ofMinutes(1));
        assertThat(registry.of(DOMAIN)).isEqualTo(REGISTERED);
    }

    @Test
    void asksARegistryOneQuestionAtATime() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var live =
                new LiveRegistry(
                        address -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            now.decrementAndGet();
                            return address.equals(LiveRegistry.SERVICES)
                                    ? answer(200, SERVICES)
                                    : answer(404, "");
                        },
                        clock);

        var answers =
                Parallel.map(
                        IntStream.range(0, 200).boxed().toList(),
                        200,
                        i -> live.of(DnsName.of("d" + i + ".org")));

        assertThat(answers).hasSize(200).containsOnly(new NotFound());
        assertThat(most).hasValue(1);
    }

    @Test
    void followsTwoRedirects() {
        web.put(ASKED, redirect(302, "elsewhere"));
        web.put(
                "https://rdap.example.net/v1/domain/elsewhere",
                redirect(301, "https://rdap.example.com/x"));
        web.put("https://rdap.example.com/x", answer(200, ANSWER));

        assertThat(registry.of(DOMAIN)).isEqualTo(REGISTERED);
    }

    @Test
    void followsNoThirdRedirect() {
        web.put(ASKED, redirect(302, ASKED));

        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(Why.MALFORMED));
        assertThat(asked).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://rdap.example.net/domain/example.org",
                "https://127.0.0.1/domain/example.org",
                "https://localhost/",
                "https://alice@rdap.example.net/",
                "https://rdap.example.net:22/",
                "file:///etc/passwd",
                "https://[",
                "a b"
            })
    void followsNoRedirectToWhereNobodyIsAsked(String location) {
        web.put(ASKED, redirect(302, location));

        assertThat(registry.of(DOMAIN)).isEqualTo(unknown(Why.MALFORMED));
        assertThat(asked).containsExactly(LIST, ASKED);
    }

    @Test
    void asksOverGuardedConnections() {
        var address = IpText.four("192.0.2.80").orElseThrow();
        var host = "rdap.example.net";
        var context =
                Certificates.server(Certificates.of(host), Certificates.BETWEEN.certificate());
        try (var server =
                new ScriptedHost(talk -> {
                    talk.encrypt(context).hearHead();
                    talk.raw("HTTP/1.1 200 OK\r\n\r\n" + ANSWER);
                })) {
            var https = guarded(server.as(address, 443), host);

            var live =
                    new LiveRegistry(
                            uri -> uri.equals(LiveRegistry.SERVICES) ? get(uri) : https.get(uri),
                            clock);

            assertThat(live.of(DOMAIN)).isEqualTo(REGISTERED);
            assertThat(server.heard())
                    .startsWith("GET /v1/domain/example.org HTTP/1.1", "Host: " + host)
                    .contains("Accept: application/rdap+json, application/json");
        }
    }

    private static Https guarded(Routes routes, String host) {
        var dns = new ZoneDns(ZoneReader.read(host + ". A 192.0.2.80\n" + host + ". !NODATA AAAA"));
        return new LiveHttps(routes, Certificates.TRUST, dns).accepting(LiveRegistry.TYPES);
    }

    @Test
    void asksNoRegistryInsideOurOwnNetwork() {
        var inside = new ZoneDns(ZoneReader.read("rdap.example.net. A 10.0.0.1"));
        var https = new LiveHttps(Routes.internet(), Certificates.TRUST, inside);
        var live =
                new LiveRegistry(
                        uri -> uri.equals(LiveRegistry.SERVICES) ? get(uri) : https.get(uri),
                        clock);

        assertThat(live.of(DOMAIN)).isEqualTo(unknown(Why.MALFORMED));
    }

    @Test
    void takesALongListOfRegistries() {
        assertThat(Https.limit(LiveRegistry.SERVICES)).isEqualTo(512 * 1024);
        assertThat(Https.limit(URI.create("https://www.example.org/rdap/dns.json")))
                .isEqualTo(256 * 1024);
    }
}
