package posthorn.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import posthorn.app.account.People;
import posthorn.app.domains.Domain;
import posthorn.app.domains.DomainDetails;
import posthorn.app.domains.Domains;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.TooManyRequests;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Verdict;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

@PostgresTest
@Import(TestWorld.class)
class MonitoringTest {

    private static final String GOOD = "watched.example. TXT \"v=spf1 -all\"\n";
    private static final String BAD = GOOD + "watched.example. TXT \"CRITICAL spf.missing\"\n";
    private static final String SILENT = "watched.example. !TIMEOUT\n";
    private static final Duration SOON = Duration.ofSeconds(91);
    private static final Duration HOUR = Duration.ofMinutes(65);

    @Autowired private TestWorld.Stage stage;
    @Autowired private TestWorld.Ticks ticks;
    @Autowired private Monitoring monitoring;
    @Autowired private Domains domains;
    @Autowired private WatchRows watches;
    @Autowired private Rounds rounds;
    @Autowired private RunRows runs;
    @Autowired private TranscriptRows transcripts;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aliceWatchesOneDomain() {
        jdbc.sql("delete from domain").update();
        stage.mends();
        stage.says(GOOD);
        domains.add(people.alice().teamId(), DnsName.of("watched.example"), DomainDetails.none());
    }

    @Test
    void checksANewDomainAtOnce() {
        assertThat(monitoring.progress(domain()).isRunning()).isTrue();

        ticks.tick();

        assertThat(monitoring.status(domain()).open())
                .extracting(Observation::kind, Observation::verdict)
                .containsExactly(tuple("spf", Verdict.OK), tuple("mx", Verdict.OK));
        assertThat(monitoring.status(domain()).verdict()).contains(Verdict.OK);
        assertThat(monitoring.progress(domain()).isRunning()).isFalse();
        assertThat(lastRun().landed()).isEqualTo(Map.of("spf", Verdict.OK, "mx", Verdict.OK));
    }

    @Test
    void checksAgainAfterTheIntervalAndNotBefore() {
        ticks.tick();

        stage.pass(Duration.ofMinutes(50));
        ticks.tick();
        assertThat(spf().runs()).isEqualTo(1);

        stage.pass(Duration.ofMinutes(15));
        ticks.tick();
        assertThat(spf().runs()).isEqualTo(2);
        assertThat(monitoring.countHistory(domain())).isEqualTo(2);
    }

    @Test
    void costsNoTranscriptWhileNothingChanges() {
        ticks.tick();
        stage.pass(HOUR);
        ticks.tick();

        assertThat(count("transcript")).isEqualTo(2);
        assertThat(monitoring.transcript(domain(), spf().id()))
                .contains("watched.example. 3600 TXT \"v=spf1 -all\"");
    }

    @Test
    void forgetsASingleBlip() {
        ticks.tick();
        stage.pass(HOUR);
        stage.says(BAD);
        ticks.tick();
        assertThat(monitoring.progress(domain()).confirming()).containsExactly("spf");

        stage.pass(SOON);
        stage.says(GOOD);
        ticks.tick();

        assertThat(monitoring.changes(domain(), 10, 0)).isEmpty();
        assertThat(monitoring.progress(domain()).confirming()).isEmpty();
        assertThat(monitoring.countHistory(domain())).isEqualTo(2);
    }

