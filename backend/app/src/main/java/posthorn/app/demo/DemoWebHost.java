package posthorn.app.demo;

import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// A web host of the demo, with one file: the MTA-STS policy of a domain.
///
/// @param policy the file as it is now
record DemoWebHost(SSLContext tls, Supplier<String> policy) implements DemoHost {

    private static final String PATH = "GET /.well-known/mta-sts.txt ";

    @Override
    public void talk(DemoConnection connection) throws IOException {
        connection.encrypt(tls);
        var request = connection.line();
        for (var field = connection.line(); !field.isEmpty(); ) {
            field = connection.line();
        }
        if (request.startsWith(PATH)) {
            var text = String.join("\r\n", policy.get().lines().toList());
            connection.say(
                    "HTTP/1.1 200 OK", "Content-Type: text/plain", "Connection: close", "", text);
        } else {
            connection.say("HTTP/1.1 404 Not Found", "Connection: close", "");
        }
    }
}
