package posthorn.engine.outside;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /// A delegation signer: the key of a zone that the zone above vouches for (RFC 4034 §5.1).
    ///
    /// @param digest in lower-case hexadecimal digits
    record Ds(int keyTag, int algorithm, int digestType, String digest) implements Rdata {
        @Override
        public String toString() {
            return keyTag + " " + algorithm + " " + digestType + " " + digest;
        }
    }

    /// A public key of a zone (RFC 4034 §2.1).
    ///
    /// @param key in base64
    record Dnskey(int flags, int protocol, int algorithm, String key) implements Rdata {
        @Override
        public String toString() {
            return flags + " " + protocol + " " + algorithm + " " + key;
        }
    }

    /// A signature over the records of one type (RFC 4034 §3.1).
    ///
    /// @param covered the word for the type, which need not be one of ours
    /// @param signature in base64
    record Rrsig(
            String covered,
            int algorithm,
            int labels,
            long originalTtl,
            Instant expiration,
            Instant inception,
            int keyTag,
            DnsName signer,
            String signature)
            implements Rdata {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

        /// Whether it is one over records of this type.
        public boolean covers(RecordType type) {
            return covered.equals(type.name());
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    covered,
                    algorithm + " " + labels + " " + originalTtl,
                    TIME.format(expiration),
                    TIME.format(inception),
                    Integer.toString(keyTag),
                    signer + (signer.isRoot() ? "" : "."),
                    signature);
        }
    }

    /// How a zone hashes the names that it denies (RFC 5155 §4.1).
    ///
    /// @param salt in lower-case hexadecimal digits; may be empty
    record Nsec3Param(int hashAlgorithm, int flags, int iterations, String salt) implements Rdata {
        @Override
        public String toString() {
            return hashAlgorithm
                    + " "
                    + flags
                    + " "
                    + iterations
                    + " "
                    + (salt.isEmpty() ? "-" : salt);
        }
    }

    /// Who may issue certificates (RFC 8659 §4.1).
    ///
    /// @param tag lower-case letters and digits; dnsjava reads no others
    /// @param value each byte as the Latin-1 character of the same number
    record Caa(int flags, String tag, String value) implements Rdata {
        @Override
        public String toString() {
            return flags + " " + tag + " \"" + value + "\"";
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
