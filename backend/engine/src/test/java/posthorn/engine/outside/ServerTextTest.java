package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTextTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53",
        "192.0.2.53:53, 192.0.2.53",
        "127.0.0.1:5300, 127.0.0.1:5300",
        "2001:DB8::53, 2001:db8::53",
        "[2001:db8::53], 2001:db8::53",
        "[2001:db8::53]:5353, [2001:db8::53]:5353",
        "localhost:5300, 127.0.0.1:5300"
    })
    void readsHostAndPort(String text, String server) {
        assertThat(ServerText.parse(text).map(ServerText::of)).contains(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":53",
                "192.0.2.53:",
                "192.0.2.53:0",
                "192.0.2.53:65536",
                "192.0.2.53:a",
                "192.0.2.999",
                "192.0.2",
                "[192.0.2.1]:53",
                "[2001:db8::53",
                "2001:db8::53]:53",
                "[fe80::1%eth0]:53",
                "a b:53",
                "host:53:53",
                "example..org:53",
                "http://192.0.2.53"
            })
    void refusesAnythingElse(String text) {
        assertThat(ServerText.parse(text)).isEmpty();
    }
}
