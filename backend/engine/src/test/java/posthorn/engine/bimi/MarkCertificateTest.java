package posthorn.engine.bimi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import posthorn.engine.bimi.CaseMarks.Plan;
import posthorn.engine.bimi.MarkCertificate.Fault;
import posthorn.engine.outside.DnsName;

class MarkCertificateTest {

    private static final CaseMarks MADE = new CaseMarks();
    private static final Set<DnsName> DOMAINS = Set.of(DnsName.of("example.org"));

    private static Set<Fault> faults(MarkCertificate mark) {
        return mark.faults(DOMAINS, Optional.of(CaseMarks.LOGO), CaseMarks.NOW);
    }

    @Test
    void holdsWithTheCertificateInBetween() {
        var mark = MADE.read(MADE.mark(Plan.good()), MADE.between).orElseThrow();

        assertThat(faults(mark)).isEmpty();
        assertThat(mark.path()).isEqualTo(MarkRoots.Path.KNOWN);
        assertThat(mark.kind()).isEqualTo(MarkCertificate.Kind.VERIFIED);
    }

    @Test
    void holdsWhateverTheOrderOfTheFile() {
        var mark = MADE.read(MADE.root, MADE.between, MADE.mark(Plan.good())).orElseThrow();

        assertThat(faults(mark)).isEmpty();
        assertThat(mark.path()).isEqualTo(MarkRoots.Path.KNOWN);
    }

    @Test
    void missesTheCertificateInBetweenOfAKnownAuthority() {
        var plan = Plan.good();
        var roots = MarkRoots.of(CaseMarks.pem(MADE.between));
        var other = new CaseMarks();

        var mark = MarkCertificate.read(CaseMarks.pem(other.mark(plan)), roots).orElseThrow();

        assertThat(faults(mark)).containsExactly(Fault.CHAIN);
    }

    @Test
    void takesANewRootOfAKnownAuthorityForUnknown() {
        var roots = MarkRoots.of(CaseMarks.pem(MADE.root));
        var other = new CaseMarks();
        var file = CaseMarks.pem(other.mark(Plan.good()), other.between, other.root);

        var mark = MarkCertificate.read(file, roots).orElseThrow();

        assertThat(mark.path()).isEqualTo(MarkRoots.Path.OTHER_ROOT);
        assertThat(faults(mark)).isEmpty();
    }

    @Test
    void comparesALogoCompressedOrNot() throws Exception {
        var mark = MADE.read(MADE.mark(Plan.good()), MADE.between).orElseThrow();
        var packed = new String(CaseMarks.packed(CaseMarks.LOGO), StandardCharsets.ISO_8859_1);

        assertThat(mark.logotype().holds(packed)).isTrue();
        assertThat(mark.logotype().holds(CaseMarks.LOGO)).isTrue();
        assertThat(mark.logotype().holds(CaseMarks.LOGO + " ")).isFalse();
    }

    @Test
    void isNothingWithoutACertificate() {
        assertThat(MarkCertificate.read("", MarkRoots.builtIn())).isEmpty();
        assertThat(MarkCertificate.read("-----BEGIN CERTIFICATE-----", MarkRoots.builtIn()))
                .isEmpty();
    }

    @Test
    void theBuiltInRootsAreTheirOwnIssuers() {
        assertThat(MarkRoots.builtIn().size()).isEqualTo(4);
    }
}
