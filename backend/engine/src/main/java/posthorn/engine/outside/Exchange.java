package posthorn.engine.outside;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/// One query to one server: a datagram from a fresh port, and a connection of its own when the
/// answer was truncated or that is the transport asked for. Each of the two has one deadline for
/// the whole.
final class Exchange {

    private static final int BUFFER = 4096;

    private final InetSocketAddress server;
    private final Duration patience;

    Exchange(InetSocketAddress server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    Reply of(WireQuery query, Transport transport) {
        try {
            if (transport == Transport.TCP) {
                return connected(query);
            }
            var packet = datagram(query, Deadline.in(patience));
            if (packet.length == 0) {
                return new Reply.Garbled();
            }
            return WireQuery.isTruncated(packet) ? connected(query) : WireQuery.read(packet);
        } catch (IOException e) {
            return new Reply.Silent();
        }
    }

    /// The first packet that fits; nothing if only echoes came.
    private byte[] datagram(WireQuery query, Deadline deadline) throws IOException {
        boolean echoed = false;
        try (var socket = new DatagramSocket()) {
            socket.connect(server); // packets from elsewhere never reach us
            var bytes = query.bytes();
            socket.send(new DatagramPacket(bytes, bytes.length));
            var packet = new DatagramPacket(new byte[BUFFER], BUFFER);
            while (true) {
                socket.setSoTimeout(deadline.millis());
                packet.setLength(BUFFER);
                socket.receive(packet);
                var found = Arrays.copyOf(packet.getData(), packet.getLength());
                switch (query.fit(found)) {
                    case ANSWER -> {
                        return found;
                    }
                    case ECHO -> echoed = true;
                    case FOREIGN -> {}
                }
            }
        } catch (java.net.SocketTimeoutException e) {
            if (echoed) {
                return new byte[0];
            }
            throw e;
        }
    }

    private Reply connected(WireQuery query) throws IOException {
        var packet = stream(query, Deadline.in(patience));
        boolean fits = query.fit(packet) == WireQuery.Fit.ANSWER;
        return fits && !WireQuery.isTruncated(packet)
                ? WireQuery.read(packet)
                : new Reply.Garbled();
    }

    private byte[] stream(WireQuery query, Deadline deadline) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(server, deadline.millis());
            socket.setTcpNoDelay(true);
            var bytes = query.bytes();
            var framed = ByteBuffer.allocate(bytes.length + 2);
            framed.putShort((short) bytes.length).put(bytes);
            socket.getOutputStream().write(framed.array());
            var in = new DataInputStream(new Bounded(socket, deadline));
            var packet = new byte[in.readUnsignedShort()];
            in.readFully(packet);
            return packet;
        }
    }

    /// The bytes of a connection, none after the deadline.
    private static final class Bounded extends InputStream {
        private final Socket socket;
        private final InputStream in;
        private final Deadline deadline;

        Bounded(Socket socket, Deadline deadline) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(deadline.millis());
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            socket.setSoTimeout(deadline.millis());
            return in.read(into, from, length);
        }
    }
}
