package posthorn.app.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import posthorn.app.monitoring.TestWorld;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.dnsbl.DnsblCheck;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.SubjectKind;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Source;

@PostgresTest
@Import({TestWorld.class, TestLists.class})
class ListTestsTest {

    private static final ListKey ALPHA = new ListKey("alpha", SubjectKind.IP4, 1);
    private static final String HEALTHY = "2.0.0.127.alpha.example. A 127.0.0.2\n";

    @Autowired private ListTests tests;
    @Autowired private Lists lists;
    @Autowired private ListTable table;
    @Autowired private Outside outside;
    @Autowired private TestWorld.Stage stage;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void nothingIsKnown() {
        jdbc.sql("delete from dns_list_state").update();
        jdbc.sql("delete from dns_list_change").update();
        stage.mends();
        stage.pass(Duration.ofDays(1));
    }

    private Standing alpha() {
        return Objects.requireNonNull(lists.standings().get(ALPHA));
    }

    private void test(String zone, Duration later) {
        stage.pass(later);
        stage.says(zone);
        tests.run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEALTHY | 2.0.0.127.alpha.example. A 127.0.0.2",
                "DEAD | alpha.example. A 192.0.2.1",
                "REFUSING | *.alpha.example. A 127.255.255.254",
                "LISTING_EVERYTHING | *.alpha.example. A 127.0.0.2",
                "PARKED | *.alpha.example. A 203.0.113.7",
                "SILENT | 2.0.0.127.alpha.example. !TIMEOUT A"
            })
    void keepsHowEachListIs(ListState state, String zone) {
        test(zone + "\n", Duration.ZERO);

        assertThat(alpha().seen().state()).isEqualTo(state);
        assertThat(alpha().since()).isEqualTo(stage.instant());
        assertThat(alpha().isOff()).isFalse();
    }

    @Test
    void keepsThatATestEntrySaysGoodbye() {
        test(
                HEALTHY + "2.0.0.127.alpha.example. TXT \"This list has been discontinued\"\n",
                Duration.ZERO);

        assertThat(alpha().seen().state()).isEqualTo(ListState.ENDED);
    }

    @Test
    void keepsEachKindOfEachReadyListAndNoOther() {
        test(HEALTHY, Duration.ZERO);

        assertThat(lists.standings())
                .containsOnlyKeys(ALPHA, new ListKey("names", SubjectKind.DOMAIN, 1));
    }

    @Test
    void forgetsAListThatIsNotAskedAnyMore() {
        jdbc.sql(
                        """
                        insert into dns_list_state (list, kind, resolver, state, point, answer, since,
                            streak_begun_at, streak_tests, tested_at)
                        values ('gone', 'IP4', 1, 'HEALTHY', '', '', now(), now(), 1, now())
                        """)
                .update();

        test(HEALTHY, Duration.ZERO);

        assertThat(lists.standings().keySet()).extracting(ListKey::list).doesNotContain("gone");
    }

    @Test
    void testsOnlyWhatIsDue() {
        test(HEALTHY, Duration.ZERO);
        var first = alpha().streak().testedAt();

        test(HEALTHY, Duration.ofMinutes(10));
        assertThat(alpha().streak().testedAt()).isEqualTo(first);

        test(HEALTHY, Duration.ofMinutes(5));
        assertThat(alpha().streak().testedAt()).isEqualTo(stage.instant());
    }

    @Test
    void disablesAListThatFailsTwiceAndBringsItBackWhenItWorksTwice() {
        test("", Duration.ZERO);
        assertThat(findings()).extracting(Finding::code).contains("dnsbl.list-unusable");

        test("", Duration.ofMinutes(31));
        assertThat(findings()).extracting(Finding::code).contains("dnsbl.list-disabled");

        stage.says(HEALTHY + "20.2.0.192.alpha.example. A 127.0.0.2\n");
        assertThat(findings()).extracting(Finding::code).doesNotContain("dnsbl.listed-a");

        test(HEALTHY, Duration.ofMinutes(6));
        assertThat(alpha().isOff()).isTrue();

        test(HEALTHY, Duration.ofMinutes(6));
        assertThat(alpha().isOff()).isFalse();
        assertThat(findings())
                .extracting(finding -> finding.code() + " " + finding.subject())
                .doesNotContain("dnsbl.list-disabled alpha");
    }

    @Test
    void keepsWhatChanged() {
        test(HEALTHY, Duration.ZERO);
        test("", Duration.ofMinutes(16));
        test("", Duration.ofMinutes(31));

        assertThat(lists.changes(10).stream().filter(change -> change.key().equals(ALPHA)))
                .extracting(ListChange::before, ListChange::after, ListChange::isDisabled)
                .containsExactly(
                        tuple(ListState.DEAD, ListState.DEAD, true),
                        tuple(ListState.HEALTHY, ListState.DEAD, false));
    }

    @Test
    void takesItsOwnLimitForNoTest() {
        test(HEALTHY, Duration.ZERO);
        stage.answers(_ -> new Answer.Failed<>(Failure.NOT_NOW, List.of(), Source.local("enough")));
        stage.pass(Duration.ofMinutes(16));
        tests.run();

        assertThat(alpha().seen().state()).isEqualTo(ListState.HEALTHY);
    }

    @Test
    void readsItsTableOnceForEachChange() {
        test(HEALTHY, Duration.ZERO);

        assertThat(lists.table()).isSameAs(lists.table());
        assertThat(lists.table().ready()).isEqualTo(table.ready());
    }

    private List<Finding> findings() {
        var host = IpText.parse("192.0.2.20").orElseThrow();
        var target =
                new Target(
                        DnsName.of("watched.example"),
                        Profile.SENDS_AND_RECEIVES,
                        List.of(),
                        List.of(host));
        return DnsblCheck.check(lists::table).run(target, outside).findings();
    }
}
