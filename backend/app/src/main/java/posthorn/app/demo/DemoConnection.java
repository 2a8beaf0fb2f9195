package posthorn.app.demo;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A connection to a host of the demo, which speaks in lines.
final class DemoConnection {

    private static final int PATIENCE = 60_000;

    private Socket socket;
    private BufferedReader in;

    DemoConnection(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE);
        this.socket = socket;
        this.in = reader(socket);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /// The next line.
    ///
    /// @throws EOFException if there is none
    String line() throws IOException {
        var line = in.readLine();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    void say(String... lines) throws IOException {
        var text = String.join("\r\n", lines) + "\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /// Encrypts it.
    void encrypt(SSLContext context) throws IOException {
        var encrypted = (SSLSocket) context.getSocketFactory().createSocket(socket, null, -1, true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        socket = encrypted;
        in = reader(encrypted);
    }
}
