package posthorn.app.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.Settings;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class MailDeliveryTest {

    private static final EmailAddress ALICE = new EmailAddress("alice@example.org");
    private static final EmailAddress BOB = new EmailAddress("bob@example.org");

    @Autowired private OutgoingMail outgoing;
    @Autowired private OutgoingMailRows rows;
    @Autowired private MovableClock clock;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private GreenMail sink;

    @BeforeEach
    void opens() {
        jdbc.sql("delete from outgoing_mail").update();
        sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        sink.start();
    }

    @AfterEach
    void closes() {
        sink.stop();
        clock.restart();
    }

    @Test
    void bringsAMailToTheRelayOnce() throws Exception {
        send(new Mail(ALICE, "Grüße", "Schön, dass es geht.\n", "<p>Schön</p>", Map.of()));

        deliver();
        deliver();

        assertThat(sink.getReceivedMessages()).hasSize(1);
        var mail = sink.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Grüße");
        assertThat(mail.getHeader("To")).containsExactly("alice@example.org");
        assertThat(mail.getHeader("From")).containsExactly("posthorn@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Date")).hasSize(1);
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().strip())
                .isEqualTo("Schön, dass es geht.");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void bringsFurtherHeaderFields() throws Exception {
        send(
                Mail.plain(ALICE, "Weekly", "text")
                        .with("List-Unsubscribe", "<https://posthorn.example.org/u/1>"));

        deliver();

        assertThat(sink.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                .containsExactly("<https://posthorn.example.org/u/1>");
        assertThat(sink.getReceivedMessages()[0].getContentType()).startsWith("text/plain");
    }

    @Test
    void sendsNothingForWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            outgoing.send(Mail.plain(ALICE, "Never", "text"));
            status.setRollbackOnly();
        });

        deliver();

        assertThat(sink.getReceivedMessages()).isEmpty();
    }

    @Test
    void takesMailOnlyInsideATransaction() {
        assertThatThrownBy(() -> outgoing.send(Mail.plain(ALICE, "Loose", "text")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsTheMessageIdWhenAMailIsSentAgain() throws Exception {
        send(Mail.plain(ALICE, "Twice", "text"));
        String first;
        try (var relay = new ScriptedRelay(Map.of(".", ""))) {
            delivery(relay.port()).deliver();
            first = messageId(relay.texts().getFirst());
        }

        clock.pass(Duration.ofMinutes(2));
        deliver();

        assertThat(messageId(GreenMailUtil.getWholeMessage(sink.getReceivedMessages()[0])))
                .isEqualTo(first);
    }

    @Test
    void deliversOnceEachAndInOrderWhenTheRelayIsBack() throws Exception {
        var closed = new ScriptedRelay(Map.of());
        closed.close();
        var nobody = delivery(closed.port());
        IntStream.range(0, 3).forEach(i -> send(Mail.plain(ALICE, "Number " + i, "text")));
        for (int minute = 0; minute < 60; minute++) {
            nobody.deliver();
            clock.pass(Duration.ofMinutes(1));
        }

        clock.pass(Duration.ofMinutes(30));
        deliver();

        assertThat(subjects()).containsExactly("Number 0", "Number 1", "Number 2");
    }

    @Test
    void waitsLongerAfterEachFailure() {
        var pauses = IntStream.rangeClosed(1, 8).mapToObj(MailDelivery::pause);

        assertThat(pauses.map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void triesAgainWhenTheRelaySaysLater() throws Exception {
        send(Mail.plain(ALICE, "Greylisted", "text"));
        try (var relay = new ScriptedRelay(Map.of("RCPT", "451 4.7.1 come back later"))) {
            delivery(relay.port()).deliver();
        }

        assertThat(lastError()).contains("451 4.7.1 come back later");
        deliver();
        assertThat(sink.getReceivedMessages()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        deliver();
        assertThat(subjects()).containsExactly("Greylisted");
    }

    @Test
    void givesUpAtOnceWhenTheRelaySaysNever() throws Exception {
        send(Mail.plain(ALICE, "No such user", "text"));
        try (var relay = new ScriptedRelay(Map.of("RCPT", "550 5.1.1 no such user"))) {
            delivery(relay.port()).deliver();
        }

        assertThat(lastError()).contains("550 5.1.1 no such user");
        clock.pass(Duration.ofHours(1));
        deliver();
        assertThat(sink.getReceivedMessages()).isEmpty();
    }

    @Test
    void givesUpAtOnceWhenTheTextIsRefused() throws Exception {
        send(Mail.plain(ALICE, "Refused", "text"));
        try (var relay = new ScriptedRelay(Map.of(".", "554 5.7.1 not wanted"))) {
            delivery(relay.port()).deliver();
        }

        assertThat(failed()).isOne();
        assertThat(lastError()).contains("554 5.7.1 not wanted");
    }

    @Test
    void givesUpAfterTwoDays() throws Exception {
        send(Mail.plain(ALICE, "Old", "text"));
        try (var relay = new ScriptedRelay(Map.of("MAIL", "421 4.3.2 shutting down"))) {
            delivery(relay.port()).deliver();
            clock.pass(Duration.ofHours(47));
            delivery(relay.port()).deliver();
            assertThat(failed()).isZero();
            clock.pass(Duration.ofHours(2));
            delivery(relay.port()).deliver();
        }

        assertThat(failed()).isOne();
        assertThat(lastError()).contains("421 4.3.2 shutting down");
    }

    @Test
    void doesNotLetOneRecipientDelayAnother() throws Exception {
        send(Mail.plain(ALICE, "First", "text"));
        try (var relay = new ScriptedRelay(Map.of("RCPT", "451 4.7.1 later"))) {
            delivery(relay.port()).deliver();
        }
        send(Mail.plain(ALICE, "Second", "text"));
        send(Mail.plain(BOB, "Other", "text"));

        deliver();

        assertThat(subjects()).containsExactly("Other");
        clock.pass(Duration.ofMinutes(1));
        deliver();
        assertThat(subjects()).containsExactly("Other", "First", "Second");
    }

    @Test
    void sendsEachMailOnceWhenTwoNodesWork() throws Exception {
        IntStream.range(0, 40)
                .mapToObj(i -> new EmailAddress("person" + i + "@example.org"))
                .forEach(to -> send(Mail.plain(to, "To " + to.text(), "text")));
        Callable<Boolean> node =
                () -> {
                    delivery(sink.getSmtp().getPort()).deliver();
                    return true;
                };

        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(subjects()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void takesOverAMailWhoseNodeWasKilled() throws Exception {
        send(Mail.plain(ALICE, "Orphan", "text"));
        assertThat(rows.claim(clock.instant(), Duration.ofMinutes(10), 5)).hasSize(1);

        deliver();
        assertThat(sink.getReceivedMessages()).isEmpty();
        clock.pass(Duration.ofMinutes(11));
        deliver();

        assertThat(subjects()).containsExactly("Orphan");
    }

    @Test
    void forgetsTheTextOfAMailThatIsSent() {
        send(new Mail(ALICE, "Secret", "a link", "<p>a link</p>", Map.of()));

        deliver();

        assertThat(
                        jdbc.sql("select text_body || html_body from outgoing_mail")
                                .query(String.class)
                                .single())
                .isEmpty();
    }

    @Test
    void forgetsMailsThatEndedAMonthAgo() {
        send(Mail.plain(ALICE, "Old", "text"));
        deliver();
        clock.pass(Duration.ofDays(31));

        delivery(sink.getSmtp().getPort()).tidy();

        assertThat(jdbc.sql("select count(*) from outgoing_mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void keepsMailsWhileNoRelayIsSet() {
        send(Mail.plain(ALICE, "Kept", "text"));

        var settings = settings(Map.of());
        new MailDelivery(rows, new Relay(settings), settings, clock).deliver();

        assertThat(rows.kept(10)).singleElement().matches(mail -> mail.attempts() == 0);
    }

    private void send(Mail mail) {
        transaction.executeWithoutResult(_ -> outgoing.send(mail));
    }

    private void deliver() {
        delivery(sink.getSmtp().getPort()).deliver();
    }

    private MailDelivery delivery(int port) {
        var settings =
                settings(
                        Map.of(
                                "posthorn.mail.host", "127.0.0.1",
                                "posthorn.mail.port", Integer.toString(port),
                                "posthorn.mail.tls", "none",
                                "posthorn.mail.from", "posthorn@example.org"));
        return new MailDelivery(rows, new Relay(settings), settings, clock);
    }

    private static Settings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("posthorn", Settings.class);
    }

    private List<String> subjects() throws Exception {
        var subjects = new ArrayList<String>();
        for (MimeMessage mail : sink.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    private String lastError() {
        return jdbc.sql("select last_error from outgoing_mail").query(String.class).single();
    }

    private long failed() {
        return jdbc.sql("select count(*) from outgoing_mail where failed_at is not null")
                .query(Long.class)
                .single();
    }

    private static String messageId(String text) {
        return Arrays.stream(text.split("\\R"))
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}
