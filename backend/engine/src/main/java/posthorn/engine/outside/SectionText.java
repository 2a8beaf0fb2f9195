package posthorn.engine.outside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines of a section: a word, a blank, and text in which control characters are escaped.
final class SectionText {

    private SectionText() {}

    static String line(String word, String text) {
        return word + " " + escaped(text) + "\n";
    }

    /// The texts behind each word, in order.
    static Map<String, List<String>> read(List<String> lines) {
        var texts = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            int blank = line.indexOf(' ');
            var word = blank < 0 ? line : line.substring(0, blank);
            var text = blank < 0 ? "" : unescaped(line.substring(blank + 1));
            if (!word.isBlank() && !word.startsWith(";")) {
                texts.computeIfAbsent(word, _ -> new ArrayList<>()).add(text);
            }
        }
        return texts;
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                out.append("\\\\");
            } else if (c < ' ' || c == 0x7f || (c > 0x7f && c < 0xa0)) {
                out.append("\\x%02x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String unescaped(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && text.startsWith("x", i + 1) && i + 3 < text.length()) {
                out.append((char) Integer.parseInt(text, i + 2, i + 4, 16));
                i += 3;
            } else if (c == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
