package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// Character-strings are joined without a blank (RFC 7208 §3.3), so a blank lost at a seam fuses
/// two terms into one. No string holds more than 255 bytes (RFC 1035 §3.3).
final class StringSeam implements RecordRule {

    private static final Pattern TERM_START =
            Pattern.compile(
                    "^[-+~?]?(?:(?:include|ip4|ip6|a|mx|exists|ptr):|(?:redirect|exp)=|[-+~?]all(?: |$)).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public List<Finding> judge(Published facts) {
        var strings = facts.strings();
        var pieces = new ArrayList<String>();
        boolean broken = false;
        for (var string : strings) {
            boolean seam = !pieces.isEmpty() && fuses(pieces.getLast(), string);
            broken |= seam;
            pieces.add(seam ? " " + string : string);
        }
        if (!broken) {
            return List.of();
        }
        var finding =
                critical("spf.string-over-255", facts.domain())
                        .with("record", facts.record().text())
                        .with("strings", strings);
        var parted = String.join("", pieces);
        return List.of(facts.replacing(finding, parted));
    }

    /// Whether two terms meet here without a blank between them.
    private static boolean fuses(String before, String after) {
        var tail = before.substring(before.lastIndexOf(' ') + 1);
        return !tail.isEmpty()
                && TERM_START.matcher(after).matches()
                && SpfParser.read(SpfRecord.VERSION + " " + tail).isValid();
    }
}
