package posthorn.engine.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;

/// One conversation with a mail server: greeting, EHLO, STARTTLS, EHLO, QUIT.
final class SmtpVisit {

    /// Replies of a server that does not know EHLO (RFC 5321 §3.2).
    private static final Set<Integer> UNKNOWN_COMMAND = Set.of(500, 501, 502, 504);

    private final Connection connection;
    private final Tls tls;
    private final String host;
    private final String name;
    private SmtpReplies replies;

    /// @param host the name we look for
    /// @param name our own
    SmtpVisit(Connection connection, Tls tls, String host, String name) {
        this.connection = connection;
        this.tls = tls;
        this.host = host;
        this.name = name;
        this.replies = new SmtpReplies(connection.in());
    }

    SmtpAnswer make() {
        long begun = System.nanoTime();
        var greeting = replies.next();
        var greetedAfter = Duration.ofNanos(System.nanoTime() - begun);
        var ehlo = greeting.isPositive() ? hello() : Reply.none();
        var startTls = ehlo.isPositive() ? startTls(ehlo) : new StartTls.NotTried();
        quit();
        return new Spoke(greeting, greetedAfter, ehlo, startTls);
    }

    private Reply hello() {
        var ehlo = say("EHLO " + name);
        return UNKNOWN_COMMAND.contains(ehlo.code()) ? say("HELO " + name) : ehlo;
    }

    private StartTls startTls(Reply ehlo) {
        if (!ehlo.offers("STARTTLS")) {
            return new StartTls.NotOffered();
        }
        var reply = say("STARTTLS");
        if (reply.code() == 0) {
            return failed("no reply to STARTTLS");
        }
        return reply.isPositive() ? encrypted() : new StartTls.Refused(reply);
    }

    /// What was sent in clear behind the reply is forgotten with the old reader (RFC 3207 §4.2).
    private StartTls encrypted() {
        try {
            var session = connection.encrypt(tls, host).session();
            replies = new SmtpReplies(connection.in());
            return new StartTls.Encrypted(session, say("EHLO " + name));
        } catch (IOException e) {
            return failed(Tls.alert(e));
        }
    }

    /// Whoever is slow has not failed.
    private StartTls failed(String why) {
        return connection.isOver() ? new StartTls.NotTried() : new StartTls.Failed(why);
    }

    private Reply say(String command) {
        try {
            send(command);
            return replies.next();
        } catch (IOException e) {
            return Reply.none();
        }
    }

    /// Politely, but without waiting for somebody who does not say goodbye.
    private void quit() {
        try {
            send("QUIT");
            connection.linger();
        } catch (IOException e) {
            return; // they have gone before us
        }
    }

    private void send(String command) throws IOException {
        connection.out().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.out().flush();
    }
}
