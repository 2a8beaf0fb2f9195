package posthorn.engine.bimi;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.DnsName;

/// A certificate that says whose logo it is: a Verified Mark Certificate (VMC) or a Common Mark
/// Certificate (CMC).
///
/// @param names it is for (subjectAltName)
/// @param issuer the organization that issued it; empty where it names none
/// @param isForMarks whether its purpose is to be a mark certificate
/// @param markType as it says it; empty where it does not
record MarkCertificate(
        List<DnsName> names,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        boolean isForMarks,
        String markType,
        Logotype logotype,
        MarkRoots.Path path) {

    private static final String PURPOSE = "1.3.6.1.5.5.7.3.31";
    private static final int DNS_NAME = 2;
    private static final int MOST_NAMES = 300;

    /// What keeps receivers from accepting it.
    enum Fault {
        /// It is no mark certificate.
        PURPOSE,
        /// It is for other domains.
        NAME,
        EXPIRED,
        TOO_YOUNG,
        /// A certificate between it and its root is missing or does not fit.
        CHAIN,
        SELF_SIGNED,
        /// There is no logo in it.
        NO_LOGO,
        /// The logo in it is another one.
        LOGO
    }

    MarkCertificate {
        names = List.copyOf(names);
    }

    /// Reads a file: the first certificate that is not an authority's.
    static Optional<MarkCertificate> read(String pem, MarkRoots roots) {
        var all = new ArrayList<>(Pem.read(pem));
        var own =
                all.stream()
                        .filter(certificate -> certificate.getBasicConstraints() < 0)
                        .findFirst()
                        .or(() -> all.stream().findFirst());
        own.ifPresent(certificate -> {
            all.remove(certificate);
            all.addFirst(certificate);
        });
        return own.map(certificate -> of(certificate, roots.path(all)));
    }

    private static MarkCertificate of(X509Certificate x509, MarkRoots.Path path) {
        return new MarkCertificate(
                names(x509),
                Names.organization(x509.getIssuerX500Principal()).orElse(""),
                x509.getNotBefore().toInstant(),
                x509.getNotAfter().toInstant(),
                isForMarks(x509),
                Names.markType(x509.getSubjectX500Principal()).orElse(""),
                logotype(x509),
                path);
    }

    private static List<DnsName> names(X509Certificate x509) {
        try {
            @Nullable Collection<List<?>> all = x509.getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(name -> Integer.valueOf(DNS_NAME).equals(name.get(0)))
                            .map(name -> DnsName.of(String.valueOf(name.get(1))))
                            .filter(DnsName::isWellFormed)
                            .limit(MOST_NAMES)
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static boolean isForMarks(X509Certificate x509) {
        try {
            @Nullable List<String> purposes = x509.getExtendedKeyUsage();
            return purposes != null && purposes.contains(PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static Logotype logotype(X509Certificate x509) {
        byte @Nullable [] value = x509.getExtensionValue(Logotype.EXTENSION);
        return value == null
                ? new Logotype(List.of(), List.of())
                : Der.read(value)
                        .map(octets -> Logotype.read(octets.octets()))
                        .orElseGet(() -> new Logotype(List.of(), List.of()));
    }

    /// What is wrong with it for a domain at this time. A logo that is not there is not compared.
    Set<Fault> faults(Set<DnsName> domains, Optional<String> logo, Instant at) {
        var faults = EnumSet.noneOf(Fault.class);
        add(faults, Fault.PURPOSE, !isForMarks);
        add(faults, Fault.NAME, domains.stream().noneMatch(this::isFor));
        add(faults, Fault.EXPIRED, at.isAfter(notAfter));
        add(faults, Fault.TOO_YOUNG, at.isBefore(notBefore));
        add(faults, Fault.CHAIN, path == MarkRoots.Path.BROKEN);
        add(faults, Fault.SELF_SIGNED, path == MarkRoots.Path.SELF_SIGNED);
        add(faults, Fault.NO_LOGO, logotype.isEmpty());
        boolean other = logo.filter(picture -> !logotype.holds(picture)).isPresent();
        add(faults, Fault.LOGO, !logotype.isEmpty() && other);
        return faults;
    }

    private static void add(Set<Fault> faults, Fault fault, boolean isSo) {
        if (isSo) {
            faults.add(fault);
        }
    }

    /// Whether it is for a domain: by its name, or by the name of its record (VMC requirements
    /// §7.1.4.2.1).
    private boolean isFor(DnsName domain) {
        return names.contains(domain) || names.contains(BimiLookup.place(domain));
    }

    /// The kind of mark, if it is a known one.
    Kind kind() {
        return Kind.of(markType);
    }

    /// What the mark is, which decides what mail programs show.
    enum Kind {
        /// A trade mark that is registered, or the mark of a government: a VMC.
        VERIFIED,
        /// A mark that has been in use, or a registered one that was changed: a CMC.
        COMMON,
        /// The certificate does not say.
        UNKNOWN;

        static Kind of(String text) {
            return switch (text) {
                case "Registered Mark", "Government Mark" -> VERIFIED;
                case "Prior Use Mark", "Modified Registered Mark" -> COMMON;
                default -> UNKNOWN;
            };
        }
    }
}
