package posthorn.engine.bimi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.mailhost.Certificate;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.mtasts.StsLookup;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.HttpsAnswer;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.TlsSession;
import posthorn.engine.outside.TlsSession.Trust;

/// Who issued the certificate that is in use at a host, beside the CAA records that decide about
/// the next one.
///
/// @param organization the issuer's name in the certificate
/// @param wildcard whether the certificate is for all names of one domain
public record HostIssuer(
        DnsName host, String organization, boolean wildcard, CaaLookup authorization) {

    private static final int MOST = MailHosts.MOST;

    /// Those of the mail hosts of a domain and of the web host of its MTA-STS policy, as far as
    /// they stand within `own`. Nobody is connected to where no CAA record decides.
    static List<HostIssuer> of(DnsName domain, DnsName own, Outside outside) {
        var names =
                MailHosts.names(domain, outside.dns()).stream()
                        .filter(name -> name.isWithin(own))
                        .limit(MOST)
                        .toList();
        var found = new ArrayList<HostIssuer>();
        if (names.stream().anyMatch(name -> decides(name, outside))) {
            MailHosts.of(domain, outside).hosts().stream()
                    .filter(host -> names.contains(host.name()))
                    .flatMap(host -> mail(host, outside))
                    .forEach(found::add);
        }
        if (decides(domain.child("mta-sts"), outside)) {
            web(domain, outside).ifPresent(found::add);
        }
        return List.copyOf(new LinkedHashSet<>(found));
    }

    private static boolean decides(DnsName name, Outside outside) {
        return CaaLookup.of(name, outside.dns()).found().isPresent();
    }

    private static Stream<HostIssuer> mail(MailHost host, Outside outside) {
        return host.told().stream()
                .flatMap(visit -> visit.session().stream())
                .flatMap(session -> of(host.name(), session, outside).stream());
    }

    private static Optional<HostIssuer> web(DnsName domain, Outside outside) {
        return StsLookup.of(domain, outside) instanceof StsLookup.Published published
                        && published.answer()
                                instanceof HttpsAnswer.Answered(_, _, _, _, var session)
                ? of(domain.child("mta-sts"), session, outside)
                : Optional.empty();
    }

    /// Only of a certificate that browsers trust and that is for this host.
    private static Optional<HostIssuer> of(DnsName host, TlsSession session, Outside outside) {
        return session.certificates().stream()
                .limit(1)
                .filter(_ -> session.trust() == Trust.TRUSTED)
                .flatMap(text -> Certificate.read(text).stream())
                .filter(certificate -> certificate.isFor(host))
                .flatMap(certificate -> of(host, certificate, outside).stream())
                .findFirst();
    }

    /// The records that decide about `*.example.org` are those of `example.org` (RFC 8659 §3).
    private static Optional<HostIssuer> of(DnsName host, Certificate certificate, Outside outside) {
        boolean wildcard = certificate.names().stream().map(DnsName::of).noneMatch(host::equals);
        var asked = wildcard ? host.parent() : host;
        return Pem.certificate(certificate.der())
                .flatMap(x509 -> Names.organization(x509.getIssuerX500Principal()))
                .map(organization ->
                        new HostIssuer(
                                host, organization, wildcard, CaaLookup.of(asked, outside.dns())));
    }
}
