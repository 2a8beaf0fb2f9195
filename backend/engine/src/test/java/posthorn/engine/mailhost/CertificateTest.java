package posthorn.engine.mailhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.outside.DnsName;

class CertificateTest {

    private static final long SEED = 5280;

    @ParameterizedTest
    @CsvSource({
        "mail.example.org,  mail.example.org,     true",
        "MAIL.example.org,  mail.example.org,     true",
        "*.example.org,     mail.example.org,     true",
        "*.example.org,     a.mail.example.org,   false",
        "*.example.org,     example.org,          false",
        "*.org,             example.org,          false",
        "m*.example.org,    mail.example.org,     false",
        "example.org,       mail.example.org,     false",
    })
    void isForTheHostsItNames(String name, String host, boolean isFor) {
        assertThat(certificate(name).isFor(DnsName.of(host))).isEqualTo(isFor);
    }

    @Test
    void knowsWhoHasSignedIt() {
        var issuer = CaseCertificates.keys("EC", 256);
        var authority =
                CaseCertificates.read(
                        CaseCertificates.made(
                                "CA", issuer, "CA", issuer, -9, 9, "", "SHA256withECDSA"));
        var issued =
                CaseCertificates.read(
                        CaseCertificates.made(
                                "host",
                                CaseCertificates.keys("EC", 256),
                                "CA",
                                issuer,
                                -9,
                                9,
                                "mail.example.org",
                                "SHA256withECDSA"));

        assertThat(issued.isSignedBy(authority)).isTrue();
        assertThat(authority.isSignedBy(issued)).isFalse();
    }

    @Test
    void survivesDamagedCertificates() {
        var random = new Random(SEED);
        var whole = Base64.getDecoder().decode(certificate("mail.example.org").der());
        for (int i = 0; i < 5_000; i++) {
            var damaged = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            var chain = Certificate.chain(List.of(Base64.getEncoder().encodeToString(damaged)));

            assertThat(chain).as("seed %d, input %d", SEED, i).hasSizeLessThanOrEqualTo(1);
            chain.forEach(own -> own.isSignedBy(own));
        }
    }

    private static Certificate certificate(String name) {
        var keys = CaseCertificates.keys("EC", 256);
        return CaseCertificates.read(
                CaseCertificates.made("host", keys, "host", keys, -9, 9, name, "SHA256withECDSA"));
    }
}
