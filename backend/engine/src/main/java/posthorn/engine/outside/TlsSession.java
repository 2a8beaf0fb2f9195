package posthorn.engine.outside;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// An encrypted connection, as the handshake left it.
///
/// @param version such as `TLSv1.3`
/// @param cipherSuite its IANA name
/// @param certificates the chain as the server sent it, each in DER as base64, its own first
/// @param trust whether the chain leads to a root that browsers trust, at the time of the
///   connection and leaving names and dates aside
public record TlsSession(
        String version, String cipherSuite, List<String> certificates, Trust trust) {

    private static final Integer DNS_NAME = 2; // RFC 5280 §4.2.1.6

    public TlsSession {
        certificates = List.copyOf(certificates);
    }

    /// Whether the server's own certificate names a host: itself, or with one label replaced by `*`
    /// (RFC 9525 §6.3).
    public boolean names(DnsName host) {
        var wildcard = host.labels().size() > 1 ? "*." + host.parent() : "";
        return certificates.stream()
                .limit(1)
                .flatMap(TlsSession::names)
                .anyMatch(name -> name.equals(host.text()) || name.equals(wildcard));
    }

    private static Stream<String> names(String certificate) {
        try {
            var der = new ByteArrayInputStream(Base64.getDecoder().decode(certificate));
            var read = CertificateFactory.getInstance("X.509").generateCertificate(der);
            var names = ((X509Certificate) read).getSubjectAlternativeNames();
            return names == null
                    ? Stream.empty()
                    : names.stream()
                            .filter(name -> name.get(0).equals(DNS_NAME))
                            .map(name -> DnsName.of(String.valueOf(name.get(1))).text());
        } catch (CertificateException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /// Where a chain of certificates leads.
    public enum Trust {
        /// To a root that browsers trust.
        TRUSTED,
        /// The certificate is its own issuer.
        SELF_SIGNED,
        /// A certificate between it and its root is missing, or the root is not known.
        NO_PATH,
        /// Something else is wrong, such as a signature or what the certificate may be used for.
        BROKEN
    }
}
