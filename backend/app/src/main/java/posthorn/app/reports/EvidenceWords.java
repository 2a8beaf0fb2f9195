package posthorn.app.reports;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import posthorn.app.platform.web.Shown;
import posthorn.engine.text.Texts;

/// Puts the evidence of findings into words a reader knows. What has no word of ours stays as it
/// is.
final class EvidenceWords {

    private static final String KEY = "reports.evidence.";
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,30}");
    private static final Set<String> PLAIN_OUTCOMES = Set.of("literal", "found");
    private static final int MOST_ADDRESSES = 8;

    private final MessageSource messages;
    private final Locale locale;
    private final Texts texts;

    EvidenceWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.texts = Texts.in(locale);
    }

    /// All values of a finding in the order in which it gives them.
    List<Evidence> of(Map<String, Object> values) {
        return values.entrySet().stream()
                .filter(entry -> !isEmpty(entry.getValue()))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The values with these names of several things, one row for each.
    Evidence.Grid table(String name, List<String> columns, List<Map<String, Object>> things) {
        var rows = things.stream().map(thing -> row(columns, thing)).toList();
        return new Evidence.Grid(label(name), columns.stream().map(this::label).toList(), rows);
    }

    private Evidence of(String name, Object value) {
        return switch (value) {
            case List<?> list when list.getFirst() instanceof Map -> table(name, maps(list));
            case List<?> list ->
                    new Evidence.Plain(
                            label(name), list.stream().map(v -> value(name, v)).toList());
            case Map<?, ?> map when map.get("children") instanceof List ->
                    new Evidence.Tree(label(name), node(map));
            case Map<?, ?> map -> table(name, List.of(map));
            default -> new Evidence.Plain(label(name), List.of(value(name, value)));
        };
    }

    private Evidence.Grid table(String name, List<Map<?, ?>> maps) {
        var columns = new LinkedHashSet<String>();
        maps.forEach(map -> map.keySet().forEach(key -> columns.add(String.valueOf(key))));
        var rows = maps.stream().map(map -> row(columns, map)).toList();
        return new Evidence.Grid(label(name), columns.stream().map(this::label).toList(), rows);
    }

    private List<String> row(Collection<String> columns, Map<?, ?> map) {
        return columns.stream().map(column -> value(column, map.get(column))).toList();
    }

    private Evidence.Node node(Map<?, ?> map) {
        var asks = map.get("lookups") instanceof Number lookups && lookups.intValue() > 0;
        var outcome = String.valueOf(map.get("outcome"));
        return new Evidence.Node(
                value("term", map.containsKey("term") ? map.get("term") : map.get("domain")),
                asks && map.containsKey("total") ? value("total", map.get("total")) : "",
                !map.containsKey("outcome") || PLAIN_OUTCOMES.contains(outcome)
                        ? ""
                        : value("outcome", outcome),
                value("record", map.get("record")),
                addresses(map.get("addresses")),
                maps(map.get("children")).stream().map(this::node).toList());
    }

    private static String addresses(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return "";
        }
        var shown =
                list.stream()
                        .limit(MOST_ADDRESSES)
                        .map(Shown::of)
                        .collect(Collectors.joining(", "));
        return list.size() > MOST_ADDRESSES ? shown + ", …" : shown;
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(map -> (Map<?, ?>) map)
                        .toList()
                : List.of();
    }

    private String value(String name, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                    list.stream().map(v -> value(name, v)).collect(Collectors.joining(", "));
            case Boolean truth -> say(KEY + truth, truth.toString());
            case String text when WORD.matcher(text).matches() ->
                    say(KEY + name + "." + text, texts.word(name, text));
            default -> Shown.of(value);
        };
    }

    private String label(String name) {
        return WORD.matcher(name).matches() ? say(KEY + name, name) : Shown.of(name);
    }

    private String say(String key, String otherwise) {
        var text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || value.toString().isEmpty();
    }
}
