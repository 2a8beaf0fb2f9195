package posthorn.engine.spf;

import java.util.Optional;
import java.util.regex.Pattern;

/// TXT data that was meant to be an SPF record and is none.
final class NearMisses {

    /// Blanks, quotes and the marks of word processors, some of them as UTF-8 read byte by byte.
    private static final String JUNK =
            "[\\s\"'`\u00a0\u00ab\u00bb\u00b4\u00ef\u00bf\u00e2\u0080-\u009f]*";

    private static final Pattern NEARLY =
            Pattern.compile(
                    "^" + JUNK + "(?:v\\s*=?\\s*spf|spf\\s*=?\\s*1\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern START =
            Pattern.compile(
                    "^" + JUNK + "(?:v\\s*=?\\s*)?spf\\s*=?\\s*1" + "[\\s;,:\"]*",
                    Pattern.CASE_INSENSITIVE);

    private NearMisses() {}

    static boolean isNearMiss(String text) {
        return !SpfRecord.isSpf(text) && NEARLY.matcher(text).find();
    }

    /// What was meant, if that is a record.
    static Optional<String> repaired(String text) {
        var start = START.matcher(text);
        if (!start.find()) {
            return Optional.empty();
        }
        var rest = text.substring(start.end()).replaceAll("[;,\"'\\x00-\\x20]+", " ").strip();
        var record = SpfParser.read((SpfRecord.VERSION + " " + rest).strip());
        var corrected = SpfParser.read(Slips.corrected(record));
        return corrected.isValid() ? Optional.of(corrected.text()) : Optional.empty();
    }
}
