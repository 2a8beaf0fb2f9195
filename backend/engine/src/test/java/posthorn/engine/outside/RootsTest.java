package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.TlsSession.Trust;

class RootsTest {

    private static final String HOST = "mail.example.org";

    private static Trust trust(java.security.cert.X509Certificate... chain) {
        return Certificates.TRUST.trust(List.of(chain));
    }

    @Test
    void followAChainToARoot() {
        var own = Certificates.of(HOST).certificate();
        var between = Certificates.BETWEEN.certificate();
        var root = Certificates.ROOT.certificate();

        assertThat(trust(own, between)).isEqualTo(Trust.TRUSTED);
        assertThat(trust(own, between, root)).isEqualTo(Trust.TRUSTED);
        assertThat(trust(own, root, between)).isEqualTo(Trust.TRUSTED);
        assertThat(trust(root)).isEqualTo(Trust.TRUSTED);
    }

    @Test
    void leaveDatesAside() {
        var between = Certificates.BETWEEN.certificate();

        assertThat(trust(Certificates.expired(HOST).certificate(), between))
                .isEqualTo(Trust.TRUSTED);
    }

    @Test
    void missACertificateBetween() {
        assertThat(trust(Certificates.of(HOST).certificate())).isEqualTo(Trust.NO_PATH);
        assertThat(
                        Roots.of(List.of(Certificates.selfSigned("other.example").certificate()))
                                .trust(
                                        List.of(
                                                Certificates.of(HOST).certificate(),
                                                Certificates.BETWEEN.certificate())))
                .isEqualTo(Trust.NO_PATH);
        assertThat(trust()).isEqualTo(Trust.NO_PATH);
    }

    @Test
    void knowACertificateThatIsItsOwnIssuer() {
        assertThat(trust(Certificates.selfSigned(HOST).certificate())).isEqualTo(Trust.SELF_SIGNED);
    }

    @Test
    void seeASignatureThatIsNotTheIssuers() {
        var forged = Certificates.forged(HOST).certificate();

        assertThat(trust(forged, Certificates.BETWEEN.certificate())).isEqualTo(Trust.BROKEN);
    }

    @Test
    void seeACertificateThatIsNotForServers() {
        var own = Certificates.forClients(HOST).certificate();

        assertThat(trust(own, Certificates.BETWEEN.certificate())).isEqualTo(Trust.BROKEN);
    }

    @Test
    void doNotTrustAServerAsAnIssuer() {
        var server = Certificates.of("mail.example.net");
        var own = Certificates.issuedBy(server, HOST).certificate();

        assertThat(trust(own, server.certificate(), Certificates.BETWEEN.certificate()))
                .isEqualTo(Trust.BROKEN);
    }

    @Test
    void areManyInJava() {
        assertThat(Roots.ofJava().manager().getAcceptedIssuers()).hasSizeGreaterThan(50);
    }
}
