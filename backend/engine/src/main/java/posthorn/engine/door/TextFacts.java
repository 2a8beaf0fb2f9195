package posthorn.engine.door;

/// What the octets of a text were like on the wire.
///
/// @param octets of the message, dots in front of lines taken away again (RFC 5321 §4.5.2)
/// @param bareLf how many LF had no CR in front (RFC 5321 §2.3.8)
/// @param firstBareLf where in the message the first stands; -1 for none
/// @param bareCr how many CR had no LF behind
/// @param firstBareCr where the first stands; -1 for none
/// @param longestLine octets of the longest line without its end; 998 are allowed (RFC 5322 §2.1.1)
/// @param isEightBit whether an octet above 127 is in it
/// @param hasNul whether an octet 0 is in it
public record TextFacts(
        long octets,
        long bareLf,
        long firstBareLf,
        long bareCr,
        long firstBareCr,
        long longestLine,
        boolean isEightBit,
        boolean hasNul) {}
