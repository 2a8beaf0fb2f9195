package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    private final InetAddress loopback = InetAddress.getLoopbackAddress();

    @Test
    void takesAFreePort() {
        assertThatCode(() -> Port.refuseUnusable(loopback, 0)).doesNotThrowAnyException();
    }

    @Test
    void refusesATakenOne() throws IOException {
        try (var taken = new ServerSocket(0, 1, loopback)) {
            var port = taken.getLocalPort();

            assertThatThrownBy(() -> Port.refuseUnusable(loopback, port))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage(
                            "Port %d is already in use; stop the other program or choose another port"
                                    + " with --port.",
                            port);
        }
    }

    @Test
    void refusesAnAddressOfAnotherMachine() throws IOException {
        var elsewhere = InetAddress.getByName("192.0.2.1");

        assertThatThrownBy(() -> Port.refuseUnusable(elsewhere, 0))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Port 0 on 192.0.2.1 cannot be opened: ");
    }
}
