package posthorn.engine.spf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.outside.DnsName;

/// Mail providers by their MX hosts and by the domains they ask customers to include. Only what
/// providers' documents or many live zones show.
final class Providers {

    /// A provider's include and the suffixes of its MX hosts.
    private record Hoster(String name, String term, List<String> mx) {}

    private static final List<Hoster> HOSTERS =
            List.of(
                    new Hoster(
                            "Google Workspace",
                            "include:_spf.google.com",
                            List.of("smtp.google.com", "aspmx.l.google.com")),
                    new Hoster(
                            "Microsoft 365",
                            "include:spf.protection.outlook.com",
                            List.of("mail.protection.outlook.com")),
                    new Hoster("Zoho", "include:zohomail.eu", List.of("zoho.eu")),
                    new Hoster("mailbox.org", "include:mailbox.org", List.of("mailbox.org")),
                    new Hoster("StartMail", "include:spf.startmail.com", List.of("startmail.com")),
                    new Hoster("IONOS", "include:_spf-eu.ionos.com", List.of("ionos.de")),
                    new Hoster("all-inkl", "include:spf.kasserver.com", List.of("kasserver.com")),
                    new Hoster(
                            "netcup",
                            "mx a include:_spf.webhosting.systems",
                            List.of("netcup.net")),
                    new Hoster("mittwald", "include:agenturserver.de", List.of("agenturserver.de")),
                    new Hoster("OVH", "include:mx.ovh.com", List.of("mail.ovh.net")),
                    new Hoster("Gandi", "include:_mailcust.gandi.net", List.of("mail.gandi.net")),
                    new Hoster("Infomaniak", "include:spf.infomaniak.ch", List.of("infomaniak.ch")),
                    new Hoster("Migadu", "include:spf.migadu.com", List.of("migadu.com")));

    /// Senders whose customers all pass for one another.
    private static final Map<String, String> SHARED =
            Map.ofEntries(
                    Map.entry("_spf.google.com", "Google Workspace"),
                    Map.entry("spf.protection.outlook.com", "Microsoft 365"),
                    Map.entry("zohomail.eu", "Zoho"),
                    Map.entry("mailbox.org", "mailbox.org"),
                    Map.entry("spf.startmail.com", "StartMail"),
                    Map.entry("_spf-eu.ionos.com", "IONOS"),
                    Map.entry("spf.kasserver.com", "all-inkl"),
                    Map.entry("_spf.webhosting.systems", "netcup"),
                    Map.entry("agenturserver.de", "mittwald"),
                    Map.entry("mx.ovh.com", "OVH"),
                    Map.entry("_mailcust.gandi.net", "Gandi"),
                    Map.entry("spf.infomaniak.ch", "Infomaniak"),
                    Map.entry("spf.migadu.com", "Migadu"),
                    Map.entry("_spf.mx.cloudflare.net", "Cloudflare Email Routing"),
                    Map.entry("spf.improvmx.com", "ImprovMX"),
                    Map.entry("spf.forwardemail.net", "Forward Email"),
                    Map.entry("amazonses.com", "Amazon SES"),
                    Map.entry("sendgrid.net", "SendGrid"),
                    Map.entry("mailgun.org", "Mailgun"),
                    Map.entry("servers.mcsv.net", "Mailchimp"),
                    Map.entry("spf.mandrillapp.com", "Mailchimp Transactional"),
                    Map.entry("spf.brevo.com", "Brevo"),
                    Map.entry("spf.mailjet.com", "Mailjet"));

    private Providers() {}

    /// The terms the provider behind these MX hosts asks for, if all belong to one.
    static Optional<String> terms(List<DnsName> mxHosts) {
        return HOSTERS.stream()
                .filter(hoster -> !mxHosts.isEmpty())
                .filter(hoster -> mxHosts.stream().allMatch(host -> isOf(host, hoster)))
                .map(Hoster::term)
                .findFirst();
    }

    private static boolean isOf(DnsName host, Hoster hoster) {
        return hoster.mx().stream().anyMatch(mx -> host.isWithin(DnsName.of(mx)));
    }

    /// The provider that asks its customers to include this name.
    static Optional<String> sharedBy(String include) {
        return Optional.ofNullable(SHARED.get(include));
    }
}
