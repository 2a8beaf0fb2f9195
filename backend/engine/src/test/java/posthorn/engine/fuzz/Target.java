package posthorn.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A parser, and what holds whatever it is given.
///
/// @param pieces what its input is made of, whole examples among them
/// @param inSlices whether it is so slow that a build gives it only every twentieth input
public record Target(String name, List<String> pieces, Property property, boolean inSlices) {

    /// Throws when it does not hold.
    @FunctionalInterface
    public interface Property {
        void check(byte[] input) throws Exception;
    }

    /// The same for text of which each character is one octet.
    @FunctionalInterface
    public interface OfText {
        void check(String input) throws Exception;
    }

    public Target {
        pieces = List.copyOf(pieces);
    }

    /// A parser of octets.
    public static Target of(String name, Property property, String... pieces) {
        return new Target(name, List.of(pieces), property, false);
    }

    /// A parser of what TXT records hold: each octet as the Latin-1 character of the same number.
    public static Target latin1(String name, OfText property, String... pieces) {
        return new Target(
                name,
                List.of(pieces),
                octets -> property.check(new String(octets, StandardCharsets.ISO_8859_1)),
                false);
    }

    /// A parser of what people write.
    public static Target utf8(String name, OfText property, String... pieces) {
        return new Target(
                name,
                List.of(pieces),
                octets -> property.check(new String(octets, StandardCharsets.UTF_8)),
                false);
    }

    /// The same, only every twentieth input in a build: for what puts many parsers together.
    public Target inSlicesOnly() {
        return new Target(name, pieces, property, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
