package posthorn.engine.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// With the keys that the standards use as examples.
class ZoneKeyTest {

    /// RFC 4034 §5.4.
    private static final ZoneKey SHA_1_KEY =
            key(
                    "256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxe"
                            + "YCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM"
                            + "9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==");

    /// RFC 6605 §6.1.
    private static final ZoneKey ECDSA_KEY =
            key(
                    "257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+"
                            + "e+MAnLr+Wi9xMWyQLc8NAA==");

    private static final DnsName ZONE = DnsName.of("dskey.example.com");

    private static ZoneKey key(String text) {
        return new ZoneKey((Rdata.Dnskey) MasterText.read(RecordType.DNSKEY, text));
    }

    private static Rdata.Ds ds(String text) {
        return (Rdata.Ds) MasterText.read(RecordType.DS, text);
    }

    @Test
    void computesTheTagsOfTheStandards() {
        assertThat(SHA_1_KEY.tag()).isEqualTo(60485);
        assertThat(ECDSA_KEY.tag()).isEqualTo(55648);
    }

    /// The last octets but one of the modulus (RFC 4034 appendix B.1).
    @Test
    void computesTheTagOfAnRsaMd5Key() {
        assertThat(key("256 3 1 AQMBAgMEBQYHCA==").tag()).isEqualTo(0x0607);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256 3 1 AQ==", "256 3 1 AQM=", "0 0 0 AA==", "65535 255 255 /w=="})
    void hasATagForAnyKey(String text) {
        assertThat(key(text).tag()).isBetween(0, 65_535);
    }

    @ParameterizedTest
    @CsvSource({
        "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
        "60485 5 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A"
    })
    void isMeantByTheSignersOfTheStandards(String signer) {
        assertThat(SHA_1_KEY.isMeantBy(ds(signer), ZONE)).isTrue();
        assertThat(SHA_1_KEY.isMeantBy(ds(signer), DnsName.of("example.com"))).isFalse();
        assertThat(ECDSA_KEY.isMeantBy(ds(signer), ZONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60486 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
                "60485 7 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
                "60485 5 200 2BB183AF5F22588179A53B0A98631FAD1A292118",
                "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292119"
            })
    void isNotMeantByOthers(String signer) {
        assertThat(SHA_1_KEY.isMeantBy(ds(signer), ZONE)).isFalse();
    }

    @Test
    void givesTheSignerThatMeansIt() {
        var signer = ECDSA_KEY.signer(DnsName.of("example.net"));

        assertThat(signer)
                .contains(
                        ds(
                                "55648 13 2"
                                        + " b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17"));
    }

    @ParameterizedTest
    @CsvSource({"256, false", "257, true", "385, false", "1, false", "0, false"})
    void tellsEntryPointsByTheirFlags(int flags, boolean isOne) {
        var key = new ZoneKey(new Rdata.Dnskey(flags, 3, 13, "AQIDBA=="));

        assertThat(key.isEntryPoint()).isEqualTo(isOne);
    }

    @Test
    void hasNoSignerForANameThatIsNone() {
        assertThat(ECDSA_KEY.signer(DnsName.of("a\\.b.example.org"))).isEmpty();
    }
}
