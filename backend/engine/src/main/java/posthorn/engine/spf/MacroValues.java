package posthorn.engine.spf;

import java.net.InetAddress;
import java.time.Clock;
import java.util.HexFormat;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

/// The values of macro letters for one mail and the record of one domain (RFC 7208 §7.2).
record MacroValues(SpfQuery query, String domain, Clock clock, ClientNames clientNames)
        implements MacroString.Values {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public String of(char letter) {
        return switch (letter) {
            case 's' -> query.localPart() + "@" + query.senderDomain();
            case 'l' -> query.localPart();
            case 'o' -> query.senderDomain();
            case 'd' -> domain;
            case 'i' -> dotted(query.ip());
            case 'p' -> clientNames.best(QueryName.of(domain).orElse(DnsName.ROOT));
            case 'v' -> query.isSix() ? "ip6" : "in-addr";
            case 'h' -> query.helo();
            case 'c' -> IpText.of(query.ip());
            case 'r' -> query.receiver().isEmpty() ? "unknown" : query.receiver();
            case 't' -> String.valueOf(clock.instant().getEpochSecond());
            default -> throw new IllegalArgumentException("no macro: " + letter);
        };
    }

    /// Dotted decimal, or for IPv6 the dotted nibbles.
    private static String dotted(InetAddress ip) {
        var bytes = ip.getAddress();
        if (bytes.length == 4) {
            return IpText.of(ip);
        }
        var text = new StringBuilder();
        for (byte b : bytes) {
            var nibbles = HEX.toHexDigits(b);
            text.append(nibbles.charAt(0)).append('.').append(nibbles.charAt(1)).append('.');
        }
        return text.substring(0, text.length() - 1);
    }
}
