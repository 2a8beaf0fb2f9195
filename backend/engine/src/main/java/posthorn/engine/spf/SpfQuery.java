package posthorn.engine.spf;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import posthorn.engine.outside.IpText;

/// What is known of a mail when SPF is evaluated (RFC 7208 §4.1).
///
/// @param ip the client
/// @param helo the name the client gave
/// @param sender the reverse-path without brackets; empty for a bounce, then the HELO name counts
/// @param receiver the name of the host that evaluates, for explanations
public record SpfQuery(InetAddress ip, String helo, String sender, String receiver) {

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    public SpfQuery {
        ip = unmapped(ip);
    }

    /// An IPv4 address in IPv6 clothes is IPv4 (RFC 7208 §5).
    private static InetAddress unmapped(InetAddress ip) {
        var bytes = ip.getAddress();
        return bytes.length == 16 && Arrays.equals(bytes, 0, 12, MAPPED, 0, 12)
                ? IpText.address(Arrays.copyOfRange(bytes, 12, 16))
                : ip;
    }

    boolean isSix() {
        return ip instanceof Inet6Address;
    }

    /// The part of the sender before the `@`, `postmaster` if there is none (RFC 7208 §4.3).
    String localPart() {
        int at = sender.lastIndexOf('@');
        return at <= 0 ? "postmaster" : sender.substring(0, at);
    }

    /// The domain that is asked first.
    String senderDomain() {
        return sender.isEmpty() ? helo : sender.substring(sender.lastIndexOf('@') + 1);
    }
}
