package posthorn.engine.outside;

import java.util.List;
import java.util.Map;
import posthorn.engine.outside.HttpsAnswer.Answered;
import posthorn.engine.outside.HttpsAnswer.Failed;
import posthorn.engine.outside.HttpsAnswer.Why;

/// The conversation with a web server as lines of a transcript: `failed TIMEOUT …`, or
///
/// ```
/// status 200
/// type text/plain
/// tls TLSv1.3 TLS_AES_256_GCM_SHA384 TRUSTED
/// body version: STSv1\x0d\x0a
/// ```
///
/// The body is the texts of all its lines put together.
final class HttpsText {

    private static final int PIECE = 200;

    private HttpsText() {}

    static String of(HttpsAnswer answer) {
        return switch (answer) {
            case Failed(var why, var detail) -> SectionText.line("failed", why + " " + detail);
            case Answered(var status, var type, var location, var body, var session) ->
                    SectionText.line("status", String.valueOf(status))
                            + (type.isEmpty() ? "" : SectionText.line("type", type))
                            + (location.isEmpty() ? "" : SectionText.line("location", location))
                            + TlsText.of(session)
                            + body(body);
        };
    }

    /// One line for each line of the body; long ones in pieces.
    private static String body(String body) {
        var lines = new StringBuilder();
        for (int at = 0; at < body.length(); ) {
            int lineEnd = body.indexOf('\n', at);
            int end = Math.min(lineEnd < 0 ? body.length() : lineEnd + 1, at + PIECE);
            lines.append(SectionText.line("body", body.substring(at, end)));
            at = end;
        }
        return lines.toString();
    }

    static HttpsAnswer read(List<String> lines) {
        var texts = SectionText.read(lines);
        if (texts.containsKey("failed")) {
            var words = one(texts, "failed").split(" ", 2);
            return new Failed(Why.valueOf(words[0]), words.length > 1 ? words[1] : "");
        }
        return new Answered(
                Integer.parseInt(one(texts, "status").strip()),
                one(texts, "type"),
                one(texts, "location"),
                String.join("", texts.getOrDefault("body", List.of())),
                TlsText.read(texts));
    }

    private static String one(Map<String, List<String>> texts, String word) {
        return texts.getOrDefault(word, List.of("")).getFirst();
    }
}
