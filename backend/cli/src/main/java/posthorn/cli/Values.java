package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values of a verb's options, from the command line or from a line of a batch.
record Values(Map<String, List<String>> all) {

    Values {
        all = Map.copyOf(all);
    }

    /// The values given for `name`, in their order.
    List<String> all(String name) {
        return all.getOrDefault(name, List.of());
    }

    /// The last value given for `name`.
    Optional<String> one(String name) {
        var values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /// The value given for `name`.
    ///
    /// @throws UsageError if there is none
    String needed(String name) {
        return one(name).orElseThrow(() -> UsageError.of("needed").with("option", "--" + name));
    }

    /// Whether the switch `name` is on.
    boolean has(String name) {
        return one(name).filter("true"::equals).isPresent();
    }

    /// These values, and for options they do not name, those of `usual`.
    Values over(Values usual) {
        var merged = new LinkedHashMap<>(usual.all);
        merged.putAll(all);
        return new Values(merged);
    }
}
