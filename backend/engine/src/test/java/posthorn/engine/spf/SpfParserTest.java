package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.outside.IpText;

class SpfParserTest {

    @Test
    void readsEveryMechanismAndModifier() {
        var record =
                SpfParser.read(
                        "v=spf1 +a:example.org/24//64 ?mx//48 ~ptr -exists:%{ir}.example.org"
                                + " ip4:192.0.2.0/24 ip6:2001:db8::/32 include:example.net"
                                + " exp=why.example.org redirect=example.com note=x");

        assertThat(record.faults()).isEmpty();
        assertThat(record.directives())
                .extracting(Term.Directive::qualifier)
                .containsExactly(
                        Qualifier.PASS,
                        Qualifier.NEUTRAL,
                        Qualifier.SOFTFAIL,
                        Qualifier.FAIL,
                        Qualifier.PASS,
                        Qualifier.PASS,
                        Qualifier.PASS);
        assertThat(record.directives().get(1).mechanism())
                .isEqualTo(new Mechanism.Mx(MacroString.CURRENT_DOMAIN, 32, 48));
        assertThat(record.directives().get(4).mechanism())
                .isEqualTo(
                        new Mechanism.Ip(
                                new IpNetwork(IpText.parse("192.0.2.0").orElseThrow(), 24)));
        assertThat(record.redirect()).map(r -> r.target().source()).contains("example.com");
        assertThat(record.explanation()).map(r -> r.target().source()).contains("why.example.org");
    }

    @Test
    void saysWhereEachFaultStands() {
        var text = "v=spf1  ipv4:192.0.2.1 ip4:192.0.2.1/33 -all";

        var parsed = SpfParser.parse(text);

        assertThat(parsed)
                .isEqualTo(
                        new Parsed.Malformed<>(
                                text,
                                List.of(
                                        new Fault(8, 14, "spf.unknown-mechanism"),
                                        new Fault(23, 16, "spf.bad-ip"))));
        assertThat(new Fault(23, 16, "spf.bad-ip").in(text)).isEqualTo("ip4:192.0.2.1/33");
    }

    @Test
    void goesOnAfterAFault() {
        var record = SpfParser.read("v=spf1 oops ip4:192.0.2.1 -all");

        assertThat(record.directives()).hasSize(2);
    }

    @Test
    void takesAValidRecordForValid() {
        assertThat(SpfParser.parse("v=spf1 -all")).isInstanceOf(Parsed.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "redirect=a.example redirect=b.example, spf.dup-modifier",
        "exp=a.example exp=a.example, spf.dup-modifier",
        "-all., spf.bad-term",
        "all:x, spf.bad-term",
        "all/8, spf.bad-term",
        "ptr/24, spf.bad-term",
        "=all, spf.bad-term",
        "1up=x, spf.bad-term",
        "-redirect=example.org, spf.bad-term",
        "note=%x, spf.bad-term",
        "-, spf.bad-term",
        "include, spf.bad-domain-spec",
        "include:, spf.bad-domain-spec",
        "include:example.org/24, spf.bad-domain-spec",
        "a:museum, spf.bad-domain-spec",
        "a:museum., spf.bad-domain-spec",
        "a:example.-com, spf.bad-domain-spec",
        "a:192.0.2.1, spf.bad-domain-spec",
        "redirect=, spf.bad-domain-spec",
        "exists:%{a}.example.org, spf.bad-domain-spec",
        "exists:%{d0}.example.org, spf.bad-domain-spec",
        "exists:%{c}.example.org, spf.bad-domain-spec",
        "exists:%{i.example.org, spf.bad-domain-spec",
        "a/33, spf.bad-ip",
        "a//129, spf.bad-ip",
        "a/024, spf.bad-ip",
        "mx/, spf.bad-ip",
        "ip4:192.0.2, spf.bad-ip",
        "ip4:192.0.2.1:25, spf.bad-ip",
        "ip4:192.0.2.1/032, spf.bad-ip",
        "ip4:2001:db8::1, spf.bad-ip",
        "ip6:192.0.2.1, spf.bad-ip",
        "ip6:2001:db8::/129, spf.bad-ip",
        "moo, spf.unknown-mechanism",
        "moo.cow/far=x, spf.unknown-mechanism",
        "redirect:example.org, spf.unknown-mechanism"
    })
    void namesTheFault(String terms, String code) {
        var record = SpfParser.read("v=spf1 " + terms);

        assertThat(record.faults()).extracting(Fault::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:foo:bar/baz.example.org",
                "a:%{d}/24",
                "a:example.xn--zckzah",
                "include:example.org.",
                "exists:%{l2r+-}.user.%{d2}",
                "exists:%{ir}.%{v}._spf.%{D2}",
                "exists:a%%b%_c%-d.example.org",
                "a/0//0",
                "moo.cow-far_out=man:dog/cat",
                "note=",
                "IP4:192.0.2.77/24",
                "ip6:::ffff:192.0.2.1",
                "InClUdE:example.org"
            })
    void acceptsWhatTheGrammarAllows(String term) {
        assertThat(SpfParser.read("v=spf1 " + term).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1, true", "V=SPF1 -all, true", "v=spf10, false", "v=spf1-all, false",
        "'v=spf1;', false", "' v=spf1', false", "v=spf, false", "spf2.0/pra, false"
    })
    void knowsARecordByItsVersion(String text, boolean isSpf) {
        assertThat(SpfRecord.isSpf(text)).isEqualTo(isSpf);
    }
}
