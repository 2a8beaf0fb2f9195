package posthorn.engine.door;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// A client that says what it is told to, octet by octet if need be.
final class Client implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private Socket socket = new Socket();

    Client(Door door) throws IOException {
        socket.connect(door.address(), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
    }

    /// A client that has been greeted.
    static Client greeted(Door door) throws IOException {
        var client = new Client(door);
        client.reply();
        return client;
    }

    /// A client that has said EHLO.
    static Client introduced(Door door) throws IOException {
        var client = greeted(door);
        client.ask("EHLO client.example.org");
        return client;
    }

    /// A client that may send its text now.
    static Client ready(Door door) throws IOException {
        var client = introduced(door);
        client.ask("MAIL FROM:<alice@example.org>");
        client.ask("RCPT TO:<ping@example.net>");
        client.ask("DATA");
        return client;
    }

    /// Says a line and gives the reply.
    String ask(String line) throws IOException {
        send(line + "\r\n");
        return reply();
    }

    /// Sends these characters, an octet each.
    void send(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /// The next reply: its last line, or all of them with a blank between; empty at the end.
    String reply() throws IOException {
        var lines = new ArrayList<String>();
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            lines.add(line);
            line = line();
        }
        lines.add(line);
        return String.join("\n", lines);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int octet = socket.getInputStream().read();
        while (octet >= 0 && octet != '\n') {
            line.append((char) octet);
            octet = socket.getInputStream().read();
        }
        return line.toString().strip();
    }

    /// All replies until the end.
    List<String> replies() throws IOException {
        var replies = new ArrayList<String>();
        String reply = reply();
        while (!reply.isEmpty()) {
            replies.add(reply);
            reply = reply();
        }
        return replies;
    }

    void encrypt(SSLSocketFactory factory) throws IOException {
        var encrypted =
                (javax.net.ssl.SSLSocket)
                        factory.createSocket(socket, "127.0.0.1", socket.getPort(), true);
        encrypted.setSoTimeout(PATIENCE);
        encrypted.startHandshake();
        socket = encrypted;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
