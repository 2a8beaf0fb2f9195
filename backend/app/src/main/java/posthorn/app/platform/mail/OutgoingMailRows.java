package posthorn.app.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `outgoing_mail`.
@Repository
class OutgoingMailRows {

    private static final String COLUMNS =
            "id, message_id, recipient, subject, text_body, html_body, headers, created_at,"
                    + " attempts, last_error ";

    private final JdbcClient jdbc;

    OutgoingMailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String messageId, Mail mail, Instant now) {
        return jdbc.sql(
                        """
                        insert into outgoing_mail (message_id, recipient, subject, text_body,
                            html_body, headers, created_at, due_at)
                        values (:messageId, :to, :subject, :text, :html, :headers, :now, :now)
                        returning id
                        """)
                .param("messageId", messageId)
                .param("to", mail.to().text())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("headers", lines(mail))
                .param("now", at(now))
                .query(Long.class)
                .single();
    }

    /// Leases mails that are due. A mail waits for older ones to the same person, so that they
    /// arrive in order.
    List<QueuedMail> claim(Instant now, Duration lease, int most) {
        return jdbc.sql(
                        """
                        update outgoing_mail
                        set leased_until = :until, attempts = attempts + 1
                        where id in (
                            select id from outgoing_mail as due
                            where sent_at is null and failed_at is null and due_at <= :now
                                and (leased_until is null or leased_until <= :now)
                                and not exists (
                                    select from outgoing_mail as older
                                    where older.recipient = due.recipient and older.id < due.id
                                        and older.sent_at is null and older.failed_at is null)
                            order by due_at, id
                            limit :most
                            for update skip locked)
                        returning
                        """
                                + COLUMNS)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .param("most", most)
                .query(OutgoingMailRows::row)
                .list();
    }

    /// Marks a mail as sent. Its text is forgotten: links in it are secrets of the recipient.
    void sent(long id, Instant now) {
        jdbc.sql(
                        """
                        update outgoing_mail
                        set sent_at = :now, leased_until = null, text_body = '', html_body = '',
                            last_error = ''
                        where id = :id
                        """)
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    void later(long id, Instant due, String reason) {
        jdbc.sql(
                        """
                        update outgoing_mail
                        set due_at = :due, leased_until = null, last_error = :reason
                        where id = :id
                        """)
                .param("id", id)
                .param("due", at(due))
                .param("reason", reason)
                .update();
    }

    void failed(long id, Instant now, String reason) {
        jdbc.sql(
                        """
                        update outgoing_mail
                        set failed_at = :now, leased_until = null, text_body = '', html_body = '',
                            last_error = :reason
                        where id = :id
                        """)
                .param("id", id)
                .param("now", at(now))
                .param("reason", reason)
                .update();
    }

    /// Mails not yet sent, newest first.
    List<QueuedMail> kept(int most) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from outgoing_mail where sent_at is null and failed_at is null
                                order by id desc limit :most
                                """)
                .param("most", most)
                .query(OutgoingMailRows::row)
                .list();
    }

    Optional<QueuedMail> kept(long id) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                from outgoing_mail
                                where id = :id and sent_at is null and failed_at is null
                                """)
                .param("id", id)
                .query(OutgoingMailRows::row)
                .optional();
    }

    /// Removes mails that ended before the given time.
    int removeEndedBefore(Instant end) {
        return jdbc.sql("delete from outgoing_mail where coalesce(sent_at, failed_at) < :end")
                .param("end", at(end))
                .update();
    }

    private static QueuedMail row(ResultSet row, int number) throws SQLException {
        var headers = new TreeMap<String, String>();
        row.getString("headers")
                .lines()
                .forEach(line -> headers.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        var mail =
                new Mail(
                        new EmailAddress(row.getString("recipient")),
                        row.getString("subject"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        headers);
        return new QueuedMail(
                row.getLong("id"),
                row.getString("message_id"),
                mail,
                row.getTimestamp("created_at").toInstant(),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static String lines(Mail mail) {
        return mail.headers().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
