package posthorn.app.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import posthorn.app.platform.web.Moment;
import posthorn.app.platform.web.Moments;
import posthorn.app.platform.web.Shown;

/// Pages filled by hand, to see how they look before anything real is behind them.
@TestConfiguration(proxyBeanMethods = false)
public class SamplePages {

    /// Text that tries what hostile records try.
    static final String HOSTILE = "<script>alert(1)</script>\u202egro.elpmaxe\u0007\"'&<b>";

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Controller
    static class SampleController {

        private final Moments moments;
        private final MessageSource messages;

        SampleController(Moments moments, MessageSource messages) {
            this.moments = moments;
            this.messages = messages;
        }

        @GetMapping("/sample/{view}/{kind}")
        String show(
                @PathVariable String view, @PathVariable String kind, Model model, Locale locale) {
            var samples = new Samples(moments, messages, locale);
            model.addAttribute("page", samples.page(view, kind));
            return "reports/" + view;
        }
    }

    private record Samples(Moments moments, MessageSource messages, Locale locale) {

        private EvidenceWords words() {
            return new EvidenceWords(messages, locale);
        }

        Object page(String view, String kind) {
            return switch (view) {
                case "domains" -> domains(kind);
                case "report" -> report(kind);
                case "check" ->
                        new CheckPage(
                                name(kind),
                                section("spf", "FAIL"),
                                host(),
                                ago(90_000),
                                ago(300),
                                changes());
                case "history" -> new HistoryPage(name(kind), changes(), intervals(), 1, 3);
                case "transcript" ->
                        new TranscriptPage(
                                name(kind),
                                "spf",
                                moment(90_000),
                                moment(300),
                                "example.org. 300 TXT \"v=spf1 -all\" ; ns1.example.org aa, 12 ms\n"
                                        + "_spf.example.net. !TIMEOUT\n"
                                        + posthorn.app.platform.web.Shown.of(HOSTILE),
                                "/domains/example.org/spf/transcript.txt");
                default -> throw new IllegalArgumentException(view);
            };
        }

        private DomainName name(String kind) {
            return kind.equals("hostile")
                    ? new DomainName(posthorn.app.platform.web.Shown.of(HOSTILE), "example.org")
                    : new DomainName("grüße.example", "xn--gre-6ka8i.example");
        }

        private DomainsPage domains(String kind) {
            if (kind.equals("empty")) {
                return new DomainsPage(List.of(), 0, "", 1, 1, true);
            }
            var rows =
                    List.of(
                            row(
                                    "sascha-brockel.de",
                                    "FAIL",
                                    "The SPF record names a mechanism that does not exist: ipv4:192.0.2.7. Receivers treat the whole record as an error.",
                                    "OK",
                                    "FAIL",
                                    "UNKNOWN",
                                    "WARN",
                                    "OK"),
                            row(
                                    "ladegast.net",
                                    "WARN",
                                    "The DMARC policy is “none”: receivers watch, but refuse nothing.",
                                    "OK",
                                    "OK",
                                    "OK",
                                    "WARN",
                                    "OK"),
                            row(
                                    "silent.example",
                                    "UNKNOWN",
                                    "No name server answered when we asked for MX.",
                                    "UNKNOWN",
                                    "OK",
                                    "OK",
                                    "OK",
                                    "UNKNOWN"),
                            row(
                                    "grüße.example",
                                    "OK",
                                    "The sender list is sound: 4 of 10 look-ups.",
                                    "OK",
                                    "OK",
                                    "OK",
                                    "OK",
                                    "NOT_APPLICABLE"),
                            row(
                                    "parked.example",
                                    "PAUSED",
                                    "",
                                    "OK",
                                    "OK",
                                    "NOT_APPLICABLE",
                                    "OK",
                                    "NOT_APPLICABLE"));
            return new DomainsPage(rows, 5, "", 1, 1, !kind.equals("bob"));
        }

        private DomainsPage.Row row(String name, String verdict, String sentence, String... marks) {
            var kinds = List.of("mx", "spf", "dkim", "dmarc", "dnsbl");
            var ascii = name.startsWith("gr") ? "xn--gre-6ka8i.example" : name;
            return new DomainsPage.Row(
                    new DomainName(name, ascii),
                    verdict,
                    verdict.equals("OK") ? "A" : "",
                    sentence,
                    kinds.stream()
                            .map(k -> new DomainsPage.Mark(k, marks[kinds.indexOf(k)]))
                            .filter(mark -> Set.of("FAIL", "WARN").contains(mark.verdict()))
                            .toList(),
                    Collections.frequency(List.of(marks), "UNKNOWN"),
                    Collections.frequency(List.of(marks), "OK"),
                    ago(420),
                    verdict.equals("PAUSED") ? List.of() : ago(-2_900));
        }

