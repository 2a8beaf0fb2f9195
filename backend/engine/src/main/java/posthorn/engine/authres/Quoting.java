package posthorn.engine.authres;

/// Quoted-strings and comments (RFC 5322 §3.2.2, §3.2.4) of printable characters.
final class Quoting {

    private Quoting() {}

    static String quoted(String text) {
        return '"' + escaped(text, "\"\\") + '"';
    }

    static String comment(String text) {
        return '(' + escaped(text, "()\\") + ')';
    }

    private static String escaped(String text, String special) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }
}
