package posthorn.engine.outside;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// IP addresses as text: the canonical form of RFC 5952, and strict reading without any look-up.
public final class IpText {

    private IpText() {}

    /// The canonical text: dotted decimal, or RFC 5952 for IPv6.
    public static String of(InetAddress address) {
        return address instanceof Inet4Address
                ? address.getHostAddress()
                : ofSixteen(address.getAddress());
    }

    private static String ofSixteen(byte[] bytes) {
        var groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /// The address written as `text`, IPv4 or IPv6; empty if it is neither. Never asks the DNS.
    public static Optional<InetAddress> parse(String text) {
        return text.indexOf(':') >= 0 ? six(text) : four(text);
    }

    /// The IPv4 address written as four decimal numbers without leading zeros.
    public static Optional<InetAddress> four(String text) {
        var bytes = new byte[4];
        int start = 0;
        for (int i = 0; i < 4; i++) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 || i == 3 ? text.length() : dot;
            int octet = number(text, start, end);
            if (octet < 0 || octet > 255 || (dot < 0 && i < 3)) {
                return Optional.empty();
            }
            bytes[i] = (byte) octet;
            start = end + 1;
        }
        return Optional.of(address(bytes));
    }

    /// The decimal number of up to three digits between two places of a text, without leading
    /// zeros; -1 if there is none.
    public static int number(String text, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /// The IPv6 address in one of the forms of RFC 4291 §2.2, without a zone index.
    public static Optional<InetAddress> six(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        var head = groups(gap >= 0 ? text.substring(0, gap) : text, gap < 0);
        var tail = groups(gap >= 0 ? text.substring(gap + 2) : "", true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int given = head.get().length + tail.get().length;
        if (gap >= 0 ? given > 14 : given != 16) {
            return Optional.empty();
        }
        var bytes = new byte[16];
        System.arraycopy(head.get(), 0, bytes, 0, head.get().length);
        System.arraycopy(tail.get(), 0, bytes, 16 - tail.get().length, tail.get().length);
        return Optional.of(sixteen(bytes));
    }

    private static Optional<byte[]> groups(String text, boolean last) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        var parts = text.split(":", -1);
        if (parts.length > 8) {
            return Optional.empty();
        }
        var out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') > 0) {
                var four = four(parts[i]);
                if (four.isEmpty()) {
                    return Optional.empty();
                }
                out.writeBytes(four.get().getAddress());
            } else if (isGroup(parts[i])) {
                int group = Integer.parseInt(parts[i], 16);
                out.write(group >> 8);
                out.write(group);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(out.toByteArray());
    }

    private static boolean isGroup(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) >= 128 || Character.digit(part.charAt(i), 16) < 0) {
                return false;
            }
        }
        return !part.isEmpty() && part.length() <= 4;
    }

    /// The name under `in-addr.arpa` or `ip6.arpa` of an address (RFC 1035 §3.5, RFC 3596 §2.5).
    public static DnsName reverse(InetAddress address) {
        var zone = address instanceof Inet4Address ? "in-addr.arpa" : "ip6.arpa";
        return DnsName.of(reversedLabels(address) + "." + zone);
    }

    /// The address's octets (IPv4) or nibbles (IPv6) in reverse order, parted by dots: the form DNS
    /// lists are asked with (RFC 5782 §2.1, §2.4).
    public static String reversedLabels(InetAddress address) {
        var bytes = address.getAddress();
        var text = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            if (bytes.length == 4) {
                text.append(bytes[i] & 0xff);
            } else {
                text.append(Integer.toHexString(bytes[i] & 0xf)).append('.');
                text.append(Integer.toHexString((bytes[i] >> 4) & 0xf));
            }
        }
        return text.toString();
    }

    /// The address with these 4 or 16 bytes; 16 bytes stay IPv6 even when they map IPv4.
    public static InetAddress address(byte[] bytes) {
        return bytes.length == 16 ? sixteen(bytes) : plain(bytes);
    }

    private static InetAddress sixteen(byte[] bytes) {
        try {
            return Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not 16 bytes: " + bytes.length, e);
        }
    }

    private static InetAddress plain(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("neither 4 nor 16 bytes: " + bytes.length, e);
        }
    }
}
