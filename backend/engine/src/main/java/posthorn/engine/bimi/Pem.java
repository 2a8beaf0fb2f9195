package posthorn.engine.bimi;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Certificates as text (RFC 7468 §5).
final class Pem {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int MOST = 10;

    private Pem() {}

    /// The certificates in a text, up to the first that cannot be read.
    static List<X509Certificate> read(String text) {
        var found = new ArrayList<X509Certificate>();
        int at = text.indexOf(BEGIN);
        while (at >= 0 && found.size() < MOST) {
            int end = text.indexOf(END, at);
            var certificate =
                    end < 0
                            ? Optional.<X509Certificate>empty()
                            : certificate(text.substring(at + BEGIN.length(), end));
            if (certificate.isEmpty()) {
                break;
            }
            found.add(certificate.get());
            at = text.indexOf(BEGIN, end);
        }
        return List.copyOf(found);
    }

    /// The certificate in this base64 text, if it is one.
    static Optional<X509Certificate> certificate(String base64) {
        try {
            var der = Base64.getMimeDecoder().decode(base64);
            var factory = CertificateFactory.getInstance("X.509");
            return factory.generateCertificate(new ByteArrayInputStream(der))
                            instanceof X509Certificate x509
                    ? Optional.of(x509)
                    : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
