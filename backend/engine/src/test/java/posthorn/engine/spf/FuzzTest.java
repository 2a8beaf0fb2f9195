package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;
import posthorn.engine.text.Texts;

/// Random and hostile records: nothing throws, nothing runs away.
class FuzzTest {

    private static final int RECORDS = 20_000;
    private static final long SEED = Long.getLong("fuzz.seed", 7208);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Source SOURCE = Source.local("fuzz");
    private static final List<String> PIECES =
            List.of(
                    "include:",
                    "redirect=",
                    "exp=",
                    "a",
                    "mx",
                    "ptr",
                    "exists:",
                    "ip4:",
                    "ip6:",
                    "all",
                    "-",
                    "~",
                    "?",
                    "+",
                    "/",
                    "//",
                    "0",
                    "24",
                    "33",
                    "129",
                    "%{",
                    "}",
                    "%{i}",
                    "%{ir}",
                    "%{l2r+-}",
                    "%{d}",
                    "%{D255r}",
                    "%{p}",
                    "%{h}",
                    "%%",
                    "%_",
                    "%-",
                    "%",
                    ".",
                    "..",
                    "example.org",
                    "a.example.net",
                    "b.example.net",
                    "192.0.2.1",
                    "2001:db8::",
                    "::",
                    ":",
                    "=",
                    " ",
                    "  ",
                    "\t",
                    "\u0000",
                    "\u00ef\u00bb\u00bf",
                    "\u00ff",
                    "\"",
                    "\\",
                    "\\.",
                    "(",
                    ";",
                    "@",
                    "$",
                    "ipv4:",
                    "note=",
                    "x".repeat(64),
                    "y.".repeat(130),
                    "v=spf1",
                    "ALL",
                    "_spf",
                    "xn--zckzah",
                    "999999999999999999999");

    private static final List<String> TERMS =
            List.of(
                    "include:a.example.net",
                    "-include:%{d}",
                    "?include:b.example.net",
                    "a",
                    "-mx",
                    "ptr:example.org",
                    "exists:%{ir}.%{v}.x.example.net",
                    "ip4:203.0.113.0/24",
                    "~ip4:192.0.2.0/24",
                    "ip6:2001:db8::/64",
                    "a:host1.example.org/24//64",
                    "mx:%{o}//96",
                    "-exists:%{p}.example.org",
                    "redirect=c.example.net",
                    "exp=why.%{d2}",
                    "note=%{l1r-}",
                    "-all",
                    "~all",
                    "?all");

    @Test
    void parserAndEvaluatorSurvive() {
        var seen = EnumSet.noneOf(Result.class);
        for (int i = 0; i < RECORDS; i++) {
            long seed = SEED + i;
            var dns = new RandomDns(new Random(seed));
            var query = query(new Random(seed));

            var result = new SpfEvaluator(dns, CLOCK).evaluate(query);

            assertThat(result.lookups()).as("seed %s", seed).isLessThanOrEqualTo(10);
            assertThat(result.voids()).as("seed %s", seed).isLessThanOrEqualTo(3);
            assertThat(dns.asked).as("seed %s", seed).isLessThanOrEqualTo(250);
            seen.add(result.result());
        }
        assertThat(seen).containsExactlyInAnyOrder(Result.values());
    }

    @Test
    void probeRulesAndTextsSurvive() {
        var texts = List.of(Texts.in(Locale.ENGLISH), Texts.in(Locale.GERMAN));
        for (int i = 0; i < RECORDS / 10; i++) {
            long seed = SEED + i;
            var dns = new RandomDns(new Random(seed));

            var result =
                    SpfCheck.check()
                            .run(Target.of(DnsName.of("example.org")), new Outside(dns, CLOCK));

            assertThat(result.findings()).as("seed %s", seed).isNotEmpty();
            assertThat(dns.asked).as("seed %s", seed).isLessThanOrEqualTo(600);
            texts.forEach(
                    in -> result.findings().forEach(f -> assertThat(in.sentence(f)).isNotBlank()));
        }
    }

