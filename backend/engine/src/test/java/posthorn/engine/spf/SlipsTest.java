package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlipsTest {

    @ParameterizedTest
    @CsvSource({
        "ipv4:192.0.2.1, ip4:192.0.2.1",
        "-ipv4:192.0.2.0/24, -ip4:192.0.2.0/24",
        "ip4=192.0.1.0, ip4:192.0.1.0",
        "ipv6:2001:db8::1, ip6:2001:db8::1",
        "ip:192.0.2.1, ip4:192.0.2.1",
        "ip4:2001:db8::/32, ip6:2001:db8::/32",
        "ip6:192.0.2.1, ip4:192.0.2.1",
        "192.0.2.1, ip4:192.0.2.1",
        "a:192.0.2.1, ip4:192.0.2.1",
        "redirect:example.org, redirect=example.org",
        "include=example.org, include:example.org",
        "inlcude:example.org, include:example.org",
        "includes:example.org, include:example.org",
        "redirct=example.org, redirect=example.org",
        "mx=example.org, mx:example.org",
        "-all., -all",
        "'~all;', ~all",
        "exp:why.example.org, exp=why.example.org",
        "all=, all"
    })
    void hasOneLikelyReading(String slip, String meant) {
        var term = SpfParser.read("v=spf1 " + slip).terms().getFirst();

        assertThat(Slips.meant(term)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moo",
                "mail:example.org",
                "note=x",
                "ip4:192.0.2.256",
                "include:",
                "host:example.org",
                "ip4:192.0.2.0/33",
                "-"
            })
    void isNotGuessed(String slip) {
        var term = SpfParser.read("v=spf1 " + slip).terms().getFirst();

        assertThat(Slips.meant(term)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 ip4:192.0.2.1 - all, v=spf1 ip4:192.0.2.1 -all",
        "v=spf1 ~ all, v=spf1 ~all",
        "v=spf1 ipv4:192.0.2.1 ip4=192.0.2.2 redirect:example.org, v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 redirect=example.org",
        "v=spf1 moo ipv4:192.0.2.1 -all, v=spf1 moo ip4:192.0.2.1 -all"
    })
    void aWholeRecordIsCorrectedAtOnce(String record, String corrected) {
        assertThat(Slips.corrected(SpfParser.read(record))).isEqualTo(corrected);
    }
}
