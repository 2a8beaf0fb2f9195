package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialPurposeTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0/8",
        "10.255.255.255, 10.0.0.0/8",
        "100.64.0.1, 100.64.0.0/10",
        "100.127.255.255, 100.64.0.0/10",
        "127.0.0.2, 127.0.0.0/8",
        "172.31.0.1, 172.16.0.0/12",
        "198.19.255.255, 198.18.0.0/15",
        "239.1.1.1, 224.0.0.0/4",
        "255.255.255.255, 240.0.0.0/4",
        "::, ::/128",
        "::1, ::1/128",
        "::ffff:8.8.8.8, ::ffff:0:0/96",
        "fd00::1, fc00::/7",
        "febf::1, fe80::/10",
        "ff02::1, ff00::/8"
    })
    void knowsAddressesNobodyOutsideCanReach(String address, String range) {
        assertThat(of(address)).get().extracting(SpecialPurpose::range).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "192.0.2.1",
                "2001:db8::1",
                "2001:1::1",
                "2a01:4f8::1",
                "fbff::1",
                "2001:30::1"
            })
    void leavesAllOthersAlone(String address) {
        assertThat(of(address)).isEmpty();
    }

    private static Optional<SpecialPurpose> of(String address) {
        return SpecialPurpose.of(IpText.parse(address).orElseThrow());
    }
}