    @Test
    void endlessInputIsReadInNoTime() {
        var hostile =
                List.of(
                        "a ".repeat(30_000),
                        "a".repeat(60_000),
                        "a:" + "a".repeat(60_000) + "!",
                        "a:x." + "a".repeat(60_000) + "!",
                        "ip4:" + "1".repeat(60_000),
                        "a" + "/1".repeat(30_000),
                        "note=x ".repeat(9_000),
                        "ipv4:192.0.2.1 ".repeat(4_000),
                        "include:a.example.net ".repeat(2_500),
                        "exists:" + "%{s}".repeat(15_000),
                        "exists:" + "%{d}.".repeat(12_000) + "org",
                        "- ".repeat(30_000) + "all");
        for (var terms : hostile) {
            long start = System.nanoTime();
            Dns dns =
                    question ->
                            new Answer.Data<>(
                                    List.of(Rdata.Text.of("v=spf1 " + terms)),
                                    60,
                                    false,
                                    List.of(),
                                    SOURCE);

            new SpfEvaluator(dns, CLOCK).evaluate(query(new Random(1)));
            SpfCheck.check().run(Target.of(DnsName.of("example.org")), new Outside(dns, CLOCK));

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(terms.substring(0, 20))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    private static SpfQuery query(Random random) {
        var ip = random.nextBoolean() ? "192.0.2.1" : "2001:db8::1";
        var helo = random.nextInt(3) == 0 ? text(random, 4) : "mail.example.org";
        var sender =
                random.nextInt(3) == 0 ? text(random, 6) + "@example.org" : "alice@example.org";
        return new SpfQuery(IpText.parse(ip).orElseThrow(), helo, sender, "");
    }

    private static String text(Random random, int pieces) {
        return IntStream.range(0, random.nextInt(pieces) + 1)
                .mapToObj(_ ->
                        random.nextInt(12) == 0
                                ? noise(random)
                                : PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private static String noise(Random random) {
        var bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Answers whatever is asked with something, often with records full of mistakes.
    private static final class RandomDns implements Dns {

        private final Random random;
        private int asked;

        RandomDns(Random random) {
            this.random = random;
        }

        @Override
        public Answer<Rdata> ask(Question question) {
            asked++;
            return switch (random.nextInt(14)) {
                case 0 -> new Answer.NoData<>(List.of(), SOURCE);
                case 1 -> new Answer.NxDomain<>(List.of(), SOURCE);
                case 2 -> new Answer.Failed<>(Failure.SERVFAIL, List.of(), SOURCE);
                default -> new Answer.Data<>(records(question), 60, false, List.of(), SOURCE);
            };
        }

        private List<Rdata> records(Question question) {
            int count = random.nextInt(8) == 0 ? random.nextInt(40) + 1 : 1;
            return IntStream.range(0, count).mapToObj(_ -> record(question)).toList();
        }

        private Rdata record(Question question) {
            return switch (question.type()) {
                case TXT, SPF -> Rdata.Text.of(record());
                case MX -> new Rdata.Mx(10, name());
                case A ->
                        new Rdata.Address(
                                IpText.parse("192.0.2." + random.nextInt(4)).orElseThrow());
                case AAAA ->
                        new Rdata.Address(
                                IpText.parse("2001:db8::" + random.nextInt(4)).orElseThrow());
                default -> new Rdata.Target(name());
            };
        }

        /// Mostly the version; then terms as they should be, or random pieces, or both.
        private String record() {
            var start = random.nextInt(9) == 0 ? "" : "v=spf1 ";
            var terms = new StringBuilder(start);
            for (int i = random.nextInt(8); i >= 0; i--) {
                terms.append(TERMS.get(random.nextInt(TERMS.size()))).append(' ');
            }
            return switch (random.nextInt(3)) {
                case 0 -> start + text(random, 14);
                case 1 -> terms.insert(random.nextInt(terms.length()), text(random, 2)).toString();
                default -> terms.toString();
            };
        }

        private DnsName name() {
            return random.nextInt(5) == 0
                    ? QueryName.of(text(random, 3)).orElse(DnsName.ROOT)
                    : DnsName.of("host" + random.nextInt(9) + ".example.org");
        }
    }
}
