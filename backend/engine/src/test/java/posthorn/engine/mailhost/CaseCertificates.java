package posthorn.engine.mailhost;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes the certificates that stand in cases, seen from the day of the cases. Run as a program it
/// prints each with its name, as a line of a section. Keys are new each time: who needs another
/// certificate in a case makes it here and leaves the others as they are.
final class CaseCertificates {

    /// The day of the cases.
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final String HOST = "mail.example.org";

    private static final String SHA256 = "SHA256withECDSA";

    private final KeyPair authorityKeys = keys("EC", 256);
    private final X509Certificate authority =
            made("Example CA", authorityKeys, "Example CA", authorityKeys, -400, 3000, "", SHA256);

    public static void main(String[] args) {
        var made = new CaseCertificates();
        made.print("authority", made.authority);
        made.print("good", made.issued(keys("EC", 256), -30, 60, HOST, SHA256));
        made.print("next", made.issued(keys("EC", 256), -1, 89, HOST, SHA256));
        made.print("expired", made.issued(keys("EC", 256), -93, -3, HOST, SHA256));
        made.print("young", made.issued(keys("EC", 256), 2, 92, HOST, SHA256));
        made.print("twenty-days", made.issued(keys("EC", 256), -70, 20, HOST, SHA256));
        made.print("five-days", made.issued(keys("EC", 256), -85, 5, HOST, SHA256));
        made.print("short-lived", made.issued(keys("EC", 256), -3, 3, HOST, SHA256));
        made.print("other-name", made.issued(keys("EC", 256), -30, 60, "www.example.net", SHA256));
        made.print("wildcard", made.issued(keys("EC", 256), -30, 60, "*.example.org", SHA256));
        made.print("weak-key", made.issued(keys("RSA", 1024), -30, 60, HOST, SHA256));
        made.print("sha1", made.issued(keys("EC", 256), -30, 60, HOST, "SHA1withECDSA"));
        var own = keys("EC", 256);
        made.print("self-signed", made(HOST, own, HOST, own, -30, 300, HOST, SHA256));
    }

    private X509Certificate issued(KeyPair keys, int from, int to, String name, String algorithm) {
        return made(name, keys, "Example CA", authorityKeys, from, to, name, algorithm);
    }

    private void print(String name, X509Certificate certificate) {
        try {
            var base64 = Base64.getEncoder().encodeToString(certificate.getEncoded());
            System.out.println(name + " certificate " + base64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A certificate; days count from [#NOW], and without a name it is an authority's.
    static X509Certificate made(
            String subject,
            KeyPair keys,
            String issuer,
            KeyPair issuerKeys,
            int fromDay,
            int toDay,
            String name,
            String algorithm) {
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name("CN=" + issuer),
                            BigInteger.valueOf(1000L + subject.length() + toDay),
                            date(fromDay),
                            date(toDay),
                            new X500Name("CN=" + subject),
                            keys.getPublic());
            if (name.isEmpty()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                var names = new GeneralNames(new GeneralName(GeneralName.dNSName, name));
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
            var signer = new JcaContentSignerBuilder(algorithm).build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date date(int day) {
        return Date.from(NOW.plus(day, ChronoUnit.DAYS));
    }

    /// A certificate as the engine reads it.
    static Certificate read(X509Certificate certificate) {
        try {
            var base64 = Base64.getEncoder().encodeToString(certificate.getEncoded());
            return Certificate.chain(List.of(base64)).getFirst();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
