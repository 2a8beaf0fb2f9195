package posthorn.engine.dnsbl;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

/// What lists are asked about.
sealed interface Subject {

    /// The address or name as text.
    String text();

    SubjectKind kind();

    /// The name to ask a list for (RFC 5782 §2).
    DnsName in(DnsName zone);

    /// An address.
    sealed interface Address extends Subject {

        InetAddress address();

        @Override
        default String text() {
            return IpText.of(address());
        }

        @Override
        default SubjectKind kind() {
            return kindOf(address());
        }

        @Override
        default DnsName in(DnsName zone) {
            return zone.child(IpText.reversedLabels(address()));
        }
    }

    /// An address that sends mail.
    record Sender(InetAddress address) implements Address {}

    /// A single address that the domain's own SPF record lets send, though it is not known to.
    ///
    /// @param hosts the MX hosts that have it; may be none
    record Allowed(InetAddress address, List<DnsName> hosts) implements Address {
        public Allowed {
            hosts = List.copyOf(hosts);
        }
    }

    /// An address of MX hosts that is not known to send mail.
    record MxAddress(InetAddress address, List<DnsName> hosts) implements Address {
        public MxAddress {
            hosts = List.copyOf(hosts);
        }
    }

    /// A domain.
    sealed interface Name extends Subject {

        DnsName name();

        @Override
        default String text() {
            return name().toString();
        }

        @Override
        default SubjectKind kind() {
            return SubjectKind.DOMAIN;
        }

        @Override
        default DnsName in(DnsName zone) {
            return zone.child(name().text());
        }
    }

    /// The Organizational Domain: often the domain itself.
    record OwnDomain(DnsName name) implements Name {}

    /// The domain itself where it lies below its Organizational Domain.
    record SubDomain(DnsName name) implements Name {}

    /// How sure it is that mail comes from there.
    default Role role() {
        return switch (this) {
            case Sender _ -> Role.SENDS;
            case Allowed _ -> Role.MAY_SEND;
            case MxAddress _ -> Role.RECEIVES;
            case OwnDomain _, SubDomain _ -> Role.NAMES;
        };
    }

    /// What something is to a domain's mail.
    enum Role {
        /// Mail comes from there.
        SENDS,
        /// Mail may come from there.
        MAY_SEND,
        /// Mail goes there.
        RECEIVES,
        /// Mail bears its name.
        NAMES
    }

    private static SubjectKind kindOf(InetAddress address) {
        return address instanceof Inet4Address ? SubjectKind.IP4 : SubjectKind.IP6;
    }
}
