package posthorn.engine.server;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.provider.Providers;

/// What may be put into the open places of a recipe. Values come from outside: one that is not
/// exactly what the place is for is left out, and the place says in words what belongs there.
final class Blanks {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, Object> known;
    private final ServerWords words;

    private Blanks(Map<String, Object> known, ServerWords words) {
        this.known = known;
        this.words = words;
    }

    /// Nothing is known.
    static Blanks open(ServerWords words) {
        return new Blanks(Map.of(), words);
    }

    /// What a finding knows. The domain is the one that was checked, unless the finding is about
    /// another.
    static Blanks of(Finding finding, DnsName domain, ServerWords words) {
        var known = new LinkedHashMap<String, Object>();
        known.put("checked", domain.text());
        known.put("subject", finding.subject());
        finding.evidence().forEach(known::putIfAbsent);
        return new Blanks(known, words);
    }

    /// Whether a recipe is for this: what it asks of the finding is so, and the host it would
    /// change is not a provider's.
    boolean allow(Map<String, List<String>> sources) {
        return known.isEmpty()
                || (sources.entrySet().stream().allMatch(this::isMet)
                        && good("host", sources.getOrDefault("host", List.of())).stream()
                                .noneMatch(Blanks::isProviders));
    }

    private boolean isMet(Map.Entry<String, List<String>> source) {
        return !source.getKey().startsWith("?")
                || texts(known.get(source.getKey().substring(1))).containsAll(source.getValue());
    }

    private static boolean isProviders(String host) {
        return Providers.builtIn().ofMx(DnsName.of(host)).isPresent();
    }

    /// The values for the places of a recipe.
    ///
    /// @param sources by place: the names of values, the first good one counts; behind an
    ///   apostrophe a word of our own
    Values with(Map<String, List<String>> sources) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("domain", good("domain", List.of("checked")));
        sources.forEach((place, names) -> values.put(place, good(place, names)));
        return new Values(values, words);
    }

    private List<String> good(String place, List<String> names) {
        return names.stream()
                .map(name -> name.startsWith("'") ? word(name) : texts(known.get(name)))
                .map(texts -> texts.stream().filter(text -> Fit.fits(place, text)).toList())
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> word(String name) {
        return known.isEmpty() ? List.of() : List.of(name.substring(1));
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(value));
        };
    }

    /// Good values by place.
    record Values(Map<String, List<String>> byPlace, ServerWords words) {

        Values {
            byPlace = Map.copyOf(byPlace);
        }

        /// The text with its first values in place.
        String fill(String text) {
            return fill(text, 0);
        }

        /// The line, or one for each value if it has a place that can hold several.
        Stream<String> lines(String line) {
            int times = line.contains("{mx}") ? Math.max(1, values("mx").size()) : 1;
            return Stream.iterate(0, i -> i < times, i -> i + 1).map(i -> fill(line, i));
        }

        private String fill(String text, int at) {
            return PLACE.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), at)));
        }

        private String value(String place, int at) {
            var values = values(place);
            return values.isEmpty()
                    ? "<" + words.blank(place) + ">"
                    : values.get(Math.min(at, values.size() - 1));
        }

        private List<String> values(String place) {
            return byPlace.getOrDefault(place, List.of());
        }
    }
}
