package posthorn.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

class ProvidersTest {

    private static final DnsName DOMAIN = DnsName.of("shop.example.org");

    private final Providers providers = Providers.builtIn();

    @Test
    void recognisesAProviderByItsMxHosts() {
        var found = providers.ofMx(DnsName.of("shop-example-org.mail.protection.outlook.com"));

        assertThat(found).get().extracting(r -> r.provider().id()).isEqualTo("microsoft365");
        assertThat(found.orElseThrow().sure()).isTrue();
        assertThat(providers.ofMx(DnsName.of("mail.example.org"))).isEmpty();
    }

    @Test
    void saysWhyAndHowSureItIs() {
        var found =
                providers.recognise(
                        names("route1.mx.cloudflare.net"),
                        names("ada.ns.cloudflare.com"),
                        "v=spf1 include:_spf.mx.cloudflare.net include:mx.ovh.com -all");

        assertThat(found).extracting(r -> r.provider().id()).containsExactly("ovh", "cloudflare");
        assertThat(found.get(1).signs())
                .containsExactly(
                        new Sign(Sign.At.MX, "route1.mx.cloudflare.net", true),
                        new Sign(Sign.At.NS, "ada.ns.cloudflare.com", false),
                        new Sign(Sign.At.SPF, "include:_spf.mx.cloudflare.net", true));
    }

    @Test
    void isNotSureWhereThePatternIsNotConfirmed() {
        var found = providers.ofMx(DnsName.of("mx01.posteo.de")).orElseThrow();

        assertThat(found.sure()).isFalse();
    }

    @Test
    void tellsWhoseKeyItIsByTheNamesAnAliasLeadsThrough() {
        var leading = names("key.example.net", "s1.domainkey.u1.wl1.sendgrid.net");

        assertThat(providers.ofSelector("brevo1", leading, DOMAIN))
                .get()
                .extracting(r -> r.provider().id())
                .isEqualTo("sendgrid");
    }

    @Test
    void aSelectorThatManyUseTellsNothing() {
        assertThat(providers.ofSelector("s1", List.of(), DOMAIN)).isEmpty();
        assertThat(providers.ofSelector("default", names("key.example.net"), DOMAIN)).isEmpty();
        assertThat(providers.ofSelector("Strato-DKIM-0002", List.of(), DOMAIN))
                .get()
                .extracting(Recognised::sure)
                .isEqualTo(true);
    }

    @Test
    void anAliasOfAnotherDomainIsNobodysWhereTheTargetNamesTheCustomer() {
        assertThat(
                        providers.ofSelector(
                                "x", names("selector1-example-net._domainkey.example.com"), DOMAIN))
                .isEmpty();
    }

    @Test
    void knowsTextsInWhateverCase() {
        assertThat(providers.ofText("ms=MS12345678"))
                .get()
                .extracting(r -> r.provider().id())
                .isEqualTo("microsoft365");
        assertThat(providers.ofText("v=spf1 -all")).isEmpty();
    }

    @Test
    void readsSpfTermsWithQualifiersAndRedirect() {
        assertThat(ids("v=spf1 ?include:_SPF.google.com ~all")).containsExactly("google");
        assertThat(ids("v=spf1 redirect=spf.migadu.com")).containsExactly("migadu");
        assertThat(ids("v=spf1 exists:_spf.google.com -all")).isEmpty();
        assertThat(ids("")).isEmpty();
    }

    @Test
    void writesTheRecordsAProviderWants() {
        var microsoft = providers.find("microsoft365").orElseThrow();

        assertThat(microsoft.mxSets().getFirst().in(DOMAIN))
                .containsExactly(
                        new Rdata.Mx(
                                0, DnsName.of("shop-example-org.mail.protection.outlook.com")));
        assertThat(microsoft.spfTerms())
                .extracting(SpfTerm::text)
                .containsExactly("include:spf.protection.outlook.com");
    }

    @Test
    void tellsSelectorsThatCanBeAskedFromThoseOnlyTheProviderKnows() {
        var allInkl = providers.find("all-inkl").orElseThrow();
        var migadu = providers.find("migadu").orElseThrow();

        assertThat(allInkl.selectors()).noneMatch(ProviderSelector::isGuessable);
        assertThat(migadu.selectors()).allMatch(ProviderSelector::isGuessable);
        assertThat(migadu.selectors().getFirst())
                .isInstanceOfSatisfying(
                        ProviderSelector.Alias.class,
                        alias ->
                                assertThat(alias.target().in(DOMAIN))
                                        .isEqualTo("key1.shop.example.org._domainkey.migadu.com"));
    }

    @Test
    void everyHostOfAnMxSetBelongsToItsProvider() {
        for (var provider : providers.all()) {
            for (var set : provider.mxSets()) {
                for (var record : set.in(DOMAIN)) {
                    assertThat(providers.ofMx(record.host()))
                            .as(provider.id())
                            .get()
                            .extracting(r -> r.provider().id())
                            .isEqualTo(provider.id());
                }
            }
        }
    }

    @Test
    void everyProviderShowsSomewhere() {
        assertThat(providers.all())
                .allMatch(p ->
                        Stream.of(
                                        p.mx(),
                                        p.allSpfTerms(),
                                        p.selectors(),
                                        p.ns(),
                                        p.marks().keyHosts())
                                .anyMatch(signs -> !signs.isEmpty()));
    }

    private List<String> ids(String spf) {
        return providers.ofSpf(spf).stream().map(r -> r.provider().id()).toList();
    }

    private static List<DnsName> names(String... names) {
        return Stream.of(names).map(DnsName::of).toList();
    }
}
