package posthorn.engine.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

class ListHealthTest {

    private static final ListTable TABLE =
            ListTable.builtIn()
                    .extendedBy(
                            """
                            only
                            [one]
                            name   One
                            zone   one.example
                            lists  ip4 ip6
                            tier   A
                            on     yes
                            code   127.0.0.3 spam
                            [allow]
                            name   Allowing
                            zone   allow.example
                            lists  ip4
                            tier   C
                            on     yes
                            note   127.0.0.1 allowed
                            code   127.0.0.2 black
                            clean-point ip4 none
                            [off]
                            name   Off
                            zone   off.example
                            lists  ip4
                            tier   C
                            code   127.0.0.2 spam
                            """);

    @Test
    void testsEachListThatMayBeAskedForEachKind() {
        var health =
                health(
                        """
                        2.0.0.127.one.example.    A 127.0.0.2
                        2.0.0.127.allow.example.  A 127.0.0.2
                        1.0.0.127.allow.example.  A 127.0.0.1
                        """);

        assertThat(health)
                .extracting(
                        h -> h.list() + " " + h.kind() + " " + (h instanceof ListHealth.Healthy))
                .containsExactly("one ip4 true", "one ip6 false", "allow ip4 true");
    }

    @Test
    void believesNoListThatListsItsCleanEntry() {
        var health =
                health(
                        """
                        2.0.0.127.one.example.  A 127.0.0.2
                        1.0.0.127.one.example.  A 127.0.0.77
                        """);

        assertThat(health.getFirst())
                .isInstanceOfSatisfying(
                        ListHealth.Unusable.class,
                        unusable -> {
                            assertThat(unusable.trouble()).isEqualTo(Trouble.LISTS_EVERYTHING);
                            assertThat(unusable.point()).isEqualTo("127.0.0.1");
                            assertThat(unusable.seen()).containsExactly("127.0.0.77");
                        });
    }

    private static List<ListHealth> health(String zone) {
        var clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        return ListHealth.all(TABLE, new Outside(new ZoneDns(ZoneReader.read(zone)), clock));
    }
}
