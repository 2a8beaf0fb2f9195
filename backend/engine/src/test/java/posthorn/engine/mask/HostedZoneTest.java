package posthorn.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.info;

import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;

class HostedZoneTest {

    private static final DnsName DOMAIN = DnsName.of("shop.example.org");

    @Test
    void theFindingNamesHostAndZone() {
        var finding =
                info("provider.dns-host", DOMAIN).with("id", "ionos").with("zone", "example.org");

        var hosted = HostedZone.of(DOMAIN, List.of(finding));

        assertThat(hosted.mask().id()).isEqualTo("ionos");
        assertThat(hosted.zone()).isEqualTo(DnsName.of("example.org"));
        assertThat(hosted.recognised()).isTrue();
    }

    @Test
    void aZoneOfItsOwnIsTaken() {
        var finding = info("provider.dns-host-unknown", DOMAIN).with("zone", "shop.example.org");

        var hosted = HostedZone.of(DOMAIN, List.of(finding));

        assertThat(hosted.zone()).isEqualTo(DOMAIN);
        assertThat(hosted.mask().id()).isEqualTo(Masks.GENERIC);
        assertThat(hosted.recognised()).isFalse();
    }

    @Test
    void withoutAFindingItIsTheRegisteredDomain() {
        assertThat(HostedZone.of(DOMAIN, List.of()).zone()).isEqualTo(DnsName.of("example.org"));
    }

    @Test
    void aHostWithoutAMaskAndAStrangeZoneAreNotBelieved() {
        var finding =
                info("provider.dns-host", DOMAIN).with("id", "nobody").with("zone", "example.net");

        var hosted = HostedZone.of(DOMAIN, List.of(finding));

        assertThat(hosted.mask().id()).isEqualTo(Masks.GENERIC);
        assertThat(hosted.zone()).isEqualTo(DnsName.of("example.org"));
    }
}
