package posthorn.app.domains;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.psl.PublicSuffixes;

/// What a person typed where a domain was asked for.
sealed interface TypedName {

    /// A domain that can be watched.
    record Usable(DnsName name) implements TypedName {}

    /// Something else that holds a domain: a web address or a mail address.
    record Holds(NameFault fault, DnsName name) implements TypedName {}

    /// No domain, and why.
    record Refused(NameFault fault) implements TypedName {}

    int LONGEST = 253;
    int LONGEST_LABEL = 63;
    int LONGEST_TYPED = 1_000;
    Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,20}://");
    Pattern NUMBER = Pattern.compile("[0-9]{1,63}");
    Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]");

    /// Reads one line.
    static TypedName read(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return new Refused(NameFault.EMPTY);
        }
        if (text.length() > LONGEST_TYPED) {
            return new Refused(NameFault.TOO_LONG);
        }
        return inside(text).orElseGet(() -> plain(text));
    }

    private static Optional<TypedName> inside(String text) {
        if (IpText.parse(unbracketed(text)).isPresent()) {
            return Optional.of(new Refused(NameFault.IP_ADDRESS));
        }
        var scheme = SCHEME.matcher(text.toLowerCase(Locale.ROOT));
        if (scheme.lookingAt()) {
            return Optional.of(
                    holds(
                            NameFault.WEB_ADDRESS,
                            withoutServer(host(text.substring(scheme.end())))));
        }
        if (text.indexOf('@') >= 0) {
            var domain = text.substring(text.lastIndexOf('@') + 1).replaceFirst("[>\\s,;]+$", "");
            return Optional.of(holds(NameFault.MAIL_ADDRESS, domain));
        }
        var host = host(text);
        return host.equals(text)
                ? Optional.empty()
                : Optional.of(holds(NameFault.WEB_ADDRESS, withoutServer(host)));
    }

    /// The host in what follows the scheme of a web address, or may do so.
    private static String host(String text) {
        var authority = text.split("[/?#\\\\]", 2)[0];
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        var isLiteral = host.startsWith("[") && host.contains("]");
        return isLiteral
                ? host.substring(1, host.indexOf(']'))
                : host.replaceFirst(":[0-9]{1,5}$", "");
    }

    /// Nobody's mail is at the name of a web server, as long as there is more than it.
    private static String withoutServer(String host) {
        return host.replaceFirst("^(?i:www)\\.(?=.+\\.)", "");
    }

    private static TypedName holds(NameFault fault, String inner) {
        if (IpText.parse(unbracketed(inner)).isPresent()) {
            return new Refused(NameFault.IP_ADDRESS);
        }
        return switch (plain(inner)) {
            case Usable(var name) -> new Holds(fault, name);
            case Holds held -> held;
            case Refused refused ->
                    refused.fault() == NameFault.EMPTY ? new Refused(NameFault.JUNK) : refused;
        };
    }

    private static TypedName plain(String text) {
        return fault(text)
                .<TypedName>map(Refused::new)
                .orElseGet(() ->
                        DnsName.fromPerson(text).map(TypedName::judged).orElseGet(TypedName::junk));
    }

    private static TypedName judged(DnsName name) {
        var labels = name.labels();
        if (labels.size() < 2) {
            return new Refused(NameFault.SINGLE_LABEL);
        }
        if (name.text().indexOf('_') >= 0 || NUMBER.matcher(labels.getLast()).matches()) {
            return junk();
        }
        return PublicSuffixes.builtIn().isPublicSuffix(name)
                ? new Refused(NameFault.PUBLIC_SUFFIX)
                : new Usable(name);
    }

    private static Optional<NameFault> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(NameFault.EMPTY);
        }
        if (text.length() > LONGEST + 1) {
            return Optional.of(NameFault.TOO_LONG);
        }
        return DOTS.splitAsStream(text).anyMatch(label -> label.length() > LONGEST_LABEL)
                ? Optional.of(NameFault.LABEL_TOO_LONG)
                : Optional.empty();
    }

    private static Refused junk() {
        return new Refused(NameFault.JUNK);
    }

    private static String unbracketed(String text) {
        return text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
