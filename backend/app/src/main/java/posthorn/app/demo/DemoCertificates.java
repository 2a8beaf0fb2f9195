package posthorn.app.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Certificates for the hosts of the demo, under a root made at the start that nobody else trusts.
final class DemoCertificates {

    private static final Duration SINCE = Duration.ofDays(90);
    private static final Duration UNTIL = Duration.ofDays(60);
    private static final X500Name ROOT = new X500Name("CN=Root of the demo");
    private static final char[] NO_PASSWORD = {};

    private final Clock clock;
    private final KeyPair keys = keys();
    private final X509Certificate root;
    private long serial = 1;

    DemoCertificates(Clock clock) {
        this.clock = clock;
        this.root = signed(certificate(ROOT, keys, clock.instant().plus(UNTIL)), true);
    }

    X509Certificate root() {
        return root;
    }

    /// A server's side of TLS with a good certificate for this host.
    SSLContext good(String host) {
        return server(host, clock.instant().plus(UNTIL));
    }

    /// With one that is out of date for ten days.
    SSLContext expired(String host) {
        return server(host, clock.instant().minus(Duration.ofDays(10)));
    }

    private SSLContext server(String host, Instant until) {
        var own = keys();
        try {
            var builder = certificate(new X500Name("CN=" + host), own, until);
            var names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            return context(own, signed(builder, false));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of the demo", e);
        }
    }

    private X509v3CertificateBuilder certificate(X500Name name, KeyPair own, Instant until) {
        return new JcaX509v3CertificateBuilder(
                ROOT,
                BigInteger.valueOf(serial++),
                Date.from(clock.instant().minus(SINCE)),
                Date.from(until),
                name,
                own.getPublic());
    }

    private X509Certificate signed(X509v3CertificateBuilder builder, boolean authority) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate of the demo", e);
        }
    }

    private static SSLContext context(KeyPair own, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own", own.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no keys", e);
        }
    }
}
