package posthorn.engine.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Target;
import posthorn.engine.check.Verdict;
import posthorn.engine.outside.DnsName;
import posthorn.engine.spf.SpfCheck;

/// The scenarios of Zonemaster's test case Zone11: what the servers of a zone say of its SPF
/// policy.
///
/// What its message tags are in our words:
///
/// | tag | findings |
/// |---|---|
/// | `Z11_SPF_SYNTAX_OK` | of `spf` none about the record, of `dns` no warning |
/// | `Z11_NO_SPF_FOUND` | `spf.missing` |
/// | `Z11_SPF_SYNTAX_ERROR` | one of those for terms that cannot be read |
/// | `Z11_SPF_MULTIPLE_RECORDS` | `spf.multiple` |
/// | `Z11_UNABLE_TO_CHECK_FOR_SPF` | `spf.unreachable` |
/// | `Z11_INCONSISTENT_SPF_POLICIES`, `Z11_DIFFERENT_SPF_POLICIES_FOUND` | a warning `dns.answers-differ` |
class ZonemasterTest {

    private static final String FOLDER = "zonemaster-zone11";
    private static final Path SCENARIOS =
            Path.of("src/test/resources/vectors/dns-zones", FOLDER, "scenarios.json");
    private static final ServedZones WORLD = ServedZones.coreDns(FOLDER, "zone11.cfg");
    private static final Set<String> UNREADABLE =
            Set.of(
                    "spf.unknown-mechanism",
                    "spf.bad-term",
                    "spf.bad-domain-spec",
                    "spf.non-ascii",
                    "spf.near-miss");

    private static final Set<String> ABOUT_ALL =
            Set.of("spf.multiple", "spf.missing", "spf.unreachable");

    /// The root, top-level domains and zones of reverse names: for Zonemaster no domains of mail.
    /// We judge a domain by the use that a person names, so these are parked. An empty policy is
    /// what we want of them, as there. One that names hosts is a notice there and is left to its
    /// owner here; none at all is fine there and a warning here, since anybody may then forge. The
    /// root is no domain that can be entered.
    private static final String NOT_OF_MAIL = "(ROOT|TLD|ARPA)-ZONE$";

    private static final Map<String, Verdict> PARKED =
            Map.of(
                    "no-spf-zone11",
                    Verdict.WARN,
                    "null-spf-zone11",
                    Verdict.OK,
                    "non-null-spf-zone11",
                    Verdict.OK,
                    "no-spf-arpa-zone.zone11.arpa",
                    Verdict.WARN,
                    "null-spf-arpa-zone.zone11.arpa",
                    Verdict.OK,
                    "non-null-spf-arpa-zone.zone11.arpa",
                    Verdict.OK);

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> all() throws IOException {
        return (List<Map<String, Object>>) new Yaml().load(Files.readString(SCENARIOS));
    }

    private static String name(Map<String, Object> scenario) {
        return String.valueOf(scenario.get("scenario"));
    }

    private static boolean isOfMail(String name) {
        return !name.matches(".*" + NOT_OF_MAIL);
    }

    static Stream<String> scenarios() throws IOException {
        return all().stream().map(ZonemasterTest::name).filter(ZonemasterTest::isOfMail);
    }

    @Test
    void noScenarioIsMissing() throws IOException {
        assertThat(all()).hasSize(23);
        assertThat(scenarios()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void saysWhatItsTagsMean(String scenario) throws IOException {
        var tags =
                all().stream()
                        .filter(one -> name(one).equals(scenario))
                        .flatMap(one ->
                                ((List<?>) Objects.requireNonNull(one.get("mandatory"))).stream())
                        .map(String::valueOf)
                        .toList();

        var findings = findings(DnsName.of(scenario.toLowerCase(Locale.ROOT) + ".zone11.xa"));

        assertThat(tags).isNotEmpty();
        tags.forEach(tag -> assertThat(isSaid(tag, findings)).as("%s: %s", tag, findings).isTrue());
    }

    static Set<String> parked() {
        return PARKED.keySet();
    }

    @ParameterizedTest
    @MethodSource("parked")
    void judgesZonesWithoutMailAsParkedOnes(String domain) {
        var target = new Target(DnsName.of(domain), Profile.PARKED, List.of(), List.of());
        var outside = WORLD.outside(Clock.systemUTC());

        assertThat(SpfCheck.check().run(target, outside).verdict()).isEqualTo(PARKED.get(domain));
        assertThat(DnsCheck.check().run(target, outside).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void theRootIsNoDomain() {
        assertThat(DnsName.fromPerson(".")).isEmpty();
    }

    private static List<Finding> findings(DnsName domain) {
        var outside = WORLD.outside(Clock.systemUTC());
        var findings = new ArrayList<>(SpfCheck.check().run(Target.of(domain), outside).findings());
        findings.addAll(DnsCheck.check().run(Target.of(domain), outside).findings());
        return findings;
    }

    private static boolean isSaid(String tag, List<Finding> findings) {
        return switch (tag) {
            case "Z11_SPF_SYNTAX_OK" -> isCalm(findings);
            case "Z11_NO_SPF_FOUND" -> has(findings, "spf.missing");
            case "Z11_SPF_SYNTAX_ERROR" ->
                    findings.stream().map(Finding::code).anyMatch(UNREADABLE::contains);
            case "Z11_SPF_MULTIPLE_RECORDS" -> has(findings, "spf.multiple");
            case "Z11_UNABLE_TO_CHECK_FOR_SPF" -> has(findings, "spf.unreachable");
            case "Z11_INCONSISTENT_SPF_POLICIES", "Z11_DIFFERENT_SPF_POLICIES_FOUND" ->
                    findings.stream()
                            .filter(finding -> finding.code().equals("dns.answers-differ"))
                            .anyMatch(f -> f.severity() == Severity.WARNING);
            default -> throw new IllegalArgumentException(tag);
        };
    }

    /// Nothing about the record itself, and no warning about the zone.
    private static boolean isCalm(List<Finding> findings) {
        return findings.stream()
                .noneMatch(finding ->
                        UNREADABLE.contains(finding.code())
                                || ABOUT_ALL.contains(finding.code())
                                || (finding.code().startsWith("dns.")
                                        && finding.severity().compareTo(Severity.NOTICE) > 0));
    }

    private static boolean has(List<Finding> findings, String code) {
        return findings.stream().map(Finding::code).anyMatch(code::equals);
    }
}
