package posthorn.engine.bimi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The roots of the authorities that issue mark certificates.
public final class MarkRoots {

    private static final String FILE = "/bimi/mark-roots.pem";

    private static final Set<String> KEYS = Set.of("RSA", "EC");

    private final List<X509Certificate> roots;

    private MarkRoots(List<X509Certificate> roots) {
        this.roots = roots;
    }

    /// The roots that come with the program.
    public static MarkRoots builtIn() {
        return BuiltIn.ROOTS;
    }

    /// The roots in a text (RFC 7468 §5).
    public static MarkRoots of(String pem) {
        return new MarkRoots(Pem.read(pem));
    }

    int size() {
        return roots.size();
    }

    /// Where the certificates of a file lead.
    Path path(List<X509Certificate> certificates) {
        var at = certificates.getFirst();
        for (int steps = 0; steps <= certificates.size(); steps++) {
            if (roots.contains(at) || hasIssuer(at, roots)) {
                return Path.KNOWN;
            }
            if (isSigned(at, at)) {
                return steps == 0 ? Path.SELF_SIGNED : Path.OTHER_ROOT;
            }
            var next = issuer(at, certificates);
            if (next.isEmpty()) {
                boolean lacks = steps == 0 && isKnownOrganization(at);
                return lacks || isNamed(at, certificates) ? Path.BROKEN : Path.OTHER_ROOT;
            }
            at = next.get();
        }
        return Path.BROKEN;
    }

    /// Where a path ends.
    enum Path {
        /// At one of these roots.
        KNOWN,
        /// At an authority we do not know, or before it.
        OTHER_ROOT,
        /// A certificate in between is missing or does not fit.
        BROKEN,
        /// The certificate is its own issuer.
        SELF_SIGNED
    }

    private static boolean hasIssuer(X509Certificate one, List<X509Certificate> others) {
        return issuer(one, others).isPresent();
    }

    private static Optional<X509Certificate> issuer(
            X509Certificate one, List<X509Certificate> others) {
        return others.stream()
                .filter(other -> !other.equals(one))
                .filter(other ->
                        other.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .filter(other -> isSigned(one, other))
                .findFirst();
    }

    /// Keys of other kinds are not tried: mark certificates have none (VMC requirements §6.1.5),
    /// and a huge one would keep us busy.
    private static boolean isSigned(X509Certificate one, X509Certificate issuer) {
        if (!KEYS.contains(issuer.getPublicKey().getAlgorithm())) {
            return false;
        }
        try {
            one.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Whether the issuer is there by name, but has not signed it.
    private boolean isNamed(X509Certificate one, List<X509Certificate> others) {
        return others.stream().anyMatch(other -> isByName(one, other))
                || roots.stream().anyMatch(root -> isByName(one, root));
    }

    private static boolean isByName(X509Certificate one, X509Certificate issuer) {
        return issuer.getSubjectX500Principal().equals(one.getIssuerX500Principal());
    }

    /// Whether one of the authorities we know has issued it, by way of a certificate that is not
    /// there.
    private boolean isKnownOrganization(X509Certificate one) {
        var issuer = Names.organization(one.getIssuerX500Principal());
        return issuer.isPresent()
                && roots.stream()
                        .map(root -> Names.organization(root.getSubjectX500Principal()))
                        .anyMatch(issuer::equals);
    }

    private static final class BuiltIn {

        static final MarkRoots ROOTS = load();

        private static MarkRoots load() {
            try (var stream = MarkRoots.class.getResourceAsStream(FILE)) {
                if (stream == null) {
                    throw new FileNotFoundException(FILE);
                }
                return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
