package posthorn.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two SPF records with a common origin as one, in the order that RFC 7208 §4.6.2 and §5.1 ask for:
/// mechanisms, the `all`, modifiers.
final class MergedTerms {

    private MergedTerms() {}

    static String of(String base, String first, String second) {
        var before = words(base);
        var gone = new LinkedHashSet<>(before);
        gone.removeAll(words(second));
        var kept = words(first).stream().filter(word -> !gone.contains(word)).toList();
        var dropped = new LinkedHashSet<>(before);
        dropped.removeAll(words(first));
        var added = words(second).stream().filter(word -> !dropped.contains(word));
        return ordered(
                Stream.concat(kept.stream(), added)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" +", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static String ordered(Set<String> words) {
        var terms = new ArrayList<String>();
        words.stream().filter(word -> !isAll(word) && !isModifier(word)).forEach(terms::add);
        words.stream().filter(MergedTerms::isAll).limit(1).forEach(terms::add);
        words.stream().filter(MergedTerms::isModifier).forEach(terms::add);
        return String.join(" ", terms);
    }

    private static boolean isAll(String word) {
        return word.toLowerCase(Locale.ROOT).matches("[-+~?]?all");
    }

    private static boolean isModifier(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("redirect=") || lower.startsWith("exp=");
    }
}
