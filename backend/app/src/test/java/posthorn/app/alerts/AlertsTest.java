package posthorn.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import posthorn.app.account.People;
import posthorn.app.domains.Domain;
import posthorn.app.domains.DomainDetails;
import posthorn.app.domains.Domains;
import posthorn.app.monitoring.TestWorld;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.check.Profile;
import posthorn.engine.outside.DnsName;

@PostgresTest
@Import(TestWorld.class)
class AlertsTest {

    private static final String GOOD = "watched.example. TXT \"v=spf1 -all\"\n";
    private static final String WEAK = GOOD + "watched.example. TXT \"WARNING spf.missing\"\n";
    private static final String BAD = GOOD + "watched.example. TXT \"CRITICAL spf.missing\"\n";
    private static final String WORSE = BAD + "_mx.watched.example. TXT \"WARNING mx.missing\"\n";
    private static final String ADVICE = GOOD + "watched.example. TXT \"NOTICE spf.ptr\"\n";
    private static final String SILENT = "watched.example. !TIMEOUT\n_mx.watched.example. !TIMEOUT";

    @Autowired private TestWorld.Stage stage;
    @Autowired private TestWorld.Ticks ticks;
    @Autowired private Postman postman;
    @Autowired private Alerts alerts;
    @Autowired private Domains domains;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aliceWatchesOneDomain() {
        jdbc.sql("delete from domain").update();
        jdbc.sql("delete from outgoing_mail").update();
        domains.add(people.alice().teamId(), DnsName.of("watched.example"), DomainDetails.none());
    }

    @Test
    void saysNothingWhenTheFirstRunIsBad() {
        run(BAD);
        run(BAD);

        assertThat(subjects()).isEmpty();
        assertThat(alerts.open(domain())).isEmpty();
    }

    @Test
    void saysNothingAboutASingleBlip() {
        run(GOOD);
        run(BAD);
        run(GOOD);

        assertThat(subjects()).isEmpty();
    }

    @Test
    void tellsOnceWhatTwoRunsSaw() {
        run(GOOD);
        run(BAD);
        run(BAD);

        assertThat(subjects()).hasSize(1);
        assertThat(subjects().getFirst()).startsWith("watched.example: ");
        assertThat(alerts.open(domain()))
                .extracting(incident -> incident.finding().code())
                .containsExactly("spf.missing");

        run(BAD);
        run(BAD);
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void tellsTheRecoveryOnceAndHowLongItLasted() {
        run(GOOD);
        run(BAD);
        run(BAD);
        run(GOOD);
        assertThat(subjects()).hasSize(1);
        run(GOOD);
        run(GOOD);

        assertThat(subjects()).hasSize(2);
        assertThat(subjects().getLast()).startsWith("watched.example: recovered");
        assertThat(texts().getLast()).contains("It lasted: 0 d 2 h 10 min.");
        assertThat(alerts.open(domain())).isEmpty();
    }

    @Test
    void saysNothingThroughSilence() {
        run(GOOD);
        run(BAD);
        run(BAD);
        run(SILENT);
        run(SILENT);
        run(BAD);
        run(BAD);

        assertThat(subjects()).hasSize(1);
        assertThat(alerts.open(domain())).hasSize(1);
    }

    @Test
    void saysNothingWhenAllWasWellBeforeTheSilence() {
        run(GOOD);
        run(SILENT);
        run(SILENT);
        run(GOOD);

        assertThat(subjects()).isEmpty();
    }

    @Test
    void saysNothingAboutAdvice() {
        run(GOOD);
        run(ADVICE);
        run(ADVICE);

        assertThat(subjects()).isEmpty();
    }

    @Test
    void tellsInOneMailAllThatOneRunChanged() {
        run(GOOD);
        run(WORSE);
        run(WORSE);

        assertThat(subjects()).hasSize(1);
        assertThat(subjects().getFirst()).endsWith("(and more: 1)");
        assertThat(alerts.open(domain())).hasSize(2);
    }

    @Test
    void tellsWhenAnOpenTroubleBecomesWorse() {
        run(GOOD);
        run(WEAK);
        run(WEAK);
        run(BAD);
        run(BAD);
        assertThat(subjects()).hasSize(2);

        run(WEAK);
        run(WEAK);
        assertThat(subjects()).hasSize(2);
        assertThat(alerts.open(domain())).hasSize(1);
    }

    @Test
    void tellsExactlyOnceWhenKilledBetweenChangeAndMail() {
        run(GOOD);
        stage.says(BAD);
        check();
        check();
        assertThat(subjects()).isEmpty();

        postman.deliver();
        postman.deliver();

        assertThat(subjects()).hasSize(1);
    }

    @Test
    void tellsADayOfSilenceOnceAndItsEnd() {
        run(GOOD);
        for (int i = 0; i < 30; i++) {
            run(SILENT);
        }
        assertThat(subjects()).hasSize(1);
        assertThat(subjects().getFirst()).contains("could not be decided for a day");

        run(GOOD);
        assertThat(subjects()).hasSize(2);
        assertThat(alerts.open(domain())).isEmpty();
    }

    @Test
    void saysNothingAboutWhatFollowsFromAnEdit() {
        run(GOOD);
        domains.edit(
                people.alice().teamId(),
                "watched.example",
                new DomainDetails(Profile.SENDS, List.of(), List.of()));
        run(BAD);
        run(BAD);

        assertThat(subjects()).isEmpty();
    }

    @Test
    void writesToOwnersOnly() {
        people.bob();
        run(GOOD);
        run(BAD);
        run(BAD);

        assertThat(column("recipient")).containsExactly("alice@example.org");
    }

    @Test
    void tellsWhatChangedWhatItMeansAndWhereToRead() {
        run(GOOD);
        run(BAD);
        run(BAD);

        assertThat(texts().getFirst())
                .contains("Critical: ")
                .contains("- v=spf1 -all\n")
                .contains("+ CRITICAL spf.missing\n")
                .contains("http://localhost")
                .contains("/domains/watched.example");
    }

    @Test
    void keepsHeaderLinesAndMarkupFromTheOutsideInTheirPlace() {
        run(GOOD);
        var hostile = BAD + "watched.example. TXT \"\\013\\010Bcc: x@example.net <b>\"\n";
        run(hostile);
        run(hostile);

        assertThat(subjects().getFirst()).doesNotContain("\n", "\r");
        assertThat(texts().getFirst()).contains("\\u{d}\\u{a}Bcc: x@example.net <b>");
        assertThat(column("html_body").getFirst()).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void speaksTheLanguageOfItsReader() {
        jdbc.sql("update account set locale = 'de' where id = ?")
                .param(people.alice().accountId())
                .update();
        run(GOOD);
        run(BAD);
        run(BAD);

        assertThat(texts().getFirst()).contains("Guten Tag,").contains("Der ganze Bericht:");
        jdbc.sql("update account set locale = 'en' where id = ?")
                .param(people.alice().accountId())
                .update();
    }

    private void run(String world) {
        stage.says(world);
        check();
        postman.deliver();
    }

    private void check() {
        stage.pass(Duration.ofMinutes(65));
        ticks.tick();
    }

    private Domain domain() {
        return domains.find(people.alice().teamId(), "watched.example");
    }

    private List<String> subjects() {
        return column("subject");
    }

    private List<String> texts() {
        return column("text_body");
    }

    private List<String> column(String name) {
        return jdbc.sql("select " + name + " from outgoing_mail order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
