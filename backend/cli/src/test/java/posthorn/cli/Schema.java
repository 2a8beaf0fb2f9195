package posthorn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds JSON to `docs/cli-schema.json`: the keywords of JSON Schema that file uses, and no others.
final class Schema {

    private static final Set<String> KNOWN =
            Set.of(
                    "$schema",
                    "title",
                    "description",
                    "$defs",
                    "$ref",
                    "oneOf",
                    "type",
                    "const",
                    "enum",
                    "required",
                    "additionalProperties",
                    "properties",
                    "items");

    private static final Map<?, ?> ROOT = object(Json.read(text()));

    private Schema() {}

    /// What in the JSON text is against the schema; empty if nothing is.
    static List<String> faults(String json) {
        return faults(ROOT, Json.read(json), "$");
    }

    private static String text() {
        try {
            return Files.readString(Path.of("../../docs/cli-schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<String> faults(Map<?, ?> schema, @Nullable Object value, String at) {
        var faults = new ArrayList<String>();
        for (var keyword : schema.keySet()) {
            if (!KNOWN.contains(keyword)) {
                faults.add("the schema uses " + keyword);
            }
        }
        if (schema.get("$ref") instanceof String ref) {
            var name = ref.substring("#/$defs/".length());
            faults.addAll(faults(object(object(ROOT.get("$defs")).get(name)), value, at));
        }
        if (schema.get("oneOf") instanceof List<?> options) {
            var tried = options.stream().map(o -> faults(object(o), value, at)).toList();
            if (tried.stream().filter(List::isEmpty).count() != 1) {
                faults.add(at + " fits not exactly one: " + tried);
            }
        }
        if (schema.get("type") instanceof String type && !is(type, value)) {
            faults.add(at + " is no " + type);
        }
        if (schema.containsKey("const") && !Objects.equals(schema.get("const"), value)) {
            faults.add(at + " is not " + schema.get("const"));
        }
        if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
            faults.add(at + " is none of " + values + ": " + value);
        }
        if (value instanceof Map<?, ?> members) {
            faults.addAll(members(schema, members, at));
        }
        if (value instanceof List<?> elements && schema.get("items") != null) {
            for (int i = 0; i < elements.size(); i++) {
                var place = at + "[" + i + "]";
                faults.addAll(faults(object(schema.get("items")), elements.get(i), place));
            }
        }
        return faults;
    }

    private static List<String> members(Map<?, ?> schema, Map<?, ?> members, String at) {
        var faults = new ArrayList<String>();
        if (schema.get("required") instanceof List<?> names) {
            names.stream()
                    .filter(name -> !members.containsKey(name))
                    .forEach(name -> faults.add(at + " lacks " + name));
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            members.forEach((name, member) -> {
                var place = at + "." + name;
                if (properties.get(name) instanceof Map<?, ?> known) {
                    faults.addAll(faults(known, member, place));
                } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                    faults.add(place + " is not in the schema");
                }
            });
        }
        return faults;
    }

    private static boolean is(String type, @Nullable Object value) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "integer" ->
                    value instanceof Integer
                            || value instanceof Long
                            || value instanceof BigInteger;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List<?>;
            case "object" -> value instanceof Map<?, ?>;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
