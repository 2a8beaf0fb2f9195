package posthorn.engine.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A connection with one deadline for all of it: what then still waits, to read, to write or for a
/// handshake, ends there, however often something arrives.
final class Connection implements AutoCloseable {

    /// Why a connection did not come about.
    enum NoWay {
        REFUSED,
        TIMEOUT,
        NETWORK
    }

    private static final int LINGER = 1000;

    private final Socket socket;
    private final Deadline deadline;
    private final Thread watch;
    private InputStream in;
    private OutputStream out;

    /// The watch has ended it: it wakes a moment before the deadline, and whoever waits then must
    /// not blame the other side.
    private volatile boolean ended;

    private Connection(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.watch = Thread.ofVirtual().start(this::watch);
    }

    /// A connection that exists after `connect` at the latest, and no longer after `deadline`.
    static Connection open(InetSocketAddress to, Duration connect, Deadline deadline)
            throws IOException {
        var socket = new Socket();
        try {
            socket.connect(to, Math.min((int) connect.toMillis(), deadline.millis()));
            socket.setTcpNoDelay(true);
            return new Connection(socket, deadline);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// What the failure to open one means.
    static NoWay noWay(IOException why) {
        if (why instanceof SocketTimeoutException) {
            return NoWay.TIMEOUT;
        }
        var text = String.valueOf(why.getMessage());
        if (why instanceof ConnectException && text.contains("refused")) {
            return NoWay.REFUSED;
        }
        return text.contains("timed out") ? NoWay.TIMEOUT : NoWay.NETWORK;
    }

    private void watch() {
        try {
            Thread.sleep(deadline.millis());
            end();
        } catch (SocketTimeoutException e) {
            end();
        } catch (InterruptedException e) {
            return; // it was closed before
        }
    }

    private void end() {
        ended = true;
        close();
    }

    /// Encrypts it from here on.
    Tls.Encrypted encrypt(Tls tls, String host) throws IOException {
        var encrypted = tls.encrypt(socket, host);
        in = encrypted.socket().getInputStream();
        out = encrypted.socket().getOutputStream();
        return encrypted;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /// Waits a moment for one last piece of whatever size.
    void linger() throws IOException {
        socket.setSoTimeout(LINGER);
        in.readNBytes(1);
    }

    /// Our own end.
    InetAddress localAddress() {
        return socket.getLocalAddress();
    }

    /// Whether the deadline has passed.
    boolean isOver() {
        return ended || deadline.isOver();
    }

    /// Ends it now, without a word.
    @Override
    public void close() {
        watch.interrupt();
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is gone either way
        }
    }
}
