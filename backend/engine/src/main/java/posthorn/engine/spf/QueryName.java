package posthorn.engine.spf;

import java.util.Optional;
import posthorn.engine.outside.DnsName;

/// Text out of a record as a name for the DNS. A record may name things no message can hold.
final class QueryName {

    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    private QueryName() {}

    /// The name, or empty when a label is empty or too long (RFC 7208 §4.3, §4.8). A final dot is
    /// ignored; a name that is too long loses labels on the left (RFC 7208 §7.3).
    static Optional<DnsName> of(String text) {
        var name = fitted(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        return hasAskableLabels(name) ? Optional.of(DnsName.of(escaped(name))) : Optional.empty();
    }

    static String fitted(String name) {
        while (name.length() > MAX_NAME) {
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return name;
    }

    private static boolean hasAskableLabels(String name) {
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                if (i == start || i - start > MAX_LABEL) {
                    return false;
                }
                start = i + 1;
            } else if (name.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /// The escapes of master files (RFC 1035 §5.1) for all that is not plain.
    private static String escaped(String name) {
        var out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                out.append('\\').append(Integer.toString(1000 + c).substring(1));
            } else if ("\"();\\@$".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
