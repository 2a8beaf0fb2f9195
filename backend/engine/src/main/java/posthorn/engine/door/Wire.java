package posthorn.engine.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One connection, read and written within deadlines that no dripping extends.
final class Wire implements AutoCloseable {

    /// A line of the client, or why there is none.
    sealed interface Line {

        /// Its text, an octet a character, without its end.
        record Whole(String text) implements Line {}

        /// Longer than allowed; the rest of it is skipped.
        record TooLong() implements Line {}

        /// A line end that is none, or an octet 0.
        record Broken() implements Line {}

        /// The client has gone.
        record End() implements Line {}
    }

    private static final int BUFFER = 16 * 1024;
    private static final int DRAIN = 64 * 1024;
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Watch watch;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.watch = new Watch(socket);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /// From now on so much time is left.
    void allow(Duration time) {
        watch.allow(time);
    }

    /// Whether something has arrived that nobody asked for.
    boolean hasMore() throws IOException {
        return at < end || in.available() > 0;
    }

    /// The next line, which ends with CR LF and nothing else.
    Line line(int most) throws IOException {
        var line = new StringBuilder();
        int octet = read();
        while (octet >= 0) {
            if (octet == '\r') {
                return read() == '\n' ? new Line.Whole(line.toString()) : new Line.Broken();
            }
            if (octet == '\n' || octet == 0) {
                return new Line.Broken();
            }
            line.append((char) octet);
            if (line.length() > most - 2) {
                return new Line.TooLong();
            }
            octet = read();
        }
        return new Line.End();
    }

    /// Skips what is left of a line.
    ///
    /// @return whether it had an end
    boolean skipLine() throws IOException {
        int before = 0;
        int octet = read();
        while (octet >= 0) {
            if (octet == '\n') {
                return before == '\r';
            }
            before = octet;
            octet = read();
        }
        return false;
    }

    private int read() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        socket.setSoTimeout(watch.left());
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /// Hands what arrives to `text` until that has enough.
    ///
    /// @return whether the text came to its end
    boolean feed(TextReader text) throws IOException {
        while (at < end || fill()) {
            at = text.take(buffer, at, end);
            if (text.isDone()) {
                return true;
            }
            watch.allow(text.time());
        }
        return false;
    }

    void say(Reply reply) throws IOException {
        write(reply.line() + "\r\n");
    }

    /// Several lines under one code (RFC 5321 §4.2.1).
    void say(int code, List<String> lines) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(code).append(i + 1 < lines.size() ? '-' : ' ');
            text.append(lines.get(i)).append("\r\n");
        }
        write(text.toString());
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// Encrypts it from here on; what came before in the clear is forgotten (RFC 3207 §4.2).
    SSLSocket encrypt(SSLSocketFactory factory) throws IOException {
        at = end;
        var encrypted =
                (SSLSocket)
                        factory.createSocket(
                                socket,
                                socket.getInetAddress().getHostAddress(),
                                socket.getPort(),
                                false);
        encrypted.setUseClientMode(false);
        encrypted.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSoTimeout(watch.left());
        encrypted.startHandshake();
        socket = encrypted;
        in = encrypted.getInputStream();
        out = encrypted.getOutputStream();
        return encrypted;
    }

    /// Says no more, and waits a moment so that what was said arrives, whatever the client still
    /// sends.
    void hangUp() {
        try {
            allow(LINGER);
            if (!(socket instanceof SSLSocket)) {
                socket.shutdownOutput();
            }
            int drained = 0;
            int count = 0;
            while (count >= 0 && drained < DRAIN) {
                socket.setSoTimeout(watch.left());
                count = in.read(buffer);
                drained += count;
            }
        } catch (IOException e) {
            return; // it is gone, which is what was wanted
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
