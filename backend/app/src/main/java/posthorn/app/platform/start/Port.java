package posthorn.app.platform.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// The port HTTP will listen on, tried before the slow part of the start.
public final class Port {

    private Port() {}

    /// Refuses to start when nobody can listen there.
    public static void refuseUnusable(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException refused) {
            var isTaken = String.valueOf(refused.getMessage()).contains("in use");
            throw new StartRefused(
                    isTaken
                            ? taken(port)
                            : "Port %d on %s cannot be opened: %s."
                                    .formatted(
                                            port, address.getHostAddress(), refused.getMessage()),
                    refused);
        }
    }

    static String taken(int port) {
        return "Port %d is already in use; stop the other program or choose another port with --port."
                .formatted(port);
    }
}
