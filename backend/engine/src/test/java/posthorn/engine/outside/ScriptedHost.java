package posthorn.engine.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A listener on loopback that talks as a test tells it, and writes down what it heard.
final class ScriptedHost implements AutoCloseable {

    /// The hello of a server that knows TLS 1.0 only (RFC 2246 §7.4.1.3).
    static final String OLD_HELLO =
            "\u0016\u0003\u0001\u0000*" // handshake, version, 42 octets
                    + "\u0002\u0000\u0000&" // hello, 38 octets
                    + "\u0003\u0001"
                    + "32 octets at random that are not"
                    + "\u0000\u00c0\u0013\u0000"; // no session, ECDHE with AES-128, no compression

    /// What happens on a connection.
    interface Script {
        void talk(Talk talk) throws IOException;
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Script script;

    ScriptedHost(Script script) {
        this.script = script;
        try {
            this.listener = new ServerSocket(0, 50, ScriptedServer.loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /// A port at which nobody listens.
    static InetSocketAddress closed() {
        try (var socket = new ServerSocket(0, 1, ScriptedServer.loopback())) {
            return new InetSocketAddress(ScriptedServer.loopback(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                open.add(socket);
                threads.execute(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            script.talk(new Talk(socket));
        } catch (IOException e) {
            return; // the other side has gone
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(ScriptedServer.loopback(), listener.getLocalPort());
    }

    /// A way to this host alone, for those who look for `address` and `port`.
    Routes as(InetAddress address, int port) {
        return Routes.only(Map.of(new InetSocketAddress(address, port), address()));
    }

    /// The lines that came, over all connections.
    List<String> heard() {
        return heard;
    }

    int connections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    /// One connection, from the host's side.
    final class Talk {
        private Socket socket;
        private BufferedReader in;
        private OutputStream out;

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = reader(socket);
            this.out = socket.getOutputStream();
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
        }

        /// Sends the text as it is.
        Talk raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        }

        /// Sends lines.
        Talk say(String... lines) throws IOException {
            return raw(String.join("\r\n", lines) + "\r\n");
        }

        /// Reads a line; the script ends if there is none.
        String hear() throws IOException {
            var line = in.readLine();
            if (line == null) {
                throw new IOException("the other side has gone");
            }
            heard.add(line);
            return line;
        }

        /// Reads lines up to an empty one.
        Talk hearHead() throws IOException {
            var line = hear();
            while (!line.isEmpty()) {
                line = hear();
            }
            return this;
        }

        /// Encrypts the connection.
        Talk encrypt(SSLContext context) throws IOException {
            var factory = context.getSocketFactory();
            var encrypted = (SSLSocket) factory.createSocket(socket, null, 0, true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            socket = encrypted;
            in = reader(encrypted);
            out = encrypted.getOutputStream();
            return this;
        }

        /// Sends one octet after the other, with a pause between.
        void drip(String text, int millis) throws IOException {
            for (int i = 0; i < text.length(); i++) {
                raw(text.substring(i, i + 1));
                pause(millis);
            }
        }

        /// Nothing, for a while.
        void pause(int millis) throws IOException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
