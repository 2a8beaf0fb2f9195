package posthorn.engine.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

/// The conversation with a mail server as lines of a transcript: `unreached TIMEOUT`, or
///
/// ```
/// after 120
/// greeting 220 mail.example.org ESMTP
/// ehlo 250 mail.example.org
/// ehlo 250 STARTTLS
/// starttls 220 go ahead
/// tls TLSv1.3 TLS_AES_256_GCM_SHA384 TRUSTED
/// certificate MII…
/// inside 250 mail.example.org
/// ```
///
/// `starttls` with another reply is a refusal; `handshake` and an alert a handshake that failed.
final class SmtpText {

    private SmtpText() {}

    static String of(SmtpAnswer answer) {
        return switch (answer) {
            case Unreached(var why) -> SectionText.line("unreached", why.name());
            case Spoke(var greeting, var after, var ehlo, var startTls) ->
                    SectionText.line("after", String.valueOf(after.toMillis()))
                            + reply("greeting", greeting)
                            + reply("ehlo", ehlo)
                            + startTls(startTls);
        };
    }

    private static String startTls(StartTls startTls) {
        return switch (startTls) {
            case StartTls.NotTried _ -> "";
            case StartTls.NotOffered _ -> "not-offered\n";
            case StartTls.Refused(var reply) -> reply("starttls", reply);
            case StartTls.Failed(var alert) -> SectionText.line("handshake", alert);
            case StartTls.Encrypted(var session, var ehlo) ->
                    TlsText.of(session) + reply("inside", ehlo);
        };
    }

    private static String reply(String word, Reply reply) {
        var lines = new StringBuilder();
        if (reply.lines().isEmpty()) {
            lines.append(SectionText.line(word, code(reply)));
        }
        reply.lines()
                .forEach(line -> lines.append(SectionText.line(word, code(reply) + " " + line)));
        return lines.toString();
    }

    private static String code(Reply reply) {
        return "%03d".formatted(reply.code());
    }

    /// The conversation in these lines.
    static SmtpAnswer read(List<String> lines) {
        var texts = SectionText.read(lines);
        if (texts.containsKey("unreached")) {
            return new Unreached(Why.valueOf(first(texts, "unreached").strip()));
        }
        return new Spoke(
                reply(texts, "greeting"),
                Duration.ofMillis(
                        Long.parseLong(
                                texts.getOrDefault("after", List.of("0")).getFirst().strip())),
                reply(texts, "ehlo"),
                startTls(texts));
    }

    private static StartTls startTls(Map<String, List<String>> texts) {
        if (texts.containsKey("tls")) {
            return new StartTls.Encrypted(TlsText.read(texts), reply(texts, "inside"));
        }
        if (texts.containsKey("handshake")) {
            return new StartTls.Failed(first(texts, "handshake"));
        }
        if (texts.containsKey("starttls")) {
            return new StartTls.Refused(reply(texts, "starttls"));
        }
        return texts.containsKey("not-offered")
                ? new StartTls.NotOffered()
                : new StartTls.NotTried();
    }

    private static Reply reply(Map<String, List<String>> texts, String word) {
        int code = 0;
        var lines = new ArrayList<String>();
        for (var text : texts.getOrDefault(word, List.of())) {
            code = Integer.parseInt(text, 0, 3, 10);
            if (text.length() > 3) {
                lines.add(text.substring(4));
            }
        }
        return new Reply(code, lines);
    }

    private static String first(Map<String, List<String>> texts, String word) {
        return texts.getOrDefault(word, List.of("")).getFirst();
    }
}
