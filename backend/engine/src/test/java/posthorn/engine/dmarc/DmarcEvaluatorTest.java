package posthorn.engine.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneDns;

/// One mail, seen by receivers of both standards.
class DmarcEvaluatorTest {

    private static final DnsName SHOP = DnsName.of("shop.example.org");

    private static DmarcViews views(String zone, AuthenticatedDomain... authenticated) {
        var dns = new ZoneDns(World.read(zone).zone());
        return new DmarcEvaluator(dns).evaluateBoth(SHOP, List.of(authenticated));
    }

    private static AuthenticatedDomain signed(String domain) {
        return new AuthenticatedDomain(Method.DKIM, DnsName.of(domain), Outcome.PASS);
    }

    @Test
    void differsWhereOnlyTheListKnowsTheSignerAsTheAuthorsOwn() {
        var zone = "_dmarc.shop.example.org. TXT \"v=DMARC1; p=reject\"";

        var views = views(zone, signed("example.org"));

        assertThat(views.current().result()).isEqualTo(DmarcResult.Result.FAIL);
        assertThat(views.former().result()).isEqualTo(DmarcResult.Result.PASS);
        assertThat(views.differ()).isTrue();
    }

    @Test
    void agreesWhereOneRecordAboveSpeaksForBoth() {
        var zone = "_dmarc.example.org. TXT \"v=DMARC1; p=reject\"";

        var views = views(zone, signed("example.org"));

        assertThat(views.current().dkimAligned()).isTrue();
        assertThat(views.former().source()).isEqualTo(DnsName.of("example.org"));
        assertThat(views.differ()).isFalse();
    }

    @Test
    void knowsNoPolicyForMissingNamesInTheOldStandard() {
        var views = views("_dmarc.example.org. TXT \"v=DMARC1; p=none; np=reject\"");

        assertThat(views.current().policy()).isEqualTo(Policy.REJECT);
        assertThat(views.former().policy()).isEqualTo(Policy.NONE);
        assertThat(views.differ()).isTrue();
    }

    @Test
    void leavesMailsOutAsTheOldPercentageSays() {
        var views = views("_dmarc.shop.example.org. TXT \"v=DMARC1; p=reject; pct=20\"");

        assertThat(views.view())
                .isInstanceOfSatisfying(
                        Rfc7489View.Found.class,
                        found -> {
                            assertThat(found.pct()).isEqualTo(20);
                            assertThat(found.policyBesides()).isEqualTo(Policy.QUARANTINE);
                        });
    }

    @Test
    void takesAPercentageThatIsNoneForAll() {
        var views = views("_dmarc.shop.example.org. TXT \"v=DMARC1; p=reject; pct=half\"");

        assertThat(views.view())
                .isInstanceOfSatisfying(
                        Rfc7489View.Found.class, found -> assertThat(found.pct()).isEqualTo(100));
    }

    @Test
    void endsTheOldSearchAtSeveralRecords() {
        var zone =
                """
                _dmarc.shop.example.org. TXT "v=DMARC1; p=reject"
                _dmarc.shop.example.org. TXT "v=DMARC1; p=none"
                _dmarc.example.org. TXT "v=DMARC1; p=quarantine"
                """;

        var views = views(zone);

        assertThat(views.former().result()).isEqualTo(DmarcResult.Result.NONE);
        assertThat(views.current().source()).isEqualTo(DnsName.of("example.org"));
    }

    @Test
    void saysTemperrorWhereTheListsDomainStaysSilent() {
        var views = views("_dmarc.example.org. !TIMEOUT");

        assertThat(views.former().result()).isEqualTo(DmarcResult.Result.TEMPERROR);
        assertThat(views.current().result()).isEqualTo(DmarcResult.Result.TEMPERROR);
    }
}
