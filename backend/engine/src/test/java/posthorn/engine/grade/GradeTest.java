package posthorn.engine.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.SelectorPast;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Target;
import posthorn.engine.check.Verdict;
import posthorn.engine.outside.DnsName;
import posthorn.engine.text.Texts;

class GradeTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final DnsName DOMAIN = DnsName.of("example.org");

    private static Target proven(Profile profile) {
        var past = new SelectorPast.Signed("s1", NOON.minus(3, ChronoUnit.DAYS));
        return new Target(DOMAIN, profile, List.of(), List.of(), List.of(past));
    }

    private static final Target PROVEN = proven(Profile.SENDS_AND_RECEIVES);

    /// A domain at which all checks are fine, but for these.
    private static List<Judged> but(Judged... others) {
        var checks = new ArrayList<Judged>();
        for (var kind : Weights.OF.keySet()) {
            checks.add(
                    Arrays.stream(others)
                            .filter(other -> other.kind().equals(kind))
                            .findFirst()
                            .orElseGet(() -> says(info(kind + ".ok", DOMAIN))));
        }
        return checks;
    }

    private static Judged says(Finding... findings) {
        var first = findings[0].code();
        return new Judged(
                first.substring(0, first.indexOf('.')),
                Verdict.of(List.of(findings)),
                List.of(findings));
    }

    private static Judged silent(String kind) {
        return says(unknown(kind + ".unanswered", DOMAIN));
    }

    private static Judged absent(String kind) {
        return new Judged(kind, Verdict.NOT_APPLICABLE, List.of());
    }

    private static Grade grade(List<Judged> checks) {
        return Grade.of(PROVEN, NOON, checks);
    }

    private static List<Fix> fixes(List<Judged> checks) {
        return Fixes.of(PROVEN, NOON, checks);
    }

    @Test
    void allChecksTogetherAreWorthAHundred() {
        assertThat(Weights.OF.values().stream().mapToInt(weight -> weight).sum()).isEqualTo(100);
    }

    @Test
    void aPerfectDomainThatIsProvenGetsTheBestGrade() {
        var grade = grade(but());

        assertThat(grade.letter()).isEqualTo(Letter.A_PLUS);
        assertThat(grade.score()).isEqualTo(100);
        assertThat(grade.limits()).isEmpty();
        assertThat(fixes(but())).isEmpty();
    }

    @Test
    void withoutProofOfDkimTheBestIsA() {
        var stale = new SelectorPast.Signed("s1", NOON.minus(31, ChronoUnit.DAYS));
        var target =
                new Target(
                        DOMAIN, Profile.SENDS_AND_RECEIVES, List.of(), List.of(), List.of(stale));

        var grade = Grade.of(target, NOON, but());

        assertThat(grade.letter()).isEqualTo(Letter.A);
        assertThat(grade.score()).isEqualTo(96);
        assertThat(grade.sum()).isEqualTo(100);
        assertThat(grade.binding()).containsExactly(new Limit(Ceiling.DKIM_UNPROVEN, List.of()));
    }

    @Test
    void aDomainThatNeverSendsNeedsNoProof() {
        var target = new Target(DOMAIN, Profile.PARKED, List.of(), List.of());

        assertThat(Grade.of(target, NOON, but()).letter()).isEqualTo(Letter.A_PLUS);
    }

    @Test
    void eitherMtaStsOrDaneIsEnough() {
        var neither = but(says(info("mtasts.absent", DOMAIN)), says(info("dane.absent", DOMAIN)));
        var one = but(says(info("mtasts.absent", DOMAIN)));
        var unseen = but(says(info("mtasts.absent", DOMAIN)), silent("dane"));

        assertThat(grade(neither).letter()).isEqualTo(Letter.A);
        assertThat(grade(neither).binding())
                .extracting(Limit::ceiling)
                .containsExactly(Ceiling.ENCRYPTION_OPTIONAL);
        assertThat(grade(one).letter()).isEqualTo(Letter.A_PLUS);
        assertThat(grade(unseen).letter()).isEqualTo(Letter.A_PLUS);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "0, 0, 1, 0.8",
        "0, 0, 5, 2.4",
        "0, 1, 0, 8",
        "0, 1, 1, 8.8",
        "0, 2, 0, 10.4",
        "0, 3, 0, 12",
        "0, 9, 4, 12",
        "1, 0, 0, 16",
        "2, 3, 4, 16",
    })
    void pointsAreLostByTheWorst(int critical, int warnings, int notices, double lost) {
        var findings = new ArrayList<Finding>();
        findings.add(info("dkim.cname-ok", "s1"));
        add(findings, critical, Severity.CRITICAL);
        add(findings, warnings, Severity.WARNING);
        add(findings, notices, Severity.NOTICE);

        var line = line(grade(but(says(findings.toArray(Finding[]::new)))), "dkim");

        assertThat(line.lost()).isCloseTo(lost, within(1e-9));
        assertThat(line.possible()).isCloseTo(16, within(1e-9));
    }

    private static void add(List<Finding> findings, int count, Severity severity) {
        for (int i = 0; i < count; i++) {
            findings.add(Finding.of(severity, "dkim.made-up-" + severity, "s" + i));
        }
    }

    private static Line line(Grade grade, String kind) {
        return grade.lines().stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beneathACriticalFindingOthersCostNothing() {
        var dkim = says(critical("dkim.rsa-under-1024", "s1"), warning("dkim.testing", "s1"));

        assertThat(line(grade(but(dkim)), "dkim"))
                .isEqualTo(
                        new Line.Counted(
                                "dkim",
                                16,
                                List.of(
                                        new Line.Loss(dkim.findings().get(0), 16),
                                        new Line.Loss(dkim.findings().get(1), 0))));
    }

    @Test
    void whatDoesNotApplyIsSharedOut() {
        var grade = grade(but(absent("dnsbl"), says(warning("spf.no-all", DOMAIN))));

        assertThat(grade.lines()).extracting(Line::kind).doesNotContain("dnsbl");
        assertThat(grade.lines().stream().mapToDouble(Line::possible).sum())
                .isCloseTo(100, within(1e-9));
        assertThat(line(grade, "spf").lost()).isCloseTo(14 / 0.9 / 2, within(1e-9));
    }

    @Test
    void whatIsUnknownCostsNothingAndIsTold() {
        var grade = grade(but(silent("spf"), silent("rdns")));

        assertThat(grade.letter()).isEqualTo(Letter.A_PLUS);
        assertThat(grade.open()).isEqualTo(21);
        assertThat(line(grade, "spf")).isEqualTo(new Line.Open("spf", 14));
    }

    @Test
    void noGradeIsGivenOnTooLittle() {
        assertThat(grade(but(silent("dmarc"), silent("dnsbl"))).letter()).isEqualTo(Letter.A_PLUS);
        assertThat(grade(but(silent("dmarc"), silent("dnsbl"), silent("tlsrpt"))).letter())
                .isEqualTo(Letter.NONE);
        assertThat(grade(List.of()).letter()).isEqualTo(Letter.NONE);
        assertThat(grade(List.of(absent("spf"))).letter()).isEqualTo(Letter.NONE);
    }

    @Test
    void noticesOfACheckThatIsOpenCostNothing() {
        var open = says(unknown("mx.unanswered", DOMAIN), notice("mx.single", DOMAIN));

        assertThat(grade(but(open)).score()).isEqualTo(100);
    }

    @Test
    void aWarningIsCountedThoughSomethingElseIsOpen() {
        var half = says(unknown("mx.unanswered", DOMAIN), warning("mx.target-cname", DOMAIN));

        assertThat(grade(but(half)).score()).isEqualTo(94);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnsbl.list-unusable", "dnsbl.list-disabled"})
    void aListThatCannotBeAskedFromHereCostsNothing(String code) {
        assertThat(Texts.in(Locale.ENGLISH).template(code)).isPresent();
        assertThat(grade(but(says(notice(code, "example-list")))).letter())
                .isEqualTo(Letter.A_PLUS);
    }

    @Test
    void checksWithoutPointsCostNothing() {
        var checks = new ArrayList<>(but());
        checks.add(says(warning("bimi.syntax", DOMAIN)));
        checks.add(silent("bulk"));

        assertThat(grade(checks).letter()).isEqualTo(Letter.A_PLUS);
    }

    @ParameterizedTest
    @CsvSource({
        "dns.delegation-dead, CRITICAL, NO_ZONE, F, 39",
        "dnssec.bogus, CRITICAL, NO_ZONE, F, 39",
        "mx.unreachable, CRITICAL, NO_DELIVERY, F, 39",
        "spf.plus-all, CRITICAL, ANYBODY_SENDS, E, 54",
        "dnsbl.listed-a, CRITICAL, LISTED, D, 69",
        "dane.mismatch, CRITICAL, CAREFUL_SENDERS_SHUT_OUT, D, 69",
        "mtasts.mx-uncovered, CRITICAL, CAREFUL_SENDERS_SHUT_OUT, D, 69",
        "dmarc.missing, CRITICAL, NO_DMARC, C, 79",
        "dmarc.multiple, CRITICAL, NO_DMARC, C, 79",
        "rdns.missing, CRITICAL, BROKEN, C, 79",
        "dmarc.p-none, WARNING, DMARC_ONLY_WATCHES, B, 89",
        "dmarc.p-invalid, WARNING, DMARC_ONLY_WATCHES, B, 89",
        "tls.weak-cipher, WARNING, WARNING, A, 96",
    })
    void aGraveFaultHoldsTheGradeDown(
            String code, Severity severity, Ceiling ceiling, Letter letter, int score) {
        var finding = Finding.of(severity, code, DOMAIN);
        assertThat(Texts.in(Locale.ENGLISH).template(code)).isPresent();

        var grade = grade(but(says(finding)));

        assertThat(grade.limits()).contains(new Limit(ceiling, List.of(finding)));
        assertThat(grade.letter()).isEqualTo(letter);
        assertThat(grade.score()).isEqualTo(Math.min(grade.sum(), score));
    }

    @ParameterizedTest
    @CsvSource({
        "mx.unreachable, WARNING",
        "dnsbl.listed-a, NOTICE",
        "mtasts.mx-uncovered, WARNING",
        "dnssec.bogus, WARNING",
    })
    void theMilderFormOfAFaultHoldsNothingDown(String code, Severity severity) {
        var grade = grade(but(says(Finding.of(severity, code, DOMAIN))));

        assertThat(grade.limits()).extracting(Limit::ceiling).isSubsetOf(Ceiling.WARNING);
    }

    @Test
    void nothingPublishedIsAnE() {
        var spf = critical("spf.missing", DOMAIN);
        var dkim = warning("dkim.none", DOMAIN);
        var dmarc = critical("dmarc.missing", DOMAIN);

        assertThat(grade(but(says(spf), says(dkim), says(dmarc))).limits())
                .contains(new Limit(Ceiling.NOTHING_PUBLISHED, List.of(spf, dkim, dmarc)));
        assertThat(grade(but(says(spf), says(dmarc))).limits())
                .extracting(Limit::ceiling)
                .doesNotContain(Ceiling.NOTHING_PUBLISHED);
    }

    @Test
    void theFixesAreThoseWorthMost() {
        var dmarc = warning("dmarc.p-none", DOMAIN);
        var spf = critical("spf.multiple", DOMAIN);
        var rdns = warning("rdns.generic", "192.0.2.1");
        var tls = notice("tls.cert-expiring", "mx.example.org");

        var checks = but(says(dmarc), says(spf), says(rdns), says(tls));

        assertThat(grade(checks).sum()).isEqualTo(72);
        assertThat(fixes(checks))
                .containsExactly(
                        new Fix(List.of(spf), 14, Letter.B),
                        new Fix(List.of(dmarc), 10, Letter.A),
                        new Fix(List.of(rdns), 4, Letter.A_PLUS));
    }

    @Test
    void aFaultThatHoldsTheGradeDownComesFirst() {
        var dead = critical("mx.unreachable", DOMAIN);
        var dmarc = critical("dmarc.missing", DOMAIN);

        assertThat(fixes(but(says(dead), says(dmarc))))
                .containsExactly(
                        new Fix(List.of(dead), 40, Letter.C),
                        new Fix(List.of(dmarc), 21, Letter.A_PLUS));
    }

    @Test
    void twoFaultsOfOneCheckAreOneFixWhenNeitherAloneHelps() {
        var one = critical("dkim.rsa-under-1024", "s1");
        var two = critical("dkim.rsa-under-1024", "s2");

        assertThat(fixes(but(says(one, two))))
                .containsExactly(new Fix(List.of(one, two), 21, Letter.A_PLUS));
    }

    /// Whatever a check said: had it been silent, the score would be no lower.
    @Test
    void silenceNeverLowersAScore() {
        var random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            var checks =
                    new ArrayList<>(Weights.OF.keySet().stream().map(k -> any(k, random)).toList());
            var before = grade(checks);
            var at = random.nextInt(checks.size());
            checks.set(at, silent(checks.get(at).kind()));
            var after = grade(checks);

            assertThat(after.score()).as("%s", checks).isGreaterThanOrEqualTo(before.score());
            assertThat(after.letter())
                    .satisfiesAnyOf(
                            letter -> assertThat(letter).isEqualTo(Letter.NONE),
                            letter -> assertThat(letter).isLessThanOrEqualTo(before.letter()));
        }
    }

    /// The order of checks changes nothing about the score, nor does asking again.
    @Test
    void theSameFindingsGiveTheSameGrade() {
        var random = new Random(6);
        for (int round = 0; round < 300; round++) {
            var checks =
                    new ArrayList<>(Weights.OF.keySet().stream().map(k -> any(k, random)).toList());
            var grade = grade(checks);

            assertThat(grade(List.copyOf(checks))).isEqualTo(grade);
            Collections.shuffle(checks, random);
            assertThat(grade(checks).score()).isEqualTo(grade.score());
        }
    }

    /// What is printed adds up: a hundred, less every loss.
    @Test
    void theLinesAddUpToTheSum() {
        var random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            var checks = Weights.OF.keySet().stream().map(kind -> any(kind, random)).toList();
            var grade = grade(checks);

            var lost = grade.lines().stream().mapToDouble(Line::lost).sum();
            assertThat((double) grade.sum()).isCloseTo(100 - lost, within(0.51));
            assertThat(grade.score()).isBetween(0, grade.sum());
        }
    }

    private static Judged any(String kind, Random random) {
        var findings = new ArrayList<Finding>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
            findings.add(Finding.of(severity, code(kind, random), "s" + random.nextInt(3)));
        }
        if (findings.isEmpty()) {
            findings.add(info(kind + ".ok", DOMAIN));
        }
        return says(findings.toArray(Finding[]::new));
    }

    /// Often one that holds grades down.
    private static String code(String kind, Random random) {
        return switch (random.nextBoolean() ? kind : "") {
            case "dns" -> "dns.delegation-dead";
            case "mx" -> "mx.unreachable";
            case "spf" -> random.nextBoolean() ? "spf.missing" : "spf.plus-all";
            case "dkim" -> "dkim.none";
            case "dmarc" -> random.nextBoolean() ? "dmarc.missing" : "dmarc.p-none";
            case "dane" -> "dane.mismatch";
            case "dnsbl" -> "dnsbl.listed-a";
            default -> kind + ".made-up";
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyCeilingHasItsWords(Ceiling ceiling) {
        for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(Texts.in(locale).word("ceiling", ceiling.name()))
                    .isNotEqualTo(ceiling.name())
                    .endsWith(".");
        }
    }
}
