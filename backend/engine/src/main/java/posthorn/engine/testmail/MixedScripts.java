package posthorn.engine.testmail;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Words that mix scripts whose letters look alike (UTS 39 §5.1), as a Cyrillic a among Latin
/// letters.
final class MixedScripts {

    private static final Set<UnicodeScript> ALIKE =
            EnumSet.of(
                    UnicodeScript.LATIN,
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.GREEK,
                    UnicodeScript.ARMENIAN,
                    UnicodeScript.CHEROKEE);

    /// Greek letters that nobody takes for Latin ones; they stand for quantities beside these.
    private static final String PLAINLY_GREEK = "ΓΔΘΛΞΠΣΦΨΩαβγδεζηθλμξπσςφψω";

    private MixedScripts() {}

    /// A word and the scripts in it.
    record Word(String text, Set<UnicodeScript> scripts) {}

    /// The first word of a text that mixes scripts.
    static Optional<Word> in(String text) {
        int start = 0;
        for (int at = 0; at <= text.length(); ) {
            boolean inside = at < text.length() && Character.isLetter(text.codePointAt(at));
            if (!inside) {
                var word = text.substring(start, at);
                var scripts = scripts(word);
                if (scripts.size() > 1) {
                    return Optional.of(new Word(word, scripts));
                }
                start = at + 1;
            }
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
            start = inside ? start : at;
        }
        return Optional.empty();
    }

    private static Set<UnicodeScript> scripts(String word) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints()
                .filter(c -> PLAINLY_GREEK.indexOf(c) < 0)
                .mapToObj(UnicodeScript::of)
                .filter(ALIKE::contains)
                .forEach(scripts::add);
        return scripts;
    }
}
