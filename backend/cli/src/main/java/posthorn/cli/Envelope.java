package posthorn.cli;

import java.net.InetAddress;
import java.util.Optional;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.spf.SpfQuery;

/// What the client of an SMTP session said, as options give it.
///
/// @param mailFrom without brackets; empty for a bounce
/// @param receiver the name of the host that evaluates
record Envelope(InetAddress ip, String helo, String mailFrom, String receiver) {

    static final Option IP = Option.one("ip", "IP");
    static final Option HELO = Option.one("helo", "NAME");
    static final Option RECEIVER = Option.one("receiver", "NAME");
    static final Option TIME = Option.one("time", "EPOCH");

    private static final String NOBODY = "unknown"; // RFC 7208 §7.3, for %{r}

    /// Reads the options; `sender` is the name of the one with the reverse-path.
    static Envelope of(Values values, String sender) {
        return new Envelope(
                ip(values.needed("ip")),
                ascii(values.one("helo").orElse("")),
                address(values.one(sender).orElse("")),
                values.one("receiver").map(Envelope::receiver).orElse(NOBODY));
    }

    private static InetAddress ip(String text) {
        return IpText.parse(text).orElseThrow(() -> UsageError.of("ip").with("value", text));
    }

    private static String receiver(String text) {
        return DnsName.fromPerson(text)
                .map(DnsName::text)
                .orElseThrow(() -> UsageError.of("receiver").with("value", text));
    }

    /// An address without brackets, its domain as A-labels.
    static String address(String text) {
        var bare = text.startsWith("<") && text.endsWith(">");
        var address = bare ? text.substring(1, text.length() - 1) : text;
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + ascii(address.substring(at + 1));
    }

    /// A name typed with umlauts as A-labels; anything else stays as it is, good or bad.
    private static String ascii(String name) {
        boolean plain = name.chars().allMatch(c -> c < 128);
        return plain ? name : DnsName.fromPerson(name).map(DnsName::text).orElse(name);
    }

    /// The domain that SPF asks first.
    Optional<DnsName> domain() {
        var name = mailFrom.isEmpty() ? helo : mailFrom.substring(mailFrom.lastIndexOf('@') + 1);
        return DnsName.fromPerson(name);
    }

    SpfQuery query() {
        return new SpfQuery(ip, helo, mailFrom, receiver);
    }

    /// The sender as people write it.
    String shownSender() {
        return mailFrom.isEmpty() ? "<>" : mailFrom;
    }
}
