package posthorn.engine.outside;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes certificates for tests: a root, one between, and those of servers.
final class Certificates {

    private static final AtomicLong SERIAL = new AtomicLong(1);
    private static final KeyPair KEYS = keys();

    static final Made ROOT = make("root.example", KEYS, Optional.empty(), true, 3650, true);
    static final Made BETWEEN = make("between.example", keys(), Optional.of(ROOT), true, 900, true);
    static final Roots TRUST = Roots.of(List.of(ROOT.certificate()));

    /// A certificate with its key.
    record Made(X509Certificate certificate, KeyPair keys) {}

    private Certificates() {}

    /// A good certificate for a host.
    static Made of(String host) {
        return make(host, keys(), Optional.of(BETWEEN), false, 30, true);
    }

    /// A day too old.
    static Made expired(String host) {
        return make(host, keys(), Optional.of(BETWEEN), false, -1, true);
    }

    static Made selfSigned(String host) {
        return make(host, keys(), Optional.empty(), false, 30, true);
    }

    /// Names the one between as its issuer, who knows nothing of it.
    static Made forged(String host) {
        var forger = new Made(BETWEEN.certificate(), keys());
        return make(host, keys(), Optional.of(forger), false, 30, true);
    }

    /// For clients only.
    static Made forClients(String host) {
        return make(host, keys(), Optional.of(BETWEEN), false, 30, false);
    }

    static Made issuedBy(Made issuer, String host) {
        return make(host, keys(), Optional.of(issuer), false, 30, true);
    }

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Made make(
            String name,
            KeyPair keys,
            Optional<Made> issuer,
            boolean authority,
            int days,
            boolean server) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var by = issuer.orElse(null);
        var subject = new X500Name("CN=" + name);
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            by == null
                                    ? subject
                                    : X500Name.getInstance(
                                            by.certificate()
                                                    .getSubjectX500Principal()
                                                    .getEncoded()),
                            BigInteger.valueOf(SERIAL.getAndIncrement()),
                            Date.from(now.minus(60, ChronoUnit.DAYS)),
                            Date.from(now.plus(days, ChronoUnit.DAYS)),
                            subject,
                            keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(
                                server
                                        ? KeyPurposeId.id_kp_serverAuth
                                        : KeyPurposeId.id_kp_clientAuth));
            }
            var key = by == null ? keys.getPrivate() : by.keys().getPrivate();
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new Made(
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer)), keys);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A server's side of TLS that sends these certificates, its own first.
    static SSLContext server(Made own, X509Certificate... others) {
        try {
            var chain = new X509Certificate[others.length + 1];
            chain[0] = own.certificate();
            System.arraycopy(others, 0, chain, 1, others.length);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", own.keys().getPrivate(), new char[0], chain);
            var keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
