package posthorn.engine.trace;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import posthorn.engine.message.DateField;
import posthorn.engine.trace.TraceLexemes.Lexeme;

/// Reads a Received field clause by clause. The grammar (RFC 5321 §4.4) is seldom kept: clauses
/// come in any order, comments hold what matters most, and parts are missing.
final class ReceivedReader {

    private static final Set<String> CLAUSES = Set.of("from", "by", "via", "with", "id", "for");

    private final String text;
    private final FromClause from = new FromClause();
    private final Map<String, StringBuilder> values = new LinkedHashMap<>();
    private String clause = "";

    ReceivedReader(String text) {
        this.text = text;
    }

    Received read() {
        int semicolon = TraceLexemes.lastSemicolon(text);
        var head = semicolon < 0 ? text : text.substring(0, semicolon);
        TraceLexemes.of(head).forEach(this::lexeme);
        return new Received(
                from.from(),
                from.client(),
                from.reverseName(),
                from.helo(),
                FromClause.host(first("by")),
                first("via"),
                Protocol.read(all("with")).name(),
                FromClause.bare(first("id")),
                FromClause.bare(first("for")),
                from.user(),
                TlsWords.read(head),
                date(semicolon < 0 ? "" : text.substring(semicolon + 1)),
                text.strip());
    }

    /// Signs in front of a date say nothing.
    private static DateField date(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return DateField.read(text.substring(at));
    }

    private void lexeme(Lexeme lexeme) {
        switch (lexeme) {
            case Lexeme.Word(var word) -> word(word);
            case Lexeme.Comment(var comment) -> comment(comment);
        }
    }

    private void word(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (CLAUSES.contains(lower) && !values.containsKey(lower)) {
            clause = lower;
            values.put(lower, new StringBuilder());
        } else if (clause.equals("from")) {
            from.word(word);
        } else if (values.containsKey(clause)) {
            values.getOrDefault(clause, new StringBuilder()).append(word).append(' ');
        }
    }

    /// Only what stands behind `from` is about the client; a mail handed in on the machine itself
    /// has its user there: `(from alice@localhost)`.
    private void comment(String comment) {
        if (clause.equals("from")) {
            from.comment(comment);
        } else if (clause.isEmpty() && comment.toLowerCase(Locale.ROOT).startsWith("from ")) {
            from.word(comment.substring(5).strip());
        }
    }

    private String all(String name) {
        return String.valueOf(values.getOrDefault(name, new StringBuilder())).strip();
    }

    private String first(String name) {
        return all(name).split(" ", 2)[0];
    }
}
