package posthorn.app.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A relay that answers as told. An empty reply means that it hangs up instead.
final class ScriptedRelay implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, String> replies;
    private final List<String> texts = new CopyOnWriteArrayList<>();

    /// @param replies by the first word of the command, `.` for the end of the text
    ScriptedRelay(Map<String, String> replies) throws IOException {
        this.replies = replies;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// The texts that arrived whole.
    List<String> texts() {
        return texts;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var guest = door.accept()) {
                talk(guest);
            } catch (IOException _) {
                // The guest left, or the test is over.
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
        say(guest, "220 relay.example.org");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split(" ", 2)[0];
            if (!say(guest, reply(verb))) {
                return;
            }
            if (verb.equals("DATA") && reply(verb).startsWith("354")) {
                texts.add(text(in));
                if (!say(guest, reply("."))) {
                    return;
                }
            }
        }
    }

    private String reply(String verb) {
        var usual = verb.equals("DATA") ? "354 go on" : "250 fine";
        return replies.getOrDefault(verb, usual);
    }

    private static String text(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static boolean say(Socket guest, String reply) throws IOException {
        if (!reply.isEmpty()) {
            guest.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return !reply.isEmpty();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
