package posthorn.engine.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one macro-string (RFC 7208 §7.1).
final class MacroReader {

    private static final Pattern MACRO = Pattern.compile("([A-Za-z])([0-9]*)([rR]?)([.\\-+,/_=]*)");
    private static final int MAX_LABELS = 128;

    private final String source;
    private final String letters;
    private final char lowest;
    private final List<MacroString.Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    /// @param letters the macros allowed
    /// @param lowest the smallest character allowed outside macros
    MacroReader(String source, String letters, char lowest) {
        this.source = source;
        this.letters = letters;
        this.lowest = lowest;
    }

    /// The macro-string, or empty if there is a mistake in it.
    Optional<MacroString> read() {
        int at = 0;
        while (at >= 0 && at < source.length()) {
            at = source.charAt(at) == '%' ? percent(at) : literal(at);
        }
        endLiteral();
        return at < 0 ? Optional.empty() : Optional.of(new MacroString(source, parts));
    }

    private int literal(int at) {
        char c = source.charAt(at);
        if (c < lowest || c > '~') {
            return -1;
        }
        literal.append(c);
        return at + 1;
    }

    private int percent(int at) {
        endLiteral();
        char next = at + 1 < source.length() ? source.charAt(at + 1) : 0;
        switch (next) {
            case '%' -> parts.add(new MacroString.Part.Escape("%"));
            case '_' -> parts.add(new MacroString.Part.Escape(" "));
            case '-' -> parts.add(new MacroString.Part.Escape("%20"));
            case '{' -> {
                return macro(at + 2);
            }
            default -> {
                return -1;
            }
        }
        return at + 2;
    }

    private int macro(int at) {
        int end = source.indexOf('}', at);
        if (end < 0) {
            return -1;
        }
        var matcher = MACRO.matcher(source.substring(at, end));
        if (!matcher.matches()) {
            return -1;
        }
        char letter = matcher.group(1).toLowerCase(Locale.ROOT).charAt(0);
        int labels = labels(matcher.group(2));
        if (letters.indexOf(letter) < 0 || labels < 0) {
            return -1;
        }
        parts.add(
                new MacroString.Part.Macro(
                        letter,
                        Character.isUpperCase(matcher.group(1).charAt(0)),
                        labels,
                        !matcher.group(3).isEmpty(),
                        matcher.group(4)));
        return end + 1;
    }

    /// A number of labels is never zero (RFC 7208 §7.1); none given means all, here 0.
    private static int labels(String digits) {
        if (digits.isEmpty()) {
            return 0;
        }
        var number = digits.replaceFirst("^0+", "");
        if (number.isEmpty()) {
            return -1;
        }
        return number.length() > 3 ? MAX_LABELS : Math.min(MAX_LABELS, Integer.parseInt(number));
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new MacroString.Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
