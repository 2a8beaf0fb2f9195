package posthorn.app.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import posthorn.app.platform.Settings;

/// Brings mails that are due to the relay, again and again for two days.
@Component
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int AT_ONCE = 5;
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final Duration MEMORY = Duration.ofDays(30);

    private final OutgoingMailRows rows;
    private final Relay relay;
    private final Settings settings;
    private final Clock clock;

    MailDelivery(OutgoingMailRows rows, Relay relay, Settings settings, Clock clock) {
        this.rows = rows;
        this.relay = relay;
        this.settings = settings;
        this.clock = clock;
    }

    /// Sends all that is due. Without a relay nothing is: the mails stay and can be read.
    void deliver() {
        if (!settings.mail().isRelayed()) {
            return;
        }
        for (var due = claim(); !due.isEmpty(); due = claim()) {
            due.forEach(this::deliver);
        }
    }

    /// Forgets mails that ended long ago.
    void tidy() {
        rows.removeEndedBefore(clock.instant().minus(MEMORY));
    }

    private List<QueuedMail> claim() {
        return rows.claim(clock.instant(), LEASE, AT_ONCE);
    }

    private void deliver(QueuedMail mail) {
        var now = clock.instant();
        var isTooLate = now.isAfter(mail.createdAt().plus(PATIENCE));
        switch (isTooLate ? new Handover.Refused(tooLate(mail)) : relay.hand(mail)) {
            case Handover.Taken() -> {
                rows.sent(mail.id(), clock.instant());
                LOG.info("event=mail-sent mail={} attempts={}", mail.id(), mail.attempts());
            }
            case Handover.Later(var reason) -> {
                rows.later(mail.id(), now.plus(pause(mail.attempts())), reason);
                LOG.warn("event=mail-delayed mail={} attempts={}", mail.id(), mail.attempts());
            }
            case Handover.Refused(var reason) -> {
                rows.failed(mail.id(), now, reason);
                LOG.warn("event=mail-failed mail={} attempts={}", mail.id(), mail.attempts());
            }
        }
    }

    /// One minute, doubling to half an hour.
    static Duration pause(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 5));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static String tooLate(QueuedMail mail) {
        return mail.lastError().isEmpty() ? "no relay for 48 hours" : mail.lastError();
    }
}
