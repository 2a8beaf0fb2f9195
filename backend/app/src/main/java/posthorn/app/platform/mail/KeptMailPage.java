package posthorn.app.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import posthorn.app.platform.web.Moment;
import posthorn.app.platform.web.Shown;

/// One kept mail; links into this installation can be followed, nothing else can.
record KeptMailPage(
        String to,
        String subject,
        Moment at,
        String messageId,
        List<List<Piece>> text,
        String html) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]++");

    /// A stretch of a line, to be followed or only to be read.
    record Piece(String text, boolean isLink) {}

    KeptMailPage {
        text = List.copyOf(text);
    }

    static KeptMailPage of(QueuedMail kept, Moment at, String baseUrl) {
        var mail = kept.mail();
        return new KeptMailPage(
                mail.to().text(),
                Shown.of(mail.subject()),
                at,
                kept.messageId(),
                mail.text()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> pieces(Shown.of(line), baseUrl + "/"))
                        .toList(),
                Shown.lines(mail.html()));
    }

    static List<Piece> pieces(String line, String own) {
        var pieces = new ArrayList<Piece>();
        var matcher = ADDRESS.matcher(line);
        var end = 0;
        while (matcher.find()) {
            if (matcher.group().startsWith(own)) {
                pieces.add(new Piece(line.substring(end, matcher.start()), false));
                pieces.add(new Piece(matcher.group(), true));
                end = matcher.end();
            }
        }
        pieces.add(new Piece(line.substring(end), false));
        return List.copyOf(pieces);
    }
}
