package posthorn.cli;

import java.util.List;

/// One option of a verb: `--selector`. Its name without hyphens is its key in a batch.
///
/// @param label the placeholder of its value, such as `HOST[:PORT]`; empty for a switch
/// @param many whether it may come several times, or with values parted by commas
/// @param alias another name for it, or empty
/// @param words the values it can have, where these can be listed
record Option(String name, String label, boolean many, String alias, List<String> words) {

    static final Option RESOLVER = many("resolver", "HOST[:PORT]");
    static final Option ZONE = one("zone", "FILE");
    static final Option LISTS = one("lists", "FILE");
    static final Option LANG = one("lang", "de|en").of("de", "en");
    static final Option JSON = toggle("json");
    static final Option BATCH = toggle("batch");

    Option {
        words = List.copyOf(words);
    }

    static Option one(String name, String label) {
        return new Option(name, label, false, "", List.of());
    }

    static Option many(String name, String label) {
        return new Option(name, label, true, "", List.of());
    }

    static Option toggle(String name) {
        return new Option(name, "", false, "", List.of());
    }

    /// The same option with another name beside its own.
    Option or(String other) {
        return new Option(name, label, many, other, words);
    }

    /// The same option with the values it can have.
    Option of(String... possible) {
        return new Option(name, label, many, alias, List.of(possible));
    }

    boolean isToggle() {
        return label.isEmpty();
    }

    /// Its names, its own first.
    List<String> names() {
        return alias.isEmpty() ? List.of(name) : List.of(name, alias);
    }
}
