package posthorn.engine.bimi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
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

/// Makes mark certificates for tests and cases, seen from the day of the cases. Run as a program it
/// prints each with its name; the root goes to `cases/bimi/example.marks`, the others become bodies
/// of web sections. Keys are new each time: who needs another certificate in a case makes it here
/// and makes all of them anew.
final class CaseMarks {

    /// The day of the cases.
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /// The logo of the cases.
    static final String LOGO =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny-ps\""
                    + " viewBox=\"0 0 64 64\">\n"
                    + "<title>Example Organization</title>\n"
                    + "<rect width=\"64\" height=\"64\" fill=\"#135\"/>\n"
                    + "</svg>\n";

    static final String REGISTERED = "Registered Mark";

    private static final KeyPurposeId MARKS = purpose("1.3.6.1.5.5.7.3.31");
    private static final String HOST = "example.org";

    private final KeyPair rootKeys = keys();
    private final KeyPair betweenKeys = keys();
    final X509Certificate root =
            authority("Example Mark Root", rootKeys, "Example Mark Root", rootKeys);
    final X509Certificate between =
            authority("Example Mark CA", betweenKeys, "Example Mark Root", rootKeys);

    /// What a certificate is to say.
    ///
    /// @param logo empty for none
    record Plan(String name, int from, int to, KeyPurposeId purpose, String logo, String type) {

        static Plan good() {
            return new Plan(HOST, -30, 300, MARKS, LOGO, REGISTERED);
        }

        Plan named(String other) {
            return new Plan(other, from, to, purpose, logo, type);
        }

        Plan until(int day) {
            return new Plan(name, from, day, purpose, logo, type);
        }

        Plan from(int day) {
            return new Plan(name, day, to, purpose, logo, type);
        }

        Plan forServers() {
            return new Plan(name, from, to, KeyPurposeId.id_kp_serverAuth, logo, type);
        }

        Plan showing(String other) {
            return new Plan(name, from, to, purpose, other, type);
        }

        Plan typed(String other) {
            return new Plan(name, from, to, purpose, logo, other);
        }
    }

    public static void main(String[] args) {
        var made = new CaseMarks();
        print("root", made.root);
        print("good", made.mark(Plan.good()), made.between);
        print("common", made.mark(Plan.good().typed("Prior Use Mark")), made.between);
        print("record-name", made.mark(Plan.good().named("default._bimi." + HOST)), made.between);
        print("alone", made.mark(Plan.good()));
        print("other-name", made.mark(Plan.good().named("example.net")), made.between);
        print("expired", made.mark(Plan.good().until(-3)), made.between);
        print("young", made.mark(Plan.good().from(2)), made.between);
        print("twenty-days", made.mark(Plan.good().until(20)), made.between);
        print("for-servers", made.mark(Plan.good().forServers()), made.between);
        print("no-logo", made.mark(Plan.good().showing("")), made.between);
        print("other-logo", made.mark(Plan.good().showing(LOGO + "\n")), made.between);
        var strange = new CaseMarks();
        print("other-root", strange.mark(Plan.good()), strange.between, strange.root);
        print("forged", strange.mark(Plan.good()), made.between);
        var keys = keys();
        print("self-signed", made(Plan.good(), HOST, keys, name(HOST), keys));
        print("server", server("mail.example.org", "Let's Encrypt"));
        print("server-wildcard", server("*.example.org", "Let's Encrypt"));
        print("server-policy", server("mta-sts.example.org", "DigiCert Inc"));
        print("server-stranger", server("mail.example.org", "Example CA"));
    }

    private static void print(String name, X509Certificate... certificates) {
        System.out.println("[" + name + "]");
        System.out.print(pem(certificates));
    }

    static String pem(X509Certificate... certificates) {
        var text = new StringBuilder();
        try {
            for (var certificate : certificates) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(
                                Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPurposeId purpose(String identifier) {
        return KeyPurposeId.getInstance(new ASN1ObjectIdentifier(identifier));
    }

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A certificate issued by the authority in between.
    X509Certificate mark(Plan plan) {
        return made(plan, plan.name(), keys(), name("Example Mark CA"), betweenKeys);
    }

    /// A certificate of a server, issued by somebody of this name.
    static X509Certificate server(String host, String organization) {
        var plan = Plan.good().named(host).until(60).forServers().showing("").typed("");
        var issuer =
                new X500NameBuilder()
                        .addRDN(BCStyle.O, organization)
                        .addRDN(BCStyle.CN, "E7")
                        .build();
        return made(plan, host, keys(), issuer, keys());
    }

    private static X500Name name(String of) {
        return new X500Name("O=" + of + " Ltd,CN=" + of);
    }

    private static X509Certificate authority(
            String name, KeyPair keys, String issuer, KeyPair issuerKeys) {
        var plan = new Plan("", -400, 3000, MARKS, "", "");
        return made(plan, name, keys, name(issuer), issuerKeys);
    }

    private static X509Certificate made(
            Plan plan, String subject, KeyPair keys, X500Name issuer, KeyPair issuerKeys) {
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.valueOf(1000L + subject.length() + plan.to()),
                            date(plan.from()),
                            date(plan.to()),
                            new X500Name(
                                    (plan.type().isEmpty()
                                                    ? ""
                                                    : "1.3.6.1.4.1.53087.1.13=" + plan.type() + ",")
                                            + "O="
                                            + subject
                                            + " Ltd,CN="
                                            + subject),
                            keys.getPublic());
            extend(builder, plan);
            var signer =
                    new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extend(JcaX509v3CertificateBuilder builder, Plan plan)
            throws IOException, GeneralSecurityException {
        if (plan.name().isEmpty()) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return;
        }
        var name = new GeneralName(GeneralName.dNSName, plan.name());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
        builder.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(plan.purpose()));
        if (!plan.logo().isEmpty()) {
            builder.addExtension(
                    new ASN1ObjectIdentifier(Logotype.EXTENSION), false, logotype(plan.logo()));
        }
    }

    /// A logotype extension with the logo as the subject's, compressed (RFC 9399 §4.1, §7).
    static DERSequence logotype(String logo) throws IOException, GeneralSecurityException {
        var packed = packed(logo);
        var hash =
                sequence(
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1")),
                        new DEROctetString(MessageDigest.getInstance("SHA-256").digest(packed)));
        var address = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(packed);
        var details =
                sequence(
                        new DERIA5String("image/svg+xml"),
                        new DERSequence(hash),
                        new DERSequence(new DERIA5String(address)));
        var data = sequence(new DERSequence(new DERSequence(details)));
        return new DERSequence(new DERTaggedObject(true, 2, new DERTaggedObject(false, 0, data)));
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        var all = new ASN1EncodableVector();
        for (var part : parts) {
            all.add(part);
        }
        return new DERSequence(all);
    }

    static byte[] packed(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(ISO_8859_1));
        }
        return out.toByteArray();
    }

    private static Date date(int day) {
        return Date.from(NOW.plus(day, ChronoUnit.DAYS));
    }

    /// What a file with these certificates says, if its root is known.
    Optional<MarkCertificate> read(X509Certificate... certificates) {
        return MarkCertificate.read(pem(certificates), MarkRoots.of(pem(root)));
    }
}
