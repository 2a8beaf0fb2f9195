package posthorn.app.reports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import posthorn.app.platform.web.Shown;

/// A named value of a finding in the form that reads best. All text in it is fit to be shown.
sealed interface Evidence {

    String name();

    /// One or more plain values.
    record Plain(String name, List<String> values) implements Evidence {

        public Plain {
            values = List.copyOf(values);
        }
    }

    /// A list of like things.
    record Grid(String name, List<String> columns, List<List<String>> rows) implements Evidence {

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// Things within things.
    record Tree(String name, Node root) implements Evidence {}

    /// A thing and what is in it.
    ///
    /// @param label what it is
    /// @param values what else is known of it
    record Node(String label, List<Plain> values, List<Node> children) {

        public Node {
            values = List.copyOf(values);
            children = List.copyOf(children);
        }
    }

    /// What kind this is, for templates.
    default String shape() {
        return switch (this) {
            case Plain _ -> "plain";
            case Grid _ -> "grid";
            case Tree _ -> "tree";
        };
    }

    /// All values of a finding in the order in which it gives them.
    static List<Evidence> of(Map<String, Object> values) {
        return values.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
    }

    private static Evidence of(String name, Object value) {
        return switch (value) {
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof Map ->
                    grid(name, list);
            case List<?> list -> new Plain(name, list.stream().map(Shown::of).toList());
            case Map<?, ?> map when hasChildren(map) -> new Tree(name, node(map));
            case Map<?, ?> map -> grid(name, List.of(map));
            default -> new Plain(name, List.of(Shown.of(value)));
        };
    }

    private static Evidence grid(String name, List<?> list) {
        var maps = list.stream().filter(Map.class::isInstance).map(m -> (Map<?, ?>) m).toList();
        var columns = new LinkedHashSet<String>();
        maps.forEach(map -> map.keySet().forEach(key -> columns.add(Shown.of(key))));
        var rows = maps.stream().map(map -> row(columns, map)).toList();
        return new Grid(name, List.copyOf(columns), rows);
    }

    private static List<String> row(Set<String> columns, Map<?, ?> map) {
        return columns.stream().map(column -> flat(map.get(column))).toList();
    }

    private static String flat(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                    list.stream().map(Evidence::flat).collect(Collectors.joining(", "));
            default -> Shown.of(value);
        };
    }

    private static boolean hasChildren(Map<?, ?> map) {
        return map.values().stream().anyMatch(Evidence::isNodes);
    }

    private static boolean isNodes(Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance);
    }

    /// The first text of a node is its label; lists of maps are what is in it.
    private static Node node(Map<?, ?> map) {
        var children = new ArrayList<Node>();
        var values = new ArrayList<Plain>();
        for (var entry : map.entrySet()) {
            if (isNodes(entry.getValue())) {
                ((List<?>) entry.getValue())
                        .forEach(child -> children.add(node((Map<?, ?>) child)));
            } else if (!flat(entry.getValue()).isEmpty()) {
                values.add(new Plain(Shown.of(entry.getKey()), List.of(flat(entry.getValue()))));
            }
        }
        return values.isEmpty()
                ? new Node("", values, children)
                : new Node(
                        values.getFirst().values().getFirst(),
                        values.subList(1, values.size()),
                        children);
    }
}
