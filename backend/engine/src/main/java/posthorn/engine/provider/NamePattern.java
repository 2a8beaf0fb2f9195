package posthorn.engine.provider;

import java.util.Locale;
import java.util.regex.Pattern;
import posthorn.engine.outside.DnsName;

/// A name with `*` for one character or more, dots too: `*.mail.protection.outlook.com`.
///
/// @param sure whether the pattern is confirmed
public record NamePattern(String text, boolean sure) {

    public NamePattern {
        text = text.toLowerCase(Locale.ROOT);
    }

    /// Whether the whole name is meant.
    public boolean matches(DnsName name) {
        return matches(name.text(), text);
    }

    /// Whether the whole text is meant, in whatever case.
    public boolean matches(String whole) {
        return matches(whole.toLowerCase(Locale.ROOT), text);
    }

    /// How much of a name the pattern fixes; of several patterns that match, the longest counts.
    public int length() {
        return text.replace("*", "").length();
    }

    private static boolean matches(String name, String pattern) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return name.equals(pattern);
        }
        var parts = Pattern.compile("*", Pattern.LITERAL).split(pattern, -1);
        if (!name.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            at = name.indexOf(parts[i], at + 1);
            if (at < 0) {
                return false;
            }
            at += parts[i].length();
        }
        var last = parts[parts.length - 1];
        return name.length() - last.length() > at && name.endsWith(last);
    }
}
