package posthorn.engine.mailhost;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.DnsName;

/// A certificate (RFC 5280), as far as it matters for mail.
///
/// @param names the host names it is for (subjectAltName)
/// @param key the algorithm of its key, such as `RSA`
/// @param bits the size of its key; 0 where it is not known
/// @param signature the algorithm of the signature on it, such as `SHA256withRSA`
/// @param der the certificate, and `spki` its key (SubjectPublicKeyInfo), as base64
public record Certificate(
        List<String> names,
        String subject,
        String issuer,
        String serial,
        Instant notBefore,
        Instant notAfter,
        String key,
        int bits,
        String signature,
        String der,
        String spki) {

    private static final int DNS_NAME = 2;
    private static final int MOST_IN_CHAIN = 10;
    private static final int MOST_NAMES = 200;

    public Certificate {
        names = List.copyOf(names);
    }

    /// Reads a chain up to the first certificate that cannot be read.
    static List<Certificate> chain(List<String> certificates) {
        var chain = new ArrayList<Certificate>();
        for (var text : certificates.stream().limit(MOST_IN_CHAIN).toList()) {
            var certificate = read(text);
            if (certificate.isEmpty()) {
                break;
            }
            chain.add(certificate.get());
        }
        return chain;
    }

    /// The certificate in this base64 text, if it is one.
    public static Optional<Certificate> read(String base64) {
        try {
            var der = Base64.getDecoder().decode(base64);
            var found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
            return found instanceof X509Certificate x509 ? Optional.of(of(x509)) : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static X509Certificate x509(String base64) throws CertificateException {
        var octets = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        return CertificateFactory.getInstance("X.509").generateCertificate(octets)
                        instanceof X509Certificate x509
                ? x509
                : wrong();
    }

    private static X509Certificate wrong() throws CertificateException {
        throw new CertificateException("another kind of certificate");
    }

    private static Certificate of(X509Certificate x509) throws CertificateException {
        var base64 = Base64.getEncoder();
        var key = x509.getPublicKey();
        return new Certificate(
                names(x509),
                x509.getSubjectX500Principal().getName(),
                x509.getIssuerX500Principal().getName(),
                HexFormat.of().formatHex(x509.getSerialNumber().toByteArray()),
                x509.getNotBefore().toInstant(),
                x509.getNotAfter().toInstant(),
                key.getAlgorithm(),
                bits(key),
                x509.getSigAlgName(),
                base64.encodeToString(x509.getEncoded()),
                base64.encodeToString(key.getEncoded()));
    }

    private static List<String> names(X509Certificate x509) throws CertificateParsingException {
        @Nullable Collection<List<?>> all = x509.getSubjectAlternativeNames();
        return all == null
                ? List.of()
                : all.stream()
                        .filter(name -> Integer.valueOf(DNS_NAME).equals(name.get(0)))
                        .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                        .limit(MOST_NAMES)
                        .toList();
    }

    private static int bits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
            default -> 0;
        };
    }

    /// Whether the certificate is for this host: a `*` stands for one label, the leftmost (RFC 6125
    /// §6.4.3, RFC 8461 §4.1).
    public boolean isFor(DnsName host) {
        return names.stream().anyMatch(name -> matches(DnsName.of(name), host));
    }

    private static boolean matches(DnsName name, DnsName host) {
        boolean wildcard = name.text().startsWith("*.") && host.labels().size() > 2;
        return name.equals(host) || (wildcard && name.parent().equals(host.parent()));
    }

    /// Whether the key of `issuer` has signed it.
    public boolean isSignedBy(Certificate issuer) {
        try {
            x509(der).verify(x509(issuer.der).getPublicKey());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether it is out of date at this time.
    public boolean isExpired(Instant at) {
        return at.isAfter(notAfter);
    }

    /// Whether it is not yet in force at this time.
    public boolean isTooYoung(Instant at) {
        return at.isBefore(notBefore);
    }
}