        private ReportPage report(String kind) {
            var good = kind.equals("good");
            var todo = good ? List.<FindingCard>of() : List.of(critical(), warning());
            var headline =
                    good
                            ? new ReportPage.Headline(
                                    "OK", "Mail of this domain is in good order.", "", "")
                            : new ReportPage.Headline(
                                    "FAIL",
                                    "Mail of this domain gets lost, refused or forged.",
                                    critical().sentence(),
                                    critical().fix());
            return new ReportPage(
                    name(kind),
                    headline,
                    tiles(good),
                    List.of(grade(good)),
                    todo,
                    List.of(
                            section("mx", "OK"),
                            section("spf", good ? "OK" : "FAIL"),
                            section("dkim", good ? "OK" : "UNKNOWN"),
                            section("dmarc", good ? "OK" : "WARN"),
                            section("dnsbl", "OK")),
                    host(),
                    good ? List.of() : changes(),
                    ago(300),
                    ago(-3_200),
                    kind.equals("paused"),
                    kind.equals("running"),
                    kind.equals("confirming"),
                    !kind.equals("bob"));
        }

        private GradePart grade(boolean good) {
            return new GradePart(
                    good ? "A" : "C",
                    good ? "OK" : "WARN",
                    good ? "96" : "79",
                    good ? "100" : "",
                    good ? "" : "16",
                    good ? List.of("A+ is for domains without a warning.") : List.of(),
                    List.of(
                            new GradePart.Line("mx", "12.0", "12.0", List.of(), List.of()),
                            new GradePart.Line(
                                    "spf",
                                    good ? "14.0" : "0.0",
                                    "14.0",
                                    good
                                            ? List.of()
                                            : List.of(
                                                    new GradePart.Cost(
                                                            critical().sentence(), "14.0")),
                                    good ? List.of() : ago(7_200)),
                            new GradePart.Line("dkim", "", "16.0", List.of(), List.of())),
                    good
                            ? List.of()
                            : List.of(
                                    new GradePart.Step(List.of(critical().sentence()), "14", "A"),
                                    new GradePart.Step(
                                            List.of(warning().sentence(), Shown.of(HOSTILE)),
                                            "",
                                            "A")));
        }

        private static HostChoice host() {
            return new HostChoice(
                    "ionos",
                    "IONOS",
                    true,
                    List.of(
                            new HostChoice.Option("ionos", "IONOS"),
                            new HostChoice.Option("cloudflare", "Cloudflare")));
        }

        private static Cure cure() {
            var text = "v=spf1 include:_spf.example.net ip4:192.0.2.7 ~all";
            return new Cure(
                    "replace",
                    "TXT",
                    "sascha-brockel.de",
                    List.of("v=spf1 include:_spf.example.net ipv4:192.0.2.7 ~all"),
                    "At IONOS: Domains & SSL",
                    List.of(
                            new Cure.Form(
                                    List.of(
                                            new Cure.Field("Type", "TXT"),
                                            new Cure.Field("Host name", ""),
                                            new Cure.Field("Value", text)))),
                    List.of("A hint."),
                    List.of("sascha-brockel.de. TXT \"" + text + "\""));
        }

        private List<ReportPage.Tile> tiles(boolean good) {
            var href = "/domains/example.org/";
            return List.of(
                    new ReportPage.Tile(
                            "mx", "OK", "Two MX hosts, both with addresses.", href + "mx"),
                    new ReportPage.Tile(
                            "spf",
                            good ? "OK" : "FAIL",
                            good ? "The sender list is sound." : critical().sentence(),
                            href + "spf"),
                    new ReportPage.Tile(
                            "dkim",
                            good ? "OK" : "UNKNOWN",
                            good
                                    ? "The key of selector s1 is sound."
                                    : "No selector is known, and keys cannot be listed from outside.",
                            href + "dkim"),
                    new ReportPage.Tile(
                            "dmarc",
                            good ? "OK" : "WARN",
                            good ? "Forged mail is refused." : warning().sentence(),
                            href + "dmarc"),
                    new ReportPage.Tile(
                            "dnsbl", "OK", "No list names your hosts.", href + "dnsbl"));
        }

        private CheckSection section(String kind, String verdict) {
            var records =
                    switch (kind) {
                        case "mx" -> List.of("10 mx1.example.org", "20 mx2.example.org");
                        case "spf" ->
                                List.of("v=spf1 include:_spf.example.net ipv4:192.0.2.7 ~all");
                        case "dmarc" -> List.of("v=DMARC1; p=none; rua=mailto:dmarc@example.org");
                        case "dkim" -> List.<String>of();
                        default -> List.<String>of();
                    };
            var findings =
                    switch (verdict) {
                        case "FAIL" -> List.of(critical(), info());
                        case "WARN" -> List.of(warning());
                        case "UNKNOWN" -> List.of(unknown());
                        default -> List.of(info());
                    };
            return new CheckSection(
                    kind,
                    verdict,
                    records,
                    findings,
                    List.of(),
                    "/domains/example.org/" + kind,
                    "/domains/example.org/" + kind + "/transcript");
        }

        private FindingCard critical() {
            return new FindingCard(
                    "CRITICAL",
                    "spf.unknown-mechanism",
                    "sascha-brockel.de",
                    "The SPF record names a mechanism that does not exist: ipv4:192.0.2.7.",
                    "Receivers treat the whole record as an error (permerror). It is as if you had published no list of senders at all, and strict receivers refuse your mail.",
                    "Write “ip4:” instead of “ipv4:”. The record below is yours with this one word corrected.",
                    words().of(evidence()),
                    List.of(cure()));
        }

