package posthorn.engine.outside;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A DNS server on loopback that does what a test tells it, however wrong.
final class ScriptedServer implements AutoCloseable {

    /// What happens on a connection after the query was read.
    interface Stream {
        void talk(Message query, Socket socket) throws IOException;
    }

    private final List<Message> queries = new CopyOnWriteArrayList<>();
    private final ServerSocket connections;
    private final DatagramSocket datagrams;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<Message, List<byte[]>> script;
    private final Stream stream;

    /// Sends what `script` gives for each datagram, packet after packet.
    ScriptedServer(Function<Message, List<byte[]>> script) {
        this(script, (_, _) -> {});
    }

    /// The same, and `stream` for connections.
    ScriptedServer(Function<Message, List<byte[]>> script, Stream stream) {
        this.script = script;
        this.stream = stream;
        var sockets = sockets();
        connections = sockets.connections();
        datagrams = sockets.datagrams();
        threads.execute(this::receive);
        threads.execute(this::accept);
    }

    private record Sockets(ServerSocket connections, DatagramSocket datagrams) {}

    /// A port that is free for both protocols.
    private static Sockets sockets() {
        for (int i = 0; i < 50; i++) {
            try {
                var connections = new ServerSocket(0, 50, loopback());
                var at = new InetSocketAddress(loopback(), connections.getLocalPort());
                try {
                    return new Sockets(connections, new DatagramSocket(at));
                } catch (BindException e) {
                    connections.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port");
    }

    static InetAddress loopback() {
        return IpText.four("127.0.0.1").orElseThrow();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(loopback(), datagrams.getLocalPort());
    }

    /// The queries that came, over either protocol.
    List<Message> queries() {
        return queries;
    }

    @Override
    public void close() {
        cut();
    }

    /// Ends everything now.
    void cut() {
        datagrams.close();
        try {
            connections.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void receive() {
        var packet = new DatagramPacket(new byte[4096], 4096);
        while (!datagrams.isClosed()) {
            try {
                packet.setLength(4096);
                datagrams.receive(packet);
                var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                queries.add(query);
                for (var reply : script.apply(query)) {
                    var to = packet.getSocketAddress();
                    datagrams.send(new DatagramPacket(reply, reply.length, to));
                }
            } catch (IOException e) {
                // closed, or the asker is gone
            }
        }
    }

    private void accept() {
        while (!connections.isClosed()) {
            try {
                var socket = connections.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var bytes = new byte[in.readUnsignedShort()];
            in.readFully(bytes);
            var query = new Message(bytes);
            queries.add(query);
            stream.talk(query, socket);
        } catch (IOException e) {
            // the asker is gone
        }
    }

    /// A message as it goes over a connection.
    static byte[] framed(byte[] message) {
        var framed = ByteBuffer.allocate(message.length + 2);
        return framed.putShort((short) message.length).put(message).array();
    }

    /// A resolver's answer to `query` with these records, written as in a master file.
    static Message answer(Message query, int rcode, String... records) {
        var message = new Message(query.getHeader().getID());
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.RA);
        message.getHeader().setRcode(rcode);
        message.addRecord(query.getQuestion(), Section.QUESTION);
        for (var record : records) {
            message.addRecord(record(record), Section.ANSWER);
        }
        return message;
    }

    /// `owner ttl type data`.
    static Record record(String text) {
        var words = text.split(" ", 4);
        try {
            var owner = Name.fromString(words[0]);
            int type = Type.value(words[2]);
            long ttl = Long.parseLong(words[1]);
            return Record.fromString(owner, type, DClass.IN, ttl, words[3], Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
