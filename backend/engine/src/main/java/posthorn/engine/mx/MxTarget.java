package posthorn.engine.mx;

import java.net.InetAddress;
import java.util.Optional;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.provider.Providers;

/// Reads the target of an MX record as text, before anybody is asked.
final class MxTarget {

    private MxTarget() {}

    /// The IPv4 address the target is written as: alone, or with the zone appended by a zone file.
    static Optional<InetAddress> literal(DnsName name, DnsName domain) {
        return IpText.four(withoutZone(name, domain).orElse(name).text());
    }

    /// What is wrong with the name.
    static Optional<MxHost.Invalid> slip(DnsName name, DnsName domain) {
        if (name.labels().getLast().equals("localhost") || name.text().startsWith("localhost.")) {
            return Optional.of(new MxHost.Invalid(name, MxHost.Slip.LOCALHOST, name));
        }
        if (name.labels().size() == 1) {
            return Optional.of(
                    new MxHost.Invalid(name, MxHost.Slip.SINGLE_LABEL, domain.child(name.text())));
        }
        if (!name.isWellFormed()) {
            return Optional.of(new MxHost.Invalid(name, MxHost.Slip.BAD_CHARACTER, name));
        }
        if (name.text().indexOf('_') >= 0) {
            return Optional.of(new MxHost.Invalid(name, MxHost.Slip.UNDERSCORE, name));
        }
        return withoutZone(name, domain)
                .filter(rest -> isWhole(rest, domain))
                .map(rest -> new MxHost.Invalid(name, MxHost.Slip.ZONE_APPENDED, rest));
    }

    /// What stands before the domain, if the name is below it.
    private static Optional<DnsName> withoutZone(DnsName name, DnsName domain) {
        return name.isWithin(domain) && !name.equals(domain) && !domain.isRoot()
                ? Optional.of(DnsName.of(beforeZone(name.text(), domain.text())))
                : Optional.empty();
    }

    private static String beforeZone(String name, String domain) {
        return name.substring(0, name.length() - domain.length() - 1);
    }

    /// Whether a name is complete without the zone behind it: it ends with the zone already, or it
    /// is a host of a provider.
    private static boolean isWhole(DnsName rest, DnsName domain) {
        return rest.isWithin(domain) || Providers.builtIn().ofMx(rest).isPresent();
    }
}
