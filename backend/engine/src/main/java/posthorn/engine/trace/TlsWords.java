package posthorn.engine.trace;

import java.util.List;
import java.util.regex.Pattern;
import posthorn.engine.message.TlsFacts;

/// What mail servers write about encryption, each in its own way.
final class TlsWords {

    private static final String VERSION = "((?:TLS|SSL)[v_]?[0-9][0-9._]*)(?:/SSLv3)?";
    private static final String CIPHER = "([A-Za-z0-9][A-Za-z0-9_+-]{2,80})";

    private static final List<Pattern> FORMS =
            List.of(
                    // Postfix
                    pattern("using " + VERSION + " with cipher " + CIPHER),
                    // Exchange, Gmail, sendmail
                    pattern("version=" + VERSION + ",? ?cipher=" + CIPHER),
                    // Courier
                    pattern("TLS: " + VERSION + "[^,]*, ?\\d+ ?bits, ?" + CIPHER),
                    // Exim, before and since 4.94
                    pattern("\\(" + VERSION + "\\) tls " + CIPHER),
                    pattern("\\(" + VERSION + ":" + CIPHER),
                    pattern("\\(Cipher " + VERSION + ":" + CIPHER),
                    pattern("[( ]X=" + VERSION + ":" + CIPHER));

    private static final Pattern ESMTP_TLS =
            Pattern.compile("ESMTP/TLS/" + CIPHER, Pattern.CASE_INSENSITIVE);

    private TlsWords() {}

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }

    static TlsFacts read(String text) {
        for (var form : FORMS) {
            var found = form.matcher(text);
            if (found.find()) {
                return new TlsFacts.Encrypted(version(found.group(1)), found.group(2));
            }
        }
        var old = ESMTP_TLS.matcher(text);
        return old.find() ? new TlsFacts.Encrypted("", old.group(1)) : new TlsFacts.Unseen();
    }

    /// `TLS1_2`, `TLS1.2` and `TLSv1.2` are the same, and `TLSv1` is `TLSv1.0`.
    private static String version(String text) {
        var number = text.replaceAll("^[A-Za-z]+[v_]?", "").replace('_', '.');
        var kind = text.substring(0, 3).toUpperCase(java.util.Locale.ROOT);
        var digits = number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
        return kind + "v" + (digits.length() == 1 && kind.equals("TLS") ? digits + ".0" : digits);
    }
}
