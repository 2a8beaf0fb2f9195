package posthorn.engine.outside;

import java.util.List;
import java.util.Map;

/// An encrypted connection as lines of a transcript.
final class TlsText {

    private TlsText() {}

    static String of(TlsSession session) {
        var lines = new StringBuilder();
        lines.append(
                SectionText.line(
                        "tls",
                        session.version() + " " + session.cipherSuite() + " " + session.trust()));
        session.certificates()
                .forEach(certificate -> lines.append(SectionText.line("certificate", certificate)));
        return lines.toString();
    }

    static TlsSession read(Map<String, List<String>> texts) {
        var words = texts.getOrDefault("tls", List.of("")).getFirst().split(" ", 3);
        return new TlsSession(
                words[0],
                words[1],
                texts.getOrDefault("certificate", List.of()),
                TlsSession.Trust.valueOf(words[2].strip()));
    }
}
