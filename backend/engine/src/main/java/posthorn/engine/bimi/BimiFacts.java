package posthorn.engine.bimi;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;

/// The logo of a domain, what proves it, and who may issue certificates for the domain.
///
/// @param organization the Organizational Domain
/// @param logo and `evidence`: the files that the record names
/// @param mark what is in the evidence, where it can be read
/// @param caa what decides about certificates for the domain itself
/// @param at when
public record BimiFacts(
        Target target,
        DnsName organization,
        BimiLookup lookup,
        Enforcement dmarc,
        WebFile logo,
        WebFile evidence,
        Optional<MarkCertificate> mark,
        CaaLookup caa,
        List<HostIssuer> issuers,
        Instant at) {

    public BimiFacts {
        issuers = List.copyOf(issuers);
    }

    DnsName domain() {
        return target.domain();
    }

    /// The domains whose certificate may prove the logo.
    Set<DnsName> domains() {
        return new LinkedHashSet<>(List.of(domain(), organization));
    }

    /// The record that asks for a logo to be shown, if there is one.
    Optional<BimiRecord> wanted() {
        return lookup.inEffect().filter(record -> !record.isDeclined());
    }

    /// The picture as it came.
    Optional<String> picture() {
        return logo instanceof WebFile.Got(_, var body) ? Optional.of(body) : Optional.empty();
    }

    /// The picture unpacked and read; empty where it cannot be unpacked.
    Optional<SvgLogo> svg() {
        return picture()
                .flatMap(body ->
                        Gzip.is(body) ? Gzip.unpacked(body, SvgLogo.LARGEST) : Optional.of(body))
                .map(SvgLogo::read);
    }
}
