package posthorn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.check.Verdict;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.SharedCachingDns;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;
import posthorn.engine.spf.Result;
import posthorn.engine.spf.SpfCheck;
import posthorn.engine.spf.SpfEvaluator;
import posthorn.engine.spf.SpfQuery;
import posthorn.engine.spf.SpfResult;
import posthorn.engine.spf.SpfResult.Reason;

/// S-25 to S-27 over real sockets: zones made to hurt, asked over loopback by the whole SPF check
/// and by the evaluator. Each ends soon, with few questions, and with the right word for it.
@Timeout(30)
class HostileDnsTest {

    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final int MOST_QUERIES = 200;

    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicReference<Zone> zone = new AtomicReference<>(ZoneReader.read(""));
    private final DnsServer server = server();
    private final LiveDns dns = new LiveDns(List.of(server.address()), Duration.ofSeconds(2), 16);

    private DnsServer server() {
        var answers = new ZoneDns(zone::get);
        var loopback = IpText.parse("127.0.0.1").orElseThrow();
        try {
            return DnsServer.start(
                    new InetSocketAddress(loopback, 0),
                    question -> {
                        if (question.type() != RecordType.SOA) { // the server's own question
                            queries.incrementAndGet();
                        }
                        return answers.ask(question);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String text) {
        zone.set(ZoneReader.read(text));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SpfResult evaluated() {
        var client = IpText.parse("192.0.2.1").orElseThrow();
        var query = new SpfQuery(client, "mail.example.org", "alice@example.org", "mx.example.net");
        return new SpfEvaluator(dns, Clock.systemUTC()).evaluate(query);
    }

    private CheckResult checked() {
        queries.set(0);
        var result = SpfCheck.check().run(Target.of(DOMAIN), new Outside(dns, Clock.systemUTC()));
        assertThat(queries).hasValueLessThanOrEqualTo(MOST_QUERIES);
        return result;
    }

    private static void isSo(CheckResult result, String code) {
        assertThat(result.findings()).extracting(Finding::code).contains(code);
    }

    /// One record of strings of 200 octets.
    private static String strings(String text) {
        return IntStream.range(0, (text.length() + 199) / 200)
                .mapToObj(i -> text.substring(i * 200, Math.min(text.length(), i * 200 + 200)))
                .map(string -> '"' + string + '"')
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 2000})
    void includesBeyondTheTenthAreNotFollowed(int includes) {
        var record =
                IntStream.range(0, includes)
                        .mapToObj(i -> "include:i" + i + ".example.net")
                        .collect(Collectors.joining(" ", "v=spf1 ", " -all"));
        serve("example.org. TXT %s\n*.example.net. TXT \"v=spf1 -all\"".formatted(strings(record)));

        var result = evaluated();

        assertThat(result.result()).isEqualTo(Result.PERMERROR);
        assertThat(result.reason()).isEqualTo(Reason.TOO_MANY_LOOKUPS);
        assertThat(queries).hasValue(includes == 11 ? 11 : 12); // a long answer comes by TCP
        isSo(checked(), "spf.too-many-lookups");
    }

    @Test
    void includesThatMultiplyEnd() {
        var tens =
                IntStream.range(0, 10)
                        .mapToObj(i -> "include:i" + i + ".%{d}")
                        .collect(Collectors.joining(" ", "v=spf1 ", " -all"));
        serve(
                "example.org. TXT %1$s\n*.example.org. TXT %1$s\n*.*.example.org. TXT %1$s"
                        .formatted(strings(tens)));

        assertThat(evaluated().reason()).isEqualTo(Reason.TOO_MANY_LOOKUPS);
        isSo(checked(), "spf.too-many-lookups");
    }

    @Test
    void aTextOfSixtyThousandOctetsIsReadToItsEnd() {
        var record = "v=spf1 " + "ip4:198.51.100.1 ".repeat(3500) + "-all";
        serve("example.org. TXT " + strings(record));

        var result = evaluated();

        assertThat(dns.txt(DOMAIN).records())
                .extracting(Rdata.Text::joined)
                .containsExactly(record);
        assertThat(result.result()).isEqualTo(Result.FAIL);
        isSo(checked(), "spf.too-large");
    }

    @Test
    void octetsThatAreNoTextAreASyntaxError() {
        serve("example.org. TXT \"v=spf1 ip4:192.0.2.1\\000\\007\\027[2J\\255 -all\"");

        var result = evaluated();
        var report = checked();

        assertThat(result.result()).isEqualTo(Result.PERMERROR);
        assertThat(result.reason()).isEqualTo(Reason.SYNTAX);
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.transcript().text()).matches("[\\n\\x20-\\x7e]*").contains("\\027[2J");
    }

    @Test
    void ofAThousandNamesOfTheClientTenAreAskedFor() {
        var zone = new StringBuilder("example.org. TXT \"v=spf1 ptr -all\"\n");
        for (int i = 0; i < 1000; i++) {
            zone.append("1.2.0.192.in-addr.arpa. PTR h" + i + ".example.org.\n");
        }
        serve(zone.toString());

        assertThat(evaluated().result()).isEqualTo(Result.FAIL);
        assertThat(queries).hasValueLessThanOrEqualTo(13);
    }

    @Test
    void ofFiveHundredMailHostsNoneIsAskedFor() {
        var zone = new StringBuilder("example.org. TXT \"v=spf1 mx -all\"\n");
        for (int i = 0; i < 500; i++) {
            zone.append("example.org. MX 10 h" + i + ".example.org.\n");
        }
        serve(zone.toString());

        assertThat(evaluated().reason()).isEqualTo(Reason.TOO_MANY_MX);
        assertThat(queries).hasValueLessThanOrEqualTo(3);
        isSo(checked(), "spf.mx-over-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org. CNAME example.org.",
                "example.org. CNAME a.example.net.\na.example.net. CNAME example.org."
            })
    void aliasesThatNeverEndAreNoKnowledge(String zone) {
        serve(zone);

        assertThat(evaluated().result()).isEqualTo(Result.TEMPERROR);
        assertThat(checked().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!SERVFAIL", "!REFUSED", "!MALFORMED", "!TIMEOUT"})
    void whatTheServerDoesNotSayIsUnknown(String mark) {
        serve("example.org. " + mark);

        assertThat(evaluated().result()).isEqualTo(Result.TEMPERROR);
        assertThat(checked().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aLifetimeOfZeroIsNotKept() {
        serve("example.org. 0 TXT \"v=spf1 -all\"");
        var cache =
                new SharedCachingDns(
                        dns, SharedCachingDns.OCTETS, Duration.ofHours(1), Clock.systemUTC());

        cache.txt(DOMAIN);
        var again = cache.txt(DOMAIN);

        assertThat(again).isInstanceOf(Answer.Data.class);
        assertThat(queries).hasValue(2);
    }
}
