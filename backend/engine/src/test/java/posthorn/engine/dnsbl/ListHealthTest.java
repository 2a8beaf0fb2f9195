package posthorn.engine.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.DnsName;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This list was shut down in May 2026.",
                "DISCONTINUED, please remove it from your configuration",
                "one.example is no longer maintained"
            })
    void believesNoListWhoseTestEntryTakesItsLeave(String text) {
        var health =
                health(
                        """
                        2.0.0.127.one.example.  A 127.0.0.2
                        2.0.0.127.one.example.  TXT "%s"
                        """
                                .formatted(text));

        assertThat(health.getFirst())
                .isInstanceOfSatisfying(
                        ListHealth.Unusable.class,
                        unusable -> {
                            assertThat(unusable.trouble()).isEqualTo(Trouble.SHUT_DOWN);
                            assertThat(unusable.seen()).containsExactly(text);
                        });
    }

    @Test
    void anOrdinaryTestEntryMaySayWhatItLikes() {
        var health =
                health(
                        """
                        2.0.0.127.one.example.  A 127.0.0.2
                        2.0.0.127.one.example.  TXT "Open relays are enclosed; see https://one.example/"
                        """);

        assertThat(health.getFirst()).isInstanceOf(ListHealth.Healthy.class);
    }

    @Test
    void triesEachListWithAnotherEntryThatNobodyKnows() {
        var one = DnsName.of("one.example");
        var other = DnsName.of("other.example");

        for (var kind : SubjectKind.values()) {
            var point = TestPoint.random(kind, one);

            assertThat(TestPoint.random(kind, one)).isEqualTo(point);
            assertThat(TestPoint.random(kind, other)).isNotEqualTo(point);
        }
        assertThat(TestPoint.random(SubjectKind.DOMAIN, one).text()).matches("[a-z]{16}\\.example");
    }

    private static List<ListHealth> health(String zone) {
        var clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        return ListHealth.all(TABLE, new Outside(new ZoneDns(ZoneReader.read(zone)), clock));
    }
}
