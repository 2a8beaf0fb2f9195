package posthorn.engine.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import posthorn.engine.dkim.TagList;
import posthorn.engine.outside.DnsName;

/// Where reports go: one piece of `rua` or `ruf` (RFC 9989 §4.8).
public sealed interface ReportUri {

    /// The piece as published.
    String text();

    /// Where it begins in the record.
    int at();

    /// A mailbox.
    ///
    /// @param size the size limit of RFC 7489 §6.2 with its exclamation mark, mostly empty
    record Mailto(String text, int at, String address, DnsName domain, String size)
            implements ReportUri {}

    /// A URI of another scheme, which reporters need not know.
    record Other(String text, int at) implements ReportUri {}

    /// No URI.
    record Broken(String text, int at) implements ReportUri {}

    /// Whether a report could be sent there.
    default boolean isUsable() {
        return !(this instanceof Broken);
    }

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

    Pattern COMMA = Pattern.compile(",");

    Pattern MAILTO =
            Pattern.compile(
                    "(?i)mailto:(?!//)([!-~&&[^@!,;?<>\"]]{1,256})@([!-~&&[^@!,;?<>\"]]{1,253})"
                            + "(?:\\?[!-~&&[^!]]*)?(![0-9]+[kmgt]?)?");

    Pattern OTHER = Pattern.compile("(?i)(?!mailto:)[a-z][a-z0-9+.-]*://[!-~&&[^!,;]]+");
}
