package posthorn.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Verdict;
import posthorn.engine.text.Texts;

class KnownTest {

    private static final Finding OK = info("spf.ok", "example.org");
    private static final Finding OPEN = unknown("spf.unreachable", "example.org");
    private static final Finding WEAK = warning("spf.soft", "example.org");
    private static final Finding BAD = critical("spf.missing", "example.org");

    @Test
    void takesAResultThatDecidedAll() {
        assertThat(known(BAD).after(known(OK))).isEqualTo(known(OK));
    }

    @Test
    void keepsWhatWasKnownWhenNothingCouldBeDecided() {
        var known = known(BAD).after(known(OPEN));

        assertThat(known.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(known.findings()).containsExactly(BAD, OPEN);
        assertThat(known(BAD).isSameAs(known)).isTrue();
    }

    @Test
    void isNotSilentWhereOnlyOurOwnSideIsInTheWay() {
        var blocked = unknown("smtp.egress-blocked", "example.org");

        assertThat(known(blocked).isSilent()).isFalse();
        assertThat(known(blocked).isDecided()).isFalse();
        assertThat(known(blocked, OPEN).isSilent()).isTrue();
        assertThat(known(BAD).isSilent()).isFalse();
    }

    @Test
    void knowsCodesOfOurOwnSideThatThereAre() {
        assertThat(Known.OUR_SIDE)
                .allMatch(code -> Texts.in(Locale.ENGLISH).template(code).isPresent());
    }

    @Test
    void doesNotTakeSilenceForRecovery() {
        var known = known(WEAK, BAD).after(known(WEAK, OPEN));

        assertThat(known.findings()).containsExactly(WEAK, BAD, OPEN);
        assertThat(known(WEAK, BAD).isSameAs(known)).isTrue();
    }

    @Test
    void doesNotTakeAListThatFellSilentForRemovalFromIt() {
        var listed = critical("dnsbl.listed-a", "192.0.2.20 alpha");
        var silent = notice("dnsbl.list-unusable", "alpha");
        var clean = info("dnsbl.clean", "example.org");

        var known = known(listed).after(known(clean, silent));

        assertThat(known.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(known.findings()).containsExactly(listed, silent);
    }

    @Test
    void doesNotTakeSilenceForTrouble() {
        var known = known(OK).after(known(OPEN));

        assertThat(known.verdict()).isEqualTo(Verdict.OK);
        assertThat(known(OK).isSameAs(known)).isTrue();
    }

    @Test
    void believesNewTroubleEvenBesideAnOpenQuestion() {
        var known = known(OK).after(known(BAD, OPEN));

        assertThat(known.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(known.findings()).contains(BAD, OPEN);
        assertThat(known(OK).isSameAs(known)).isFalse();
    }

    @Test
    void doesNotBelieveAnEaseBesideAnOpenQuestion() {
        var eased = warning("spf.missing", "example.org");

        var known = known(BAD).after(known(eased, OPEN));

        assertThat(known.findings()).containsExactly(BAD, OPEN);
    }

    @Test
    void doesNotTakeNewAdviceForTroubleBesideAnOpenQuestion() {
        var known = known(OK).after(known(notice("spf.near", "example.org"), OPEN));

        assertThat(known(OK).isSameAs(known)).isTrue();
    }

    @Test
    void knowsNothingWorthKeepingAfterSilence() {
        assertThat(known(OPEN).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(known(OPEN).after(known(OK))).isEqualTo(known(OK));
        assertThat(known(OPEN).isSameAs(known(OK))).isFalse();
    }

    @Test
    void isTheSameWhateverTheEvidence() {
        var more = BAD.with("lookups", 11);

        assertThat(known(BAD).isSameAs(known(more))).isTrue();
    }

    @Test
    void isAnotherWhenARecordIs() {
        var one = Known.of(List.of("v=spf1 -all"), List.of(OK));
        var other = Known.of(List.of("v=spf1 ~all"), List.of(OK));

        assertThat(one.isSameAs(other)).isFalse();
        assertThat(one.markOf(other)).isEqualTo("v=spf1 ~all");
    }

    @Test
    void marksFindingsRatherThanRecords() {
        var one = Known.of(List.of("v=spf1 -all"), List.of(OK));
        var other = Known.of(List.of("v=spf1 ~all"), List.of(BAD));

        assertThat(one.markOf(other))
                .isEqualTo("+CRITICAL spf.missing example.org\n-INFO spf.ok example.org");
    }

    private static Known known(Finding... findings) {
        return Known.of(List.of(), List.of(findings));
    }
}
