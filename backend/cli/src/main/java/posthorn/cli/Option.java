package posthorn.cli;

/// One option of a verb: `--selector`. Its name without hyphens is its key in a batch.
///
/// @param label the placeholder of its value, such as `HOST[:PORT]`; empty for a switch
/// @param many whether it may come several times, or with values parted by commas
record Option(String name, String label, boolean many) {

    static final Option RESOLVER = many("resolver", "HOST[:PORT]");
    static final Option ZONE = one("zone", "FILE");
    static final Option LISTS = one("lists", "FILE");
    static final Option LANG = one("lang", "de|en");
    static final Option JSON = toggle("json");

    static Option one(String name, String label) {
        return new Option(name, label, false);
    }

    static Option many(String name, String label) {
        return new Option(name, label, true);
    }

    static Option toggle(String name) {
        return new Option(name, "", false);
    }

    boolean isToggle() {
        return label.isEmpty();
    }
}
