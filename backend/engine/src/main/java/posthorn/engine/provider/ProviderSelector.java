package posthorn.engine.provider;

/// A DKIM selector that a provider's customers use.
public sealed interface ProviderSelector {

    /// The selector; a `*` in it stands for what only the provider knows, such as a date.
    String name();

    /// Whether it is confirmed.
    boolean sure();

    /// Whether the selector can be asked for as it stands.
    default boolean isGuessable() {
        return name().indexOf('*') < 0;
    }

    /// Whether this selector may be meant.
    default boolean means(String selector) {
        return new NamePattern(name(), sure()).matches(selector);
    }

    /// The customer publishes the key record.
    record Key(String name, boolean sure) implements ProviderSelector {}

    /// The customer publishes a CNAME that leads to the provider's key record.
    record Alias(String name, Template target, boolean sure) implements ProviderSelector {}
}
