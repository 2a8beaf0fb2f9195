package posthorn.engine.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;

class SilentListsTest {

    private static final List<Finding> BEFORE =
            List.of(
                    critical("dnsbl.listed-a", "192.0.2.20 alpha"),
                    notice("dnsbl.listed-c", "192.0.2.20 beta"),
                    info("dnsbl.asked", "example.org"));

    @Test
    void keepsAListingWhileItsListCannotBeAsked() {
        var now = List.of(notice("dnsbl.list-unusable", "alpha"));

        assertThat(SilentLists.listings(BEFORE, now)).containsExactly(BEFORE.get(0));
    }

    @Test
    void keepsAListingWhileItsListRefusesEverybodyHere() {
        var now = List.of(notice("dnsbl.list-disabled", "alpha").with("trouble", Trouble.REFUSED));

        assertThat(SilentLists.listings(BEFORE, now)).containsExactly(BEFORE.get(0));
    }

    @Test
    void letsGoOfAListingWhoseListIsDead() {
        var now =
                List.of(
                        notice("dnsbl.list-disabled", "alpha")
                                .with("trouble", Trouble.LISTS_EVERYTHING));

        assertThat(SilentLists.listings(BEFORE, now)).isEmpty();
    }

    @Test
    void letsGoOfAListingThatItsListTookBack() {
        var now = List.of(info("dnsbl.clean", "example.org"));

        assertThat(SilentLists.listings(BEFORE, now)).isEmpty();
    }
}
