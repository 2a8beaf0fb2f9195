package posthorn.app.platform.mail;

import java.time.Instant;
import java.util.List;

/// The list of kept mails.
record OutboxPage(List<Line> mails) {

    record Line(long id, String to, String subject, Instant at) {}

    OutboxPage {
        mails = List.copyOf(mails);
    }

    static OutboxPage of(List<QueuedMail> kept) {
        return new OutboxPage(
                kept.stream()
                        .map(it ->
                                new Line(
                                        it.id(),
                                        it.mail().to().text(),
                                        it.mail().subject(),
                                        it.createdAt()))
                        .toList());
    }
}
