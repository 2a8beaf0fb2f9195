package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.254",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.254",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:8.8.8.8",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void goNowhereForAddressesNobodyHasOnTheInternet(String address) {
        assertThat(Routes.internet().to(IpText.parse(address).orElseThrow(), 25)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void goToEverybodyElse(String text) {
        var address = IpText.parse(text).orElseThrow();

        assertThat(Routes.internet().to(address, 25)).contains(new InetSocketAddress(address, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "8.8.8.8", "127.0.0.1"})
    void goNowhereElseInAMadeUpWorld(String text) {
        var known = new InetSocketAddress(IpText.parse("192.0.2.25").orElseThrow(), 25);
        var here = new InetSocketAddress(ScriptedServer.loopback(), 2525);
        var routes = Routes.only(Map.of(known, here));

        assertThat(routes.to(IpText.parse(text).orElseThrow(), 25)).isEmpty();
        assertThat(routes.to(known.getAddress(), 26)).isEmpty();
        assertThat(routes.to(known.getAddress(), 25)).contains(here);
    }
}
