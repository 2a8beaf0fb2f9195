package posthorn.engine.spf;

/// What a directive compares the client with (RFC 7208 §5).
public sealed interface Mechanism {

    /// Matches always.
    record All() implements Mechanism {}

    /// Matches when the record of another domain passes.
    record Include(MacroString target) implements Mechanism {}

    /// Matches the addresses of a name, widened to the prefix lengths.
    record A(MacroString target, int prefix4, int prefix6) implements Mechanism {}

    /// Matches the addresses of a domain's MX hosts.
    record Mx(MacroString target, int prefix4, int prefix6) implements Mechanism {}

    /// Matches a client whose own name is below a domain. Must not be published (RFC 7208 §5.5).
    record Ptr(MacroString target) implements Mechanism {}

    /// Matches a block of addresses: `ip4` or `ip6`.
    record Ip(IpNetwork network) implements Mechanism {}

    /// Matches when a name has an IPv4 address.
    record Exists(MacroString target) implements Mechanism {}

    /// Whether evaluating it asks the DNS and so counts towards the limit of ten (RFC 7208 §4.6.4).
    default boolean asksDns() {
        return switch (this) {
            case All _, Ip _ -> false;
            case Include _, A _, Mx _, Ptr _, Exists _ -> true;
        };
    }

    /// The name it is about; of mechanisms without one, the domain itself.
    default MacroString target() {
        return switch (this) {
            case All _, Ip _ -> MacroString.CURRENT_DOMAIN;
            case Include(var target) -> target;
            case A(var target, _, _) -> target;
            case Mx(var target, _, _) -> target;
            case Ptr(var target) -> target;
            case Exists(var target) -> target;
        };
    }
}