    @Test
    void believesAChangeThatTwoRunsSaw() {
        ticks.tick();
        stage.pass(HOUR);
        stage.says(BAD);
        ticks.tick();
        assertThat(spf().verdict()).isEqualTo(Verdict.OK);

        stage.pass(SOON);
        ticks.tick();

        var change = monitoring.changes(domain(), 10, 0).getFirst();
        assertThat(change.kind()).isEqualTo("spf");
        assertThat(change.before().verdict()).isEqualTo(Verdict.OK);
        assertThat(change.after().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(change.before().endedAt()).isEqualTo(change.after().firstSeenAt());
        assertThat(change.comparison().appeared())
                .extracting(Finding::code)
                .containsExactly("spf.missing");
        assertThat(change.comparison().cleared())
                .extracting(Finding::code)
                .containsExactly("spf.ok");
        assertThat(change.after().records()).containsExactly("CRITICAL spf.missing", "v=spf1 -all");
        assertThat(change.isNews()).isTrue();
        assertThat(spf().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void showsWhatWasKnownThroughSilence() {
        ticks.tick();
        var seen = spf().lastSeenAt();
        stage.pass(HOUR);
        stage.says(SILENT);
        ticks.tick();

        assertThat(spf().verdict()).isEqualTo(Verdict.OK);
        assertThat(spf().lastSeenAt()).isEqualTo(seen);
        assertThat(spf().unknownSince()).isEqualTo(stage.instant());
        assertThat(spf().findings()).extracting(Finding::code).contains("spf.unreachable");
        assertThat(monitoring.transcript(domain(), spf().id())).contains("!TIMEOUT TXT");
        assertThat(monitoring.changes(domain(), 10, 0)).isEmpty();

        stage.pass(HOUR);
        stage.says(GOOD);
        ticks.tick();
        assertThat(spf().unknownSince()).isNull();
        assertThat(spf().findings()).extracting(Finding::code).containsExactly("spf.ok");
    }

    @Test
    void marksADayOfSilence() {
        ticks.tick();
        stage.says(SILENT);
        for (int i = 0; i < 24; i++) {
            stage.pass(HOUR);
            ticks.tick();
        }

        assertThat(monitoring.silent(domain().id()))
                .extracting(Observation::kind)
                .containsExactly("spf");
    }

    @Test
    void beginsWithNotKnowingWithoutMuchAdo() {
        stage.says(SILENT);
        ticks.tick();
        assertThat(spf().verdict()).isEqualTo(Verdict.UNKNOWN);

        stage.pass(HOUR);
        stage.says(BAD);
        ticks.tick();

        assertThat(spf().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(monitoring.changes(domain(), 10, 0).getFirst().isNews()).isFalse();
    }

    @Test
    void takesUpWhatAKilledProcessLeft() {
        var claims = watches.claim(stage.instant(), Duration.ofMinutes(3), 10);
        runs.begin(claims.getFirst(), stage.instant());

        stage.pass(Duration.ofMinutes(2));
        ticks.tick();
        assertThat(monitoring.status(domain()).open()).isEmpty();

        stage.pass(Duration.ofMinutes(2));
        ticks.tick();
        assertThat(monitoring.status(domain()).open()).hasSize(2);
        assertThat(monitoring.runs(domain(), 10))
                .extracting(CheckRun::outcome)
                .containsExactly(CheckRun.Outcome.DONE);
    }

    @Test
    void throwsAwayWhatComesAfterTheLeaseRanOut() {
        var late = watches.claim(stage.instant(), Duration.ofMinutes(3), 10).getFirst();
        stage.pass(Duration.ofMinutes(4));
        ticks.tick();

        rounds.run(late);

        assertThat(spf().runs()).isEqualTo(1);
        assertThat(monitoring.countHistory(domain())).isEqualTo(2);
    }

    @Test
    void checksNothingTwiceWhenTheJobRunsTwice() {
        ticks.tick();
        ticks.tick();

        assertThat(spf().runs()).isEqualTo(1);
        assertThat(monitoring.runs(domain(), 10)).hasSize(1);
    }

    @Test
    void givesEachDomainToOneNode() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            domains.add(
                    people.alice().teamId(),
                    DnsName.of("d" + i + ".example"),
                    DomainDetails.none());
        }
        var claimed = Collections.synchronizedList(new ArrayList<Long>());
        Runnable node =
                () -> {
                    for (int i = 0; i < 10; i++) {
                        watches.claim(stage.instant(), Duration.ofMinutes(3), 5).stream()
                                .map(Claim::domainId)
                                .forEach(claimed::add);
                    }
                };

        var nodes = List.of(Thread.ofVirtual().start(node), Thread.ofVirtual().start(node));
        for (var thread : nodes) {
            thread.join();
        }

        assertThat(claimed).hasSize(41).doesNotHaveDuplicates();
    }

    @Test
    void triesAgainAfterAFaultOfOurs() {
        stage.breaks();
        ticks.tick();
        assertThat(monitoring.runs(domain(), 10))
                .extracting(CheckRun::outcome)
                .containsExactly(CheckRun.Outcome.FAILED);
        assertThat(monitoring.status(domain()).open()).isEmpty();

        stage.mends();
        stage.pass(SOON);
        ticks.tick();

        assertThat(spf().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void givesBackWhatItCannotBegin() {
        rounds.begin(work -> {
            throw new RejectedExecutionException("about to stop");
        });
        assertThat(monitoring.runs(domain(), 10)).isEmpty();

        ticks.tick();
        assertThat(spf().runs()).isEqualTo(1);
    }

    @Test
    void givesBackWhatItCannotEnd() {
        var stopping = ticks.another();
        stage.answers(question -> {
            stopping.stop();
            return new ZoneDns(ZoneReader.read("")).ask(question);
        });
        stopping.begin(Runnable::run);
        assertThat(monitoring.status(domain()).open()).isEmpty();

        stage.mends();
        ticks.tick();
        assertThat(spf().runs()).isEqualTo(1);
        assertThat(monitoring.runs(domain(), 10)).hasSize(1);
    }

    @Test
    void checksOnRequestButNotAllTheTime() {
        ticks.tick();
        stage.pass(Duration.ofMinutes(5));

        monitoring.request(domain());
        assertThat(monitoring.progress(domain()).isRunning()).isTrue();
        monitoring.request(domain());
        ticks.tick();

        assertThat(spf().runs()).isEqualTo(2);
        assertThat(lastRun().cause()).isEqualTo(Cause.REQUESTED);
        assertThatThrownBy(() -> monitoring.request(domain())).isInstanceOf(TooManyRequests.class);
        stage.pass(Duration.ofMinutes(1));
        monitoring.request(domain());
        ticks.tick();
        assertThat(spf().runs()).isEqualTo(3);
    }

    @Test
    void losesNoRequestMadeDuringARun() {
        var claim = watches.claim(stage.instant(), Duration.ofMinutes(3), 10).getFirst();
        stage.pass(Duration.ofSeconds(5));
        watches.request(domain().id(), stage.instant(), Duration.ZERO);

        rounds.run(claim);
        ticks.tick();

        assertThat(spf().runs()).isEqualTo(2);
    }

    @Test
    void leavesPausedDomainsAlone() {
        ticks.tick();
        domains.pause(people.alice().teamId(), "watched.example");
        stage.pass(HOUR);
        ticks.tick();
        monitoring.request(domain());
        ticks.tick();
        assertThat(spf().runs()).isEqualTo(1);
        assertThat(monitoring.progress(domain()).dueAt()).isNull();

        domains.resume(people.alice().teamId(), "watched.example");
        ticks.tick();
        assertThat(spf().runs()).isEqualTo(2);
    }

    @Test
    void takesWhatFollowsFromAnEditWithoutASecondLook() {
        ticks.tick();
        stage.pass(Duration.ofMinutes(5));
        stage.says(BAD);
        domains.edit(
                people.alice().teamId(),
                "watched.example",
                new DomainDetails(Profile.SENDS, List.of("s1"), List.of()));

        ticks.tick();

        var change = monitoring.changes(domain(), 10, 0).getFirst();
        assertThat(change.isByEdit()).isTrue();
        assertThat(change.isNews()).isFalse();
    }

    @Test
    void takesAnEditThatChangesNothingForNone() {
        ticks.tick();
        stage.pass(Duration.ofMinutes(5));
        domains.edit(people.alice().teamId(), "watched.example", DomainDetails.none());

        assertThat(monitoring.progress(domain()).isRunning()).isFalse();
    }

    @Test
    void keepsHostileTextFromTheOutside() {
        stage.says("watched.example. TXT \"a\\000b\\255\\027[31m<b>\"\n");
        ticks.tick();
        stage.pass(HOUR);
        ticks.tick();

        assertThat(spf().runs()).isEqualTo(2);
        assertThat(spf().records().getFirst()).startsWith("a\u2400b").endsWith("[31m<b>");
    }

    @Test
    void showsATranscriptOnlyWithItsDomain() {
        ticks.tick();
        domains.add(people.charlie().teamId(), DnsName.of("watched.example"), DomainDetails.none());
        var other = domains.find(people.charlie().teamId(), "watched.example");
        var id = spf().id();

        assertThatThrownBy(() -> monitoring.transcript(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> monitoring.observation(other, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void removesEverythingWithTheDomain() {
        ticks.tick();

        domains.delete(people.alice().teamId(), "watched.example");
        transcripts.removeUnused();

        for (var table : List.of("watch", "check_run", "observation", "finding", "transcript")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void keepsTheLatestRunAndForgetsOldOnes() {
        ticks.tick();
        stage.pass(HOUR);
        ticks.tick();

        assertThat(runs.removeBefore(stage.instant().plusSeconds(1))).isEqualTo(1);

        assertThat(monitoring.runs(domain(), 10)).hasSize(1);
    }

    private Domain domain() {
        return domains.find(people.alice().teamId(), "watched.example");
    }

    private Observation spf() {
        return monitoring.status(domain()).open().stream()
                .filter(observation -> observation.kind().equals("spf"))
                .findFirst()
                .orElseThrow();
    }

    private CheckRun lastRun() {
        return monitoring.runs(domain(), 1).getFirst();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
