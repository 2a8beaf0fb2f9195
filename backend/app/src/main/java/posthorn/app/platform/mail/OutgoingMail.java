package posthorn.app.platform.mail;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import posthorn.app.platform.Settings;

/// The way out for every mail of the service.
///
/// A mail is a row written in the transaction it tells about: what is rolled back sends nothing,
/// what is committed is sent, later if need be.
@Component
public class OutgoingMail {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingMail.class);

    private final OutgoingMailRows rows;
    private final Settings settings;
    private final Clock clock;

    OutgoingMail(OutgoingMailRows rows, Settings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /// Keeps the mail; it leaves soon after the caller's transaction has committed.
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail) {
        var messageId = "<%s@%s>".formatted(UUID.randomUUID(), host());
        var id = rows.add(messageId, mail, clock.instant());
        if (!settings.mail().isRelayed()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            LOG.info(
                                    "mail kept: {} {}",
                                    mail.subject(),
                                    settings.link("/outbox/" + id));
                        }
                    });
        }
    }

    private String host() {
        return URI.create(settings.baseUrl()).getHost();
    }
}
