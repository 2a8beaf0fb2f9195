package posthorn.app.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import posthorn.app.platform.Settings;

/// The server that takes our mail and brings it to the world.
@Component
class Relay {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_REASON = 300;

    private final JavaMailSenderImpl sender;
    private final String from;

    Relay(Settings settings) {
        sender = sender(settings.mail());
        from = settings.mail().from();
    }

    /// Hands one mail over and tells what became of it.
    Handover hand(QueuedMail queued) {
        try {
            sender.send(message(queued));
            return new Handover.Taken();
        } catch (MailException | MessagingException failed) {
            var causes = causes(failed);
            var reason = oneLine(causes.getLast());
            return causes.stream().anyMatch(Relay::isFinal)
                    ? new Handover.Refused(reason)
                    : new Handover.Later(reason);
        }
    }

    private MimeMessage message(QueuedMail queued) throws MessagingException {
        var mail = queued.mail();
        var message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(from));
        message.setRecipients(MimeMessage.RecipientType.TO, mail.to().text());
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(queued.createdAt()));
        message.setHeader("Message-ID", queued.messageId());
        // RFC 3834 §5: keeps holiday notices from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var field : mail.headers().entrySet()) {
            message.setHeader(field.getKey(), field.getValue());
        }
        if (mail.html().isEmpty()) {
            fill(message, mail.text(), "plain");
        } else {
            message.setContent(both(mail));
        }
        return message;
    }

    private static MimeMultipart both(Mail mail) throws MessagingException {
        var plain = new MimeBodyPart();
        fill(plain, mail.text(), "plain");
        var html = new MimeBodyPart();
        fill(html, mail.html(), "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static void fill(MimePart part, String text, String subtype) throws MessagingException {
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private static JavaMailSenderImpl sender(Settings.Mail mail) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        if (!mail.user().isEmpty()) {
            sender.setUsername(mail.user());
            sender.setPassword(mail.password());
        }
        sender.setJavaMailProperties(properties(mail));
        return sender;
    }

    private static Properties properties(Settings.Mail mail) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.smtp.writetimeout", "30000");
        properties.put("mail.smtp.auth", Boolean.toString(!mail.user().isEmpty()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (mail.tls()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        return properties;
    }

    private static boolean isFinal(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode() / 100 == 5;
            case SMTPSendFailedException text -> text.getReturnCode() / 100 == 5;
            default -> false;
        };
    }

    /// The exception and everything below it; the mail library hides replies in two kinds of
    /// chains.
    private static List<Throwable> causes(Throwable top) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var found = new ArrayList<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(top));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            found.add(next);
            if (next instanceof MailSendException several) {
                open.addAll(List.of(several.getMessageExceptions()));
            }
            if (next instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            } else if (next.getCause() != null) {
                open.add(next.getCause());
            }
        }
        return found;
    }

    private static String oneLine(Throwable failed) {
        var text = failed.getClass().getSimpleName() + ": " + failed.getMessage();
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
