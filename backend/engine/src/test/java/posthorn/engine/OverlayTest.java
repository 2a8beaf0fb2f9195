package posthorn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Severity.INFO;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Preview;
import posthorn.engine.check.RecordChange;
import posthorn.engine.check.Remedies;
import posthorn.engine.check.Remedy;
import posthorn.engine.mask.Masks;
import posthorn.engine.mask.ZoneLine;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.RecordType;

/// Remedies laid over the zone of their case: the finding is gone or merely told, nothing got
/// worse, and whatever came is less than what went.
class OverlayTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private static final DnsName ZONE = DnsName.of("example.org");

    /// What may come with the cure of a finding though it is as bad: the next step, which was
    /// hidden before.
    private static final Map<String, Set<String>> NEXT_STEP =
            Map.of(
                    // A policy that could not be read is in effect once it can: what it then still
                    // lacks was hidden. It is not made stricter without reports to go by.
                    "dmarc.p-invalid", Set.of("dmarc.p-none", "dmarc.reject-without-dkim"),
                    "dmarc.p-missing", Set.of("dmarc.p-none"),
                    // Reports first; the policy follows when they were read.
                    "dmarc.p-none-no-rua", Set.of("dmarc.p-none"),
                    // The record says what was so without it: one host.
                    "mx.none-implicit", Set.of("mx.single"));

    @TestFactory
    Stream<DynamicTest> everyRemedyCuresItsFindingAndMakesNothingWorse() {
        return all(OverlayTest::curesEach);
    }

    @TestFactory
    Stream<DynamicTest> allRemediesOfAReportTogetherCureAllTheirFindings() {
        return all(OverlayTest::curesAll);
    }

    @TestFactory
    Stream<DynamicTest> noRemedyPutsARecordBesideAnAlias() {
        return all(OverlayTest::clashesNowhere);
    }

    @TestFactory
    Stream<DynamicTest> everyRemedyCanBeTypedIntoEveryMask() {
        return all(OverlayTest::isTyped);
    }

    private static void isTyped(Case c, CheckResult result) {
        for (var remedy : remedies(Remedies.changes(result.findings()))) {
            for (var mask : Masks.builtIn().all()) {
                assertThat(mask.of(remedy, ZONE).fields()).isNotEmpty();
            }
            assertThat(ZoneLine.of(remedy)).isNotEmpty();
        }
    }

    private interface Trial {
        void of(Case c, CheckResult before);
    }

    private static Stream<DynamicTest> all(Trial trial) {
        return Case.all().stream()
                .map(c ->
                        DynamicTest.dynamicTest(
                                c.toString(),
                                () -> trial.of(c, CasesTest.run(c, c.world().outside(CLOCK)))));
    }

    private static void curesEach(Case c, CheckResult before) {
        for (var finding : curable(before)) {
            cures(c, before, List.of(finding), finding.remedies());
            var shown = remedies(Remedies.of(finding, before.findings()));
            assertThat(after(c, shown))
                    .as("shown for " + finding.code())
                    .noneMatch(f -> isStill(finding, f));
        }
    }

    private static void curesAll(Case c, CheckResult before) {
        var changes = Remedies.changes(before.findings());
        cures(c, before, curable(before), remedies(changes));
        for (var change : changes) {
            assertThat(change.gone()).noneMatch(change.published()::contains);
            assertThat(change.published()).doesNotHaveDuplicates();
        }
    }

    private static void cures(Case c, CheckResult before, List<Finding> cured, List<Remedy> cure) {
        var after = after(c, cure);
        for (var finding : cured) {
            assertThat(after).as("cured by " + cure).noneMatch(f -> isStill(finding, f));
        }
        for (var found : after) {
            assertThat(isExpected(found, before, cured))
                    .as("%s came or got worse with %s", found, cure)
                    .isTrue();
        }
    }

    private static boolean isStill(Finding cured, Finding found) {
        return found.isSameAs(cured) && found.severity() != INFO;
    }

    private static boolean isExpected(Finding found, CheckResult before, List<Finding> cured) {
        return found.severity() == INFO
                || before.findings().stream()
                        .anyMatch(old -> old.isSameAs(found) && !isWorse(found, old))
                || cured.stream()
                        .anyMatch(old ->
                                isWorse(old, found)
                                        || NEXT_STEP
                                                .getOrDefault(old.code(), Set.of())
                                                .contains(found.code()));
    }

    private static boolean isWorse(Finding one, Finding other) {
        return one.severity().compareTo(other.severity()) > 0;
    }

    private static void clashesNowhere(Case c, CheckResult before) {
        var remedies = remedies(Remedies.changes(before.findings()));
        for (var remedy : remedies) {
            if (remedy instanceof Remedy.Publish(var name, var type, _)) {
                boolean alias = isAlias(name, c.dns()) && !isAliasGone(name, remedies);
                assertThat(alias && type != RecordType.CNAME).as(remedy.toString()).isFalse();
            }
        }
    }

    private static boolean isAlias(DnsName name, Dns dns) {
        return !dns.ask(new Question(name, RecordType.CNAME)).records().isEmpty();
    }

    private static boolean isAliasGone(DnsName name, List<Remedy> remedies) {
        return remedies.stream()
                .anyMatch(remedy ->
                        remedy instanceof Remedy.Remove(var gone, var type, _)
                                && gone.equals(name)
                                && type == RecordType.CNAME);
    }

    private static List<Finding> curable(CheckResult result) {
        return result.findings().stream().filter(f -> !f.remedies().isEmpty()).toList();
    }

    private static List<Remedy> remedies(List<RecordChange> changes) {
        return changes.stream().flatMap(change -> change.remedies().stream()).toList();
    }

    private static List<Finding> after(Case c, List<Remedy> remedies) {
        var outside = c.world().outside(CLOCK);
        return CasesTest.run(c, outside.with(Preview.of(remedies, outside.dns()))).findings();
    }
}
