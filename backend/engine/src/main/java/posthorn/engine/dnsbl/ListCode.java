package posthorn.engine.dnsbl;

import java.net.InetAddress;
import posthorn.engine.outside.IpText;

/// A return code of a list, the list's own word for it, and what leads to it.
public record ListCode(Match match, Meaning meaning, String label, Cause cause) {

    /// What the code says.
    public enum Meaning {
        /// Accused.
        LISTED,
        /// The address belongs to a range that is not meant to send mail directly.
        POLICY,
        /// Worth knowing, no accusation; also every code that is not confirmed.
        NOTE
    }

    /// How an answer is compared with the code.
    public sealed interface Match {

        /// This address and no other.
        record Exact(InetAddress address) implements Match {}

        /// This bit in the last octet of `127.0.0.x`.
        record Bit(int mask) implements Match {}
    }

    /// The bits of an answer that this code explains: all or none for an exact one.
    int explains(InetAddress answer) {
        return switch (match) {
            case Match.Exact(var address) -> address.equals(answer) ? ALL : 0;
            case Match.Bit(var mask) -> isMask(answer) ? mask & last(answer) : 0;
        };
    }

    /// Whether no answer of this kind may ever accuse: 127.0.0.1 is no listing, and
    /// 127.255.255.0/24 holds error messages.
    boolean isHarmless() {
        return switch (match) {
            case Match.Exact(var address) ->
                    IpText.of(address).equals("127.0.0.1")
                            || IpText.of(address).startsWith("127.255.255.");
            case Match.Bit(var mask) -> mask == 1;
        };
    }

    static final int ALL = 0xff;

    static int last(InetAddress answer) {
        return answer.getAddress()[3] & 0xff;
    }

    private static boolean isMask(InetAddress answer) {
        return IpText.of(answer).startsWith("127.0.0.");
    }
}
