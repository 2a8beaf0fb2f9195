package posthorn.engine.outside;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// Answers over UDP and TCP from any [Dns], with authority: a zone served to whoever asks. Failures
/// are acted out: a time-out is silence, a malformed answer is garbage.
public final class DnsServer implements AutoCloseable {

    private static final int TRIES = 20;
    private static final int PACKET = 4096;
    private static final int PARALLEL = 256;
    private static final int IDLE_MILLIS = 10_000;

    private final Dns dns;
    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore parallel = new Semaphore(PARALLEL);
    private final Thread receiving = Thread.ofVirtual().unstarted(this::receive);
    private final Thread accepting = Thread.ofVirtual().unstarted(this::accept);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private DnsServer(Dns dns, ServerSocket connections, DatagramSocket datagrams) {
        this.dns = dns;
        this.connections = connections;
        this.datagrams = datagrams;
    }

    /// Serves `dns` at `address`; port 0 takes a free one.
    ///
    /// @throws IOException when the port is taken or the address is not ours
    public static DnsServer start(InetSocketAddress address, Dns dns) throws IOException {
        for (int i = 1; ; i++) {
            var connections = new ServerSocket(address.getPort(), 50, address.getAddress());
            try {
                var at = new InetSocketAddress(address.getAddress(), connections.getLocalPort());
                var server = new DnsServer(dns, connections, new DatagramSocket(at));
                server.receiving.start();
                server.accepting.start();
                return server;
            } catch (BindException e) {
                connections.close(); // free for one protocol only
                if (address.getPort() != 0 || i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// Where the server listens.
    public InetSocketAddress address() {
        return new InetSocketAddress(connections.getInetAddress(), connections.getLocalPort());
    }

    /// Stops listening and cuts open connections; the port is free again afterwards.
    @Override
    public void close() {
        datagrams.close();
        quietly(connections);
        open.forEach(DnsServer::quietly);
        threads.shutdownNow();
        ended(receiving);
        ended(accepting);
    }

    private static void ended(Thread loop) {
        try {
            loop.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        var packet = new DatagramPacket(new byte[PACKET], PACKET);
        while (!datagrams.isClosed()) {
            try {
                packet.setLength(PACKET);
                datagrams.receive(packet);
                var query = Arrays.copyOf(packet.getData(), packet.getLength());
                var from = (InetSocketAddress) packet.getSocketAddress();
                run(() -> answer(query, from));
            } catch (IOException e) {
                // closed, or an earlier answer met a closed port: the loop condition decides
            }
        }
    }

    private void answer(byte[] query, InetSocketAddress to) {
        Response.to(query, true, dns)
                .ifPresent(bytes -> {
                    try {
                        datagrams.send(new DatagramPacket(bytes, bytes.length, to));
                    } catch (IOException e) {
                        // whoever asked is gone
                    }
                });
    }

    private void accept() {
        while (!connections.isClosed()) {
            try {
                var socket = connections.accept();
                open.add(socket);
                if (!run(() -> serve(socket))) {
                    open.remove(socket);
                    socket.close();
                }
            } catch (IOException e) {
                // closed, or the peer is gone: the loop condition decides
            }
        }
    }

    /// Runs the work, or refuses when there is too much of it.
    private boolean run(Runnable work) {
        if (!parallel.tryAcquire()) {
            return false;
        }
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    parallel.release();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            return false; // closed meanwhile
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                var query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                var bytes = Response.to(query, false, dns);
                if (bytes.isEmpty()) {
                    continue;
                }
                var framed = ByteBuffer.allocate(bytes.get().length + 2);
                framed.putShort((short) bytes.get().length).put(bytes.get());
                socket.getOutputStream().write(framed.array());
            }
        } catch (IOException e) {
            // the peer closed or went silent
        } finally {
            open.remove(socket);
        }
    }

    private static void quietly(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
