package posthorn.engine.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import posthorn.engine.dkim.TagList;
import posthorn.engine.dmarc.ReportUri.Broken;
import posthorn.engine.dmarc.ReportUri.Mailto;
import posthorn.engine.dmarc.ReportUri.Other;
import posthorn.engine.outside.DnsName;

/// Reads lists of addresses for reports.
final class ReportUriReader {

    private static final Pattern COMMA = Pattern.compile(",");

    /// Quotes, angle brackets and backslashes stand in no URI (RFC 3986 §2, appendix C).
    private static final Pattern MAILTO =
            Pattern.compile(
                    "(?i)mailto:(?!//)([!-~&&[^@!,;?<>\"\\\\]]{1,256})"
                            + "@([!-~&&[^@!,;?<>\"\\\\]]{1,253})"
                            + "(?:\\?[!-~&&[^!<>\"\\\\]]*)?(![0-9]+[kmgt]?)?");

    private static final Pattern OTHER =
            Pattern.compile("(?i)(?!mailto:)[a-z][a-z0-9+.-]*://[!-~&&[^!,;<>\"\\\\]]+");

    private ReportUriReader() {}

    /// The URIs of a tag, in order.
    static List<ReportUri> all(TagList.Tag tag) {
        var uris = new ArrayList<ReportUri>();
        int at = tag.valueAt();
        for (var piece : COMMA.split(tag.value(), -1)) {
            var text = piece.strip();
            uris.add(of(text, at + (text.isEmpty() ? 0 : piece.indexOf(text.charAt(0)))));
            at += piece.length() + 1;
        }
        return uris;
    }

    /// Reads one piece.
    static ReportUri of(String text, int at) {
        var mailto = MAILTO.matcher(text);
        if (mailto.matches()) {
            var domain = DnsName.fromPerson(mailto.group(2));
            if (domain.isPresent()) {
                var address = mailto.group(1) + "@" + mailto.group(2);
                var size = mailto.group(3) == null ? "" : mailto.group(3);
                return new Mailto(text, at, address, domain.get(), size);
            }
        }
        return OTHER.matcher(text).matches() ? new Other(text, at) : new Broken(text, at);
    }
}
