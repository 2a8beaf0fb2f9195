package posthorn.engine.bimi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.bimi.CaseMarks.Plan;
import posthorn.engine.check.Parsed;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// The parsers of BIMI and CAA.
public final class BimiTargets {

    private static final int DEEPEST = 12;

    private BimiTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1(
                        "bimi-record",
                        BimiTargets::record,
                        "v=BIMI1; l=https://example.org/logo.svg; a=https://example.org/mark.pem",
                        "v=BIMI1; l=; a=;",
                        "v=bimi1",
                        "avp=brand",
                        "lps=a,b",
                        "http://",
                        "https://[",
                        "%",
                        "; ",
                        "="),
                Target.latin1(
                        "bimi-svg",
                        BimiTargets::svg,
                        CaseMarks.LOGO,
                        "<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY % p SYSTEM \"x\">]>",
                        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
                        "<?xml-stylesheet?>",
                        "<script/>",
                        "<g>",
                        "</g>",
                        " xlink:href=\"#a\"",
                        "&#x26;",
                        "&a;",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "\u001f\u008b"),
                Target.of("bimi-der", BimiTargets::der, pieces()),
                Target.latin1(
                                "bimi-mark",
                                BimiTargets::mark,
                                mark(),
                                "-----BEGIN CERTIFICATE-----",
                                "-----END CERTIFICATE-----",
                                "\n",
                                "MIIB",
                                "AA==")
                        .inSlicesOnly(),
                Target.latin1(
                        "caa-value",
                        BimiTargets::caa,
                        "letsencrypt.org; accounturi=https://ca.example/1",
                        ";",
                        " = ",
                        "-",
                        "."));
    }

    private static String mark() {
        var made = new CaseMarks();
        return CaseMarks.pem(made.mark(Plan.good()), made.between);
    }

    private static String[] pieces() {
        try {
            var whole = new CaseMarks().mark(Plan.good()).getEncoded();
            return new String[] {
                new String(whole, ISO_8859_1), "0\u0080", "0\u0082\u00ff\u00ff", "\u0016"
            };
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void record(String text) {
        var record = BimiRecord.read(text);

        Places.lie(record.slips().stream().map(BimiRecord.Slip::fault).toList(), text);
        assertThat(BimiRecord.parse(text) instanceof Parsed.Valid).isEqualTo(record.isUsable());
        record.cleaned()
                .map(BimiRecord::read)
                .ifPresent(clean -> assertThat(clean.kinds()).isEmpty());
        BimiRecord.isMeant(text);
    }

    private static void svg(String text) {
        var plain = Gzip.is(text) ? Gzip.unpacked(text, SvgLogo.LARGEST).orElse(text) : text;
        var logo = SvgLogo.read(plain);

        assertThat(logo.faults()).hasSizeLessThan(40);
        assertThat(logo.title().orElse("").length()).isLessThan(300);
        assertThat(logo.title().isPresent() || !logo.kinds().isEmpty()).isTrue();
    }

    private static void der(byte[] octets) {
        Der.read(octets).ifPresent(der -> inside(der, 0));
        Logotype.read(octets).holds(CaseMarks.LOGO);
    }

    private static void inside(Der der, int depth) {
        var parts = der.parts();
        int sum = parts.stream().mapToInt(part -> part.octets().length).sum();
        assertThat(sum).isLessThanOrEqualTo(der.octets().length);
        assertThat(der.text()).isNotNull();
        if (depth < DEEPEST) {
            parts.forEach(part -> inside(part, depth + 1));
        }
    }

    private static void mark(String text) {
        MarkCertificate.read(text, MarkRoots.builtIn())
                .ifPresent(mark ->
                        assertThat(
                                        mark.faults(
                                                Set.of(DnsName.of("example.net")),
                                                Optional.of(CaseMarks.LOGO),
                                                CaseMarks.NOW))
                                .isNotNull());
    }

    private static void caa(String text) {
        var value = CaaValue.read(text);
        var set = new CaaSet(List.of(new Rdata.Caa(0, CaaSet.ISSUE, text)));

        assertThat(value.isValid() || value.issuer().isEmpty()).isTrue();
        assertThat(set.isReadable(CaaSet.ISSUE)).isEqualTo(value.isValid());
        assertThat(set.faulty().isEmpty()).isEqualTo(value.isValid());
    }
}
