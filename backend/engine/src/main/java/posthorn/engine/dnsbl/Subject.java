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

    /// An address that sends mail.
    record Sender(InetAddress address) implements Subject {
        @Override
        public String text() {
            return IpText.of(address);
        }

        @Override
        public SubjectKind kind() {
            return kindOf(address);
        }

        @Override
        public DnsName in(DnsName zone) {
            return zone.child(IpText.reversedLabels(address));
        }
    }

    /// An address of MX hosts that is not known to send mail.
    record MxAddress(InetAddress address, List<DnsName> hosts) implements Subject {
        public MxAddress {
            hosts = List.copyOf(hosts);
        }

        @Override
        public String text() {
            return IpText.of(address);
        }

        @Override
        public SubjectKind kind() {
            return kindOf(address);
        }

        @Override
        public DnsName in(DnsName zone) {
            return zone.child(IpText.reversedLabels(address));
        }
    }

    /// The domain itself.
    record OwnDomain(DnsName name) implements Subject {
        @Override
        public String text() {
            return name.toString();
        }

        @Override
        public SubjectKind kind() {
            return SubjectKind.DOMAIN;
        }

        @Override
        public DnsName in(DnsName zone) {
            return zone.child(name.text());
        }
    }

    private static SubjectKind kindOf(InetAddress address) {
        return address instanceof Inet4Address ? SubjectKind.IP4 : SubjectKind.IP6;
    }
}
