package posthorn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import posthorn.engine.check.Check;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.World;
import posthorn.engine.testmail.AuthenticationCheck;
import posthorn.engine.text.Texts;

class CasesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    /// A placeholder left in; `%{d}` is an SPF macro that came with a value.
    private static final String PLACEHOLDER = "(?<!%)\\{[a-z][a-zA-Z0-9]*}";

    /// `mvn verify -Dcases.write` rewrites the findings of every case.
    private static final boolean WRITE = System.getProperty("cases.write") != null;

    @TestFactory
    Stream<DynamicTest> everyCaseGivesItsFindings() {
        return Case.all().stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> holds(c)));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseReplaysFromItsOwnTranscript() {
        return Case.all().stream()
                .map(c -> DynamicTest.dynamicTest(c.toString(), () -> replays(c)));
    }

    @TestFactory
    Stream<DynamicTest> everySentenceOfEveryCaseIsComplete() {
        return Case.all().stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> reads(c)));
    }

    /// What is found in the world of a case.
    static List<Finding> findings(Case c) {
        return run(c, c.world().outside(CLOCK)).findings();
    }

    private static void reads(Case c) {
        var findings = run(c, c.world().outside(CLOCK)).findings();
        for (var texts : List.of(Texts.in(Locale.ENGLISH), Texts.in(Locale.GERMAN))) {
            for (var finding : findings) {
                assertThat(texts.sentence(finding)).isNotEqualTo(finding.code());
                assertThat(texts.sentence(finding)).doesNotContainPattern(PLACEHOLDER);
                assertThat(texts.why(finding).orElse("")).doesNotContainPattern(PLACEHOLDER);
                assertThat(texts.fix(finding).orElse("")).doesNotContainPattern(PLACEHOLDER);
            }
        }
    }

    private static void holds(Case c) throws IOException {
        var findings = run(c, c.world().outside(CLOCK)).findings();
        if (WRITE) {
            Files.writeString(c.file(), c.rewritten(findings));
            return;
        }
        assertThat(seen(c, findings)).isEqualTo(c.findings());
    }

    private static List<Case.Expected> seen(Case c, List<Finding> findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(i ->
                        i < c.findings().size()
                                ? c.findings().get(i).seenIn(findings.get(i))
                                : Case.Expected.parse(
                                        c.rewritten(List.of(findings.get(i)))
                                                .substring(c.head().length())))
                .toList();
    }

    private static void replays(Case c) {
        var first = run(c, c.world().outside(CLOCK));

        var again = run(c, World.read(first.transcript().text()).outside(CLOCK));

        assertThat(again.findings()).isEqualTo(first.findings());
        assertThat(again.records()).isEqualTo(first.records());
    }

    static CheckResult run(Case c, Outside outside) {
        return c.setting("mail").isEmpty()
                ? check(c).run(c.target(), outside)
                : AuthenticationCheck.check().run(c.message(), outside);
    }

    private static Check<Target, ?> check(Case c) {
        return DomainChecks.all(c.lists(), c.marks()).stream()
                .filter(check -> check.kind().equals(c.check()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check " + c.check()));
    }
}
