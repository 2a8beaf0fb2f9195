package posthorn.engine.outside;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.TlsSession.Trust;

/// The certificates at which trust begins, and what a chain is worth in their eyes.
public final class Roots {

    private static final int LONGEST = 10;
    private static final String SERVER = "1.3.6.1.5.5.7.3.1"; // RFC 5280 §4.2.1.12
    private static final String ANYBODY = "2.5.29.37.0";

    private final X509ExtendedTrustManager manager;
    private final List<X509Certificate> certificates;

    private Roots(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        this.manager =
                Arrays.stream(factory.getTrustManagers())
                        .filter(X509ExtendedTrustManager.class::isInstance)
                        .map(X509ExtendedTrustManager.class::cast)
                        .findFirst()
                        .orElseThrow();
        this.certificates = List.of(manager.getAcceptedIssuers());
    }

    /// Those that come with Java: what browsers trust.
    public static Roots ofJava() {
        try {
            return new Roots(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the roots of this Java cannot be read", e);
        }
    }

    /// These and no others.
    public static Roots of(List<X509Certificate> certificates) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var certificate : certificates) {
                store.setCertificateEntry("root-" + store.size(), certificate);
            }
            return new Roots(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("no roots", e);
        }
    }

    /// Judges a chain as a browser does: names, dates and all.
    X509ExtendedTrustManager manager() {
        return manager;
    }

    /// What a browser holds against a chain that it refuses.
    String fault(List<X509Certificate> chain) {
        var path = path(chain);
        if (path.stream().anyMatch(Roots::isOutOfDate)) {
            return "expired";
        }
        return trust(chain) == Trust.TRUSTED ? "name" : "untrusted";
    }

    private static boolean isOutOfDate(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return false;
        } catch (CertificateException e) {
            return true;
        }
    }

    /// Where a chain leads, names and dates aside.
    Trust trust(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Trust.NO_PATH;
        }
        var path = path(chain);
        var anchor = certificates.stream().filter(root -> hasIssued(root, path.getLast()));
        var last = anchor.findFirst();
        if (last.isPresent()) {
            return isValid(path, last.get()) ? Trust.TRUSTED : Trust.BROKEN;
        }
        if (isSelfSigned(chain.getFirst())) {
            return Trust.SELF_SIGNED;
        }
        return isForged(path.getLast(), chain) ? Trust.BROKEN : Trust.NO_PATH;
    }

    /// From the server's own certificate issuer by issuer through those it sent, in whatever order,
    /// until a root has issued the last one or nobody is left.
    private List<X509Certificate> path(List<X509Certificate> chain) {
        var path = new ArrayList<X509Certificate>();
        Optional<X509Certificate> next = chain.stream().findFirst();
        while (next.isPresent() && path.size() < LONGEST) {
            var at = next.get();
            path.add(at);
            next =
                    certificates.stream().anyMatch(root -> hasIssued(root, at))
                            ? Optional.empty()
                            : chain.stream()
                                    .limit(LONGEST)
                                    .filter(c -> !path.contains(c) && hasIssued(c, at))
                                    .findFirst();
        }
        return path;
    }

    private static boolean hasIssued(X509Certificate issuer, X509Certificate certificate) {
        return isNamedIssuer(issuer, certificate) && hasSigned(issuer, certificate);
    }

    private static boolean isNamedIssuer(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false; // hostile keys end in undeclared faults too
        }
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return hasIssued(certificate, certificate);
    }

    /// Whether somebody is named as the issuer who did not sign it.
    private boolean isForged(X509Certificate last, List<X509Certificate> chain) {
        return Stream.concat(certificates.stream(), chain.stream())
                .filter(other -> !other.equals(last))
                .anyMatch(other -> isNamedIssuer(other, last) && !hasSigned(other, last));
    }

    private static boolean isValid(List<X509Certificate> path, X509Certificate root) {
        try {
            var own = path.stream().filter(certificate -> !certificate.equals(root)).toList();
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(whenAllHeld(path));
            var certificates = CertificateFactory.getInstance("X.509").generateCertPath(own);
            CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
            return isForServers(path.getFirst());
        } catch (CertPathValidatorException e) {
            return isAboutDates(e) && isForServers(path.getFirst());
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("a root that is none", e);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// The last moment at which the one that ends first was still good.
    private static Date whenAllHeld(List<X509Certificate> path) {
        return path.stream()
                .map(X509Certificate::getNotAfter)
                .collect(Collectors.minBy(Date::compareTo))
                .orElseThrow();
    }

    /// They never held all at the same time; the signatures are right all the same.
    private static boolean isAboutDates(CertPathValidatorException why) {
        return why.getReason() == CertPathValidatorException.BasicReason.EXPIRED
                || why.getReason() == CertPathValidatorException.BasicReason.NOT_YET_VALID;
    }

    private static boolean isForServers(X509Certificate certificate) {
        try {
            var uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.contains(SERVER) || uses.contains(ANYBODY);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
