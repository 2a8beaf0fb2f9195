package posthorn.engine.door;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/// The SMTP server: takes connections, a virtual thread each, and turns away what is too much.
public final class Door implements AutoCloseable {

    /// Whose door it is.
    ///
    /// @param name of the host, told in the greeting (RFC 5321 §4.2)
    /// @param encryption looked at for each handshake, so that a new certificate counts at once;
    ///   gives nothing while there is none
    public record House(
            String name,
            Limits limits,
            Supplier<Optional<SSLSocketFactory>> encryption,
            Postbox postbox,
            Clock clock) {

        Optional<SSLSocketFactory> tls() {
            return encryption.get();
        }
    }

    private static final byte[] BUSY =
            "421 4.3.2 Too many connections; try later\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int BACKLOG = 256;
    private static final int PREFIX = 8;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final House house;
    private final ServerSocket listener;
    private final Thread accepting;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private Door(House house, ServerSocket listener) {
        this.house = house;
        this.listener = listener;
        this.accepting = Thread.ofPlatform().name("smtp-door").daemon().unstarted(this::accept);
    }

    /// Opens it at this address; port 0 takes a free one.
    public static Door open(InetSocketAddress at, House house) throws IOException {
        var listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(at, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        var door = new Door(house, listener);
        door.accepting.start();
        return door;
    }

    /// Where it is.
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /// How many sessions there are now.
    public int sessions() {
        return open.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                take(listener.accept());
            } catch (IOException e) {
                pause(); // one connection came to nothing, or there is no room, or it was closed
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        var key = key(socket.getInetAddress());
        if (!enter(key)) {
            turnAway(socket);
            return;
        }
        sockets.add(socket);
        Thread.ofVirtual().name("smtp-session").start(() -> serve(socket, key));
    }

    private void serve(Socket socket, String key) {
        try {
            new Session(socket, house).run();
        } catch (IOException e) {
            return; // it was gone before it began
        } finally {
            sockets.remove(socket);
            leave(key);
        }
    }

    private boolean enter(String key) {
        if (open.incrementAndGet() > house.limits().sessions()) {
            open.decrementAndGet();
            return false;
        }
        if (byAddress.merge(key, 1, Integer::sum) > house.limits().perAddress()) {
            leave(key);
            return false;
        }
        return true;
    }

    private void leave(String key) {
        open.decrementAndGet();
        byAddress.computeIfPresent(key, (_, count) -> count > 1 ? count - 1 : null);
    }

    /// A short line fits into the buffer of any new connection, so this never waits.
    private static void turnAway(Socket socket) throws IOException {
        try (socket) {
            socket.getOutputStream().write(BUSY);
            socket.shutdownOutput();
        }
    }

    /// An address, or the /64 that one customer has.
    private static String key(InetAddress address) {
        var octets = address.getAddress();
        var length = address instanceof Inet6Address ? PREFIX : octets.length;
        return HexFormat.of().formatHex(Arrays.copyOf(octets, length));
    }

    /// Takes no more, and ends the sessions there are.
    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
