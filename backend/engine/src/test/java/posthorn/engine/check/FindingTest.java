package posthorn.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;

class FindingTest {

    @Test
    void isTheSameWhenCodeAndSubjectAreWhateverTheEvidence() {
        var one = Finding.critical("spf.missing", DnsName.of("example.org"));
        var other = Finding.warning("spf.missing", "example.org").with("lookups", 3);

        assertThat(one.isSameAs(other)).isTrue();
        assertThat(one.isSameAs(Finding.critical("spf.missing", "example.net"))).isFalse();
        assertThat(one.isSameAs(Finding.critical("spf.multiple", "example.org"))).isFalse();
    }

    @Test
    void takesOnlyValuesThatJsonKnows() {
        var finding =
                Finding.info("spf.ok", "example.org")
                        .with("tree", Map.of("children", List.of(Map.of("lookups", 1))));

        assertThat(finding.evidence())
                .isEqualTo(Map.of("tree", Map.of("children", List.of(Map.of("lookups", 1L)))));
        assertThatThrownBy(() -> finding.with("odd", new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWorstFindingDecidesTheVerdict() {
        var info = Finding.info("a.a", "x");
        var notice = Finding.notice("a.b", "x");
        var unknown = Finding.unknown("a.c", "x");
        var warning = Finding.warning("a.d", "x");
        var critical = Finding.critical("a.e", "x");

        assertThat(Verdict.of(List.of())).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(Verdict.of(List.of(info, notice))).isEqualTo(Verdict.OK);
        assertThat(Verdict.of(List.of(info, unknown))).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.of(List.of(unknown, warning))).isEqualTo(Verdict.WARN);
        assertThat(Verdict.of(List.of(critical, unknown, info))).isEqualTo(Verdict.FAIL);
    }
}
