package posthorn.engine.spf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Text with macros (RFC 7208 §7.1): names in terms, and explanations.
///
/// @param source as published
/// @param parts the same, read
public record MacroString(String source, List<Part> parts) {

    /// The name a mechanism without a domain-spec is about: the domain of its record.
    public static final MacroString CURRENT_DOMAIN =
            new MacroString("", List.of(new Part.Macro('d', false, 0, false, "")));

    /// A piece of a macro-string.
    public sealed interface Part {

        /// Text that stands for itself.
        record Literal(String text) implements Part {}

        /// `%%`, `%_` or `%-` and what it stands for.
        record Escape(String text) implements Part {}

        /// A macro. `labels` is 0 when all parts are kept.
        record Macro(
                char letter, boolean urlEscaped, int labels, boolean reversed, String delimiters)
                implements Part {

            /// Whether the value is taken as it is.
            boolean isPlain() {
                return !urlEscaped && labels == 0 && !reversed && delimiters.isEmpty();
            }
        }
    }

    /// The values of macro letters.
    @FunctionalInterface
    interface Values {
        String of(char letter);
    }

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAX_EXPANDED = 20_000;
    private static final int MAX_LABEL = 63;

    public MacroString {
        parts = List.copyOf(parts);
    }

    /// Reads a name or the value of a modifier: visible ASCII, no macros `c`, `r`, `t`.
    public static Optional<MacroString> parse(String source) {
        return new MacroReader(source, "slodipvh", '!').read();
    }

    /// Reads the text of an explanation, in which blanks and all macros may stand (RFC 7208 §6.2).
    public static Optional<MacroString> parseExplanation(String source) {
        return new MacroReader(source, "slodipvhcrt", ' ').read();
    }

    /// Whether this is a domain-spec: it ends in a macro or in a dot and a label that is not all
    /// digits (RFC 7208 §7.1).
    public boolean isDomainSpec() {
        if (parts.isEmpty()) {
            return false;
        }
        return !(parts.getLast() instanceof Part.Literal(var tail)) || endsInTopLabel(tail);
    }

    private static boolean endsInTopLabel(String tail) {
        var text = tail.endsWith(".") ? tail.substring(0, tail.length() - 1) : tail;
        int dot = text.lastIndexOf('.');
        return dot >= 0 && isTopLabel(text.substring(dot + 1));
    }

    private static boolean isTopLabel(String label) {
        return label.length() <= MAX_LABEL && isAlphanumericWithLetter(label);
    }

    /// Letters, digits, and hyphens that are neither first nor last; not digits alone.
    private static boolean isAlphanumericWithLetter(String label) {
        boolean letter = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!isAlphanumeric(c) && (c != '-' || i == 0 || i == label.length() - 1)) {
                return false;
            }
            letter |= !isDigit(c);
        }
        return letter;
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// The letters of the macros, lower-case.
    public String letters() {
        return parts.stream()
                .filter(Part.Macro.class::isInstance)
                .map(part -> String.valueOf(((Part.Macro) part).letter()))
                .collect(Collectors.joining());
    }

    /// The text with each macro replaced by its value.
    String expand(Values values) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(
                    switch (part) {
                        case Part.Literal(var literal) -> literal;
                        case Part.Escape(var escape) -> escape;
                        case Part.Macro macro -> expand(macro, values.of(macro.letter()));
                    });
            if (text.length() > MAX_EXPANDED) {
                text.delete(0, text.length() - MAX_EXPANDED);
            }
        }
        return text.toString();
    }

    private static String expand(Part.Macro macro, String value) {
        return macro.isPlain() ? value : transformed(macro, value);
    }

    private static String transformed(Part.Macro macro, String value) {
        var delimiters = macro.delimiters().isEmpty() ? "." : macro.delimiters();
        var pieces = split(value, delimiters);
        if (macro.reversed()) {
            Collections.reverse(pieces);
        }
        int kept = macro.labels() == 0 ? pieces.size() : Math.min(macro.labels(), pieces.size());
        var text = String.join(".", pieces.subList(pieces.size() - kept, pieces.size()));
        return macro.urlEscaped() ? urlEscaped(text) : text;
    }

    private static List<String> split(String value, String delimiters) {
        var pieces = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            if (delimiters.indexOf(value.charAt(i)) >= 0) {
                pieces.add(value.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(value.substring(start));
        return pieces;
    }

    /// All but unreserved characters as `%XX` (RFC 3986 §2.3).
    private static String urlEscaped(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved =
                    c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            if (unreserved) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return source;
    }
}
