package posthorn.engine.outside;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The data of one resource record.
public sealed interface Rdata {

    /// A host address: A or AAAA.
    record Address(InetAddress address) implements Rdata {
        @Override
        public String toString() {
            return IpText.of(address);
        }
    }

    /// A mail exchanger (RFC 5321 §5.1).
    record Mx(int preference, DnsName host) implements Rdata {
        @Override
        public String toString() {
            return preference + " " + host + (host.isRoot() ? "" : ".");
        }
    }

    /// A TXT (or type 99) record: its character-strings, each byte as the Latin-1 character of the
    /// same number.
    record Text(List<String> strings) implements Rdata {
        private static final int MAX_STRING = 255;

        public Text {
            strings = List.copyOf(strings);
        }

        /// One record with this text, cut into as many character-strings as it needs: each holds
        /// 255 bytes at most (RFC 1035 §3.3).
        public static Text of(String text) {
            var strings = new ArrayList<String>();
            int start = 0;
            while (text.length() - start > MAX_STRING) {
                strings.add(text.substring(start, start + MAX_STRING));
                start += MAX_STRING;
            }
            strings.add(text.substring(start));
            return new Text(strings);
        }

        /// The character-strings put together without blanks (RFC 7208 §3.3).
        public String joined() {
            return String.join("", strings);
        }

        /// The joined bytes.
        public byte[] bytes() {
            return joined().getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return joined();
        }
    }

    /// A name: the target of CNAME, NS or PTR.
    record Target(DnsName name) implements Rdata {
        @Override
        public String toString() {
            return name + (name.isRoot() ? "" : ".");
        }
    }

    /// The start of a zone of authority (RFC 1035 §3.3.13); times in seconds.
    record Soa(
            DnsName primary,
            DnsName mailbox,
            long serial,
            long refresh,
            long retry,
            long expire,
            long minimum)
            implements Rdata {}

    /// The association of a host with a certificate or key (RFC 6698 §2.1).
    ///
    /// @param data the association data in lower-case hexadecimal digits
    record Tlsa(int usage, int selector, int matchingType, String data) implements Rdata {
        @Override
        public String toString() {
            return usage + " " + selector + " " + matchingType + " " + data;
        }
    }

    /// Any other record, as a master file would write its data.
    record Other(String presentation) implements Rdata {
        @Override
        public String toString() {
            return presentation;
        }
    }
}