        private FindingCard warning() {
            return new FindingCard(
                    "WARNING",
                    "dmarc.p-none",
                    "_dmarc.sascha-brockel.de",
                    "The DMARC policy is “none”: receivers watch, but refuse nothing.",
                    "Mail that somebody else sends in your name is delivered like yours.",
                    "When the reports show that all your own mail passes, publish p=quarantine, later p=reject.",
                    words().of(Map.of("record", "v=DMARC1; p=none; rua=mailto:dmarc@example.org")),
                    List.of());
        }

        private FindingCard unknown() {
            return new FindingCard(
                    "UNKNOWN",
                    "dkim.no-selector-known",
                    "sascha-brockel.de",
                    "No selector is known, and keys cannot be listed from outside.",
                    "Whether your mail is signed cannot be said. That is not a fault of your domain.",
                    "Enter the selector that your mail system uses; it stands after s= in the DKIM-Signature of any mail you sent.",
                    List.of(),
                    List.of());
        }

        private FindingCard info() {
            var key = new LinkedHashMap<String, Object>();
            key.put("selector", "s1");
            key.put("type", "rsa");
            key.put("bits", 2048L);
            var other = new LinkedHashMap<String, Object>(key);
            other.put("selector", HOSTILE);
            return new FindingCard(
                    "INFO",
                    "spf.softfail",
                    "sascha-brockel.de",
                    "The record ends with ~all: other hosts are marked, not refused.",
                    "",
                    "",
                    words().of(Map.of("keys", List.of(key, other))),
                    List.of());
        }

        private static Map<String, Object> evidence() {
            var leaf = node("include:_netblocks.example.net", 1, 2, List.of());
            var literal = node("ip4:198.51.100.0/24", 0, 2, List.of());
            var include = node("include:_spf.example.net", 2, 1, List.of(leaf, literal));
            var root = new LinkedHashMap<String, Object>();
            root.put("domain", "sascha-brockel.de");
            root.put("record", "v=spf1 include:_spf.example.net ipv4:192.0.2.7 ~all");
            root.put("lookups", 2L);
            root.put("children", List.of(include, node("ipv4:192.0.2.7", 0, 2, List.of())));
            var evidence = new LinkedHashMap<String, Object>();
            evidence.put("term", "ipv4:192.0.2.7");
            evidence.put("record", HOSTILE);
            evidence.put("tree", root);
            return evidence;
        }

        private static Map<String, Object> node(
                String term, long lookups, long total, List<Map<String, Object>> children) {
            var node = new LinkedHashMap<String, Object>();
            node.put("domain", "example.net");
            node.put("term", term);
            node.put("lookups", lookups);
            node.put("total", total);
            node.put("outcome", term.startsWith("ipv4") ? "unreadable" : "found");
            node.put("record", lookups > 0 ? "v=spf1 " + HOSTILE : "");
            node.put("addresses", lookups > 0 ? List.of() : List.of("198.51.100.0"));
            node.put("children", children);
            return node;
        }

        private List<ChangeEntry> changes() {
            return List.of(
                    new ChangeEntry(
                            moment(90_000),
                            "spf",
                            "OK",
                            "FAIL",
                            false,
                            List.of(
                                    new ChangeEntry.Line(
                                            "appeared", "CRITICAL", critical().sentence()),
                                    new ChangeEntry.Line(
                                            "cleared", "INFO", "The sender list is sound.")),
                            RecordDiff.between(
                                    List.of("v=spf1 include:_spf.example.net ip4:192.0.2.7 ~all"),
                                    List.of("v=spf1 include:_spf.example.net ipv4:192.0.2.7 ~all")),
                            "/domains/example.org/spf/transcripts/7"),
                    new ChangeEntry(
                            moment(900_000),
                            "dmarc",
                            "FAIL",
                            "WARN",
                            true,
                            List.of(
                                    new ChangeEntry.Line(
                                            "cleared", "CRITICAL", "There was no DMARC record.")),
                            RecordDiff.between(
                                    List.of(),
                                    List.of("v=DMARC1; p=none; rua=mailto:dmarc@example.org")),
                            "/domains/example.org/dmarc/transcripts/3"));
        }

        private List<HistoryPage.Interval> intervals() {
            return List.of(
                    new HistoryPage.Interval(
                            "spf",
                            "FAIL",
                            moment(90_000),
                            moment(300),
                            true,
                            25,
                            "/domains/example.org/spf/transcripts/7"),
                    new HistoryPage.Interval(
                            "spf",
                            "OK",
                            moment(2_000_000),
                            moment(93_600),
                            false,
                            530,
                            "/domains/example.org/spf/transcripts/2"));
        }

        private List<Moment> ago(long seconds) {
            return List.of(moment(seconds));
        }

        private Moment moment(long seconds) {
            return moments.of(NOW.minus(Duration.ofSeconds(seconds)), locale, ZoneOffset.UTC);
        }
    }
}
