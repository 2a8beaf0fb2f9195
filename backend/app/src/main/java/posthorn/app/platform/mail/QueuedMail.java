package posthorn.app.platform.mail;

import java.time.Instant;

/// A row of the queue: one mail, the Message-ID it will always have, and how far it got.
record QueuedMail(
        long id, String messageId, Mail mail, Instant createdAt, int attempts, String lastError) {}
