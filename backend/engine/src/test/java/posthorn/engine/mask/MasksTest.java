package posthorn.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;
import posthorn.engine.table.Table;
import posthorn.engine.table.Unreadable;

class MasksTest {

    private final Masks masks = Masks.builtIn();

    @Test
    void holdsTheHostsThatMatter() {
        assertThat(masks.all())
                .extracting(Mask::id)
                .contains(
                        "cloudflare",
                        "ionos",
                        "strato",
                        "all-inkl",
                        "hetzner",
                        "hetzner-robot",
                        "netcup",
                        "ovh",
                        "inwx",
                        "united-domains",
                        "domainfactory",
                        "host-europe",
                        "route53",
                        "azure-dns",
                        "google-cloud-dns",
                        "godaddy",
                        "namecheap",
                        "gandi",
                        "infomaniak",
                        "desec",
                        "generic",
                        "zone-file");
    }

    @Test
    void everyDnsHostOfTheProvidersHasAMask() {
        assertThat(Providers.builtIn().all())
                .filteredOn(provider -> provider.kind() == Provider.Kind.DNS)
                .allMatch(provider -> masks.find(provider.id()).isPresent());
    }

    @Test
    void everyHostSaysWhereItsFormIs() {
        assertThat(masks.all())
                .filteredOn(Mask::isOfHost)
                .allMatch(mask -> !mask.menu().isEmpty() && !mask.menuGerman().isEmpty());
    }

    @Test
    void piecesAreTypedInQuotesOnly() {
        assertThat(masks.all())
                .filteredOn(mask -> mask.pieces().value() == Mask.Pieces.PARTED)
                .allMatch(mask -> mask.text().value() == Mask.Text.QUOTED);
    }

    @Test
    void nameServersLeadToTheMask() {
        var hosts =
                List.of(
                        "ns-2.awsdns-20.com",
                        "ns1-04.azure-dns.com",
                        "ns-cloud-a1.googledomains.com",
                        "ns1.first-ns.de",
                        "hydrogen.ns.hetzner.com",
                        "ns1045.ui-dns.biz",
                        "ada.ns.cloudflare.com");

        assertThat(hosts)
                .extracting(host -> id(DnsName.of(host)))
                .containsExactly(
                        "route53",
                        "azure-dns",
                        "google-cloud-dns",
                        "hetzner-robot",
                        "hetzner",
                        "ionos",
                        "cloudflare");
    }

    @Test
    void aTableWithASlipIsRefused() {
        var text = "[other]\nname other\nnames sideways\n";

        assertThatThrownBy(() -> MaskTable.mask(Table.read(text).blocks().getFirst()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("line 3");
    }

    private String id(DnsName server) {
        var provider = Providers.builtIn().ofNs(server).orElseThrow().provider();
        return masks.find(provider.id()).orElseThrow().id();
    }
}
