package posthorn.app.platform.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One kept mail; links into this installation can be followed, nothing else can.
record KeptMailPage(
        String to, String subject, Instant at, String messageId, List<Piece> text, String html) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]++");

    /// A stretch of the text, to be followed or only to be read.
    record Piece(String text, boolean isLink) {}

    KeptMailPage {
        text = List.copyOf(text);
    }

    static KeptMailPage of(QueuedMail kept, String baseUrl) {
        var mail = kept.mail();
        return new KeptMailPage(
                mail.to().text(),
                mail.subject(),
                kept.createdAt(),
                kept.messageId(),
                pieces(mail.text(), baseUrl + "/"),
                mail.html());
    }

    static List<Piece> pieces(String text, String own) {
        var pieces = new ArrayList<Piece>();
        var matcher = ADDRESS.matcher(text);
        var end = 0;
        while (matcher.find()) {
            if (matcher.group().startsWith(own)) {
                pieces.add(new Piece(text.substring(end, matcher.start()), false));
                pieces.add(new Piece(matcher.group(), true));
                end = matcher.end();
            }
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }
}
