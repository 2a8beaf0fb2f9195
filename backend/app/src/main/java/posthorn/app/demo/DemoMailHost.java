package posthorn.app.demo;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A mail host of the demo: says hello and encrypts, and takes no mail.
///
/// @param tls its certificate; none if it does not encrypt
record DemoMailHost(String name, Manner manner, Optional<SSLContext> tls) implements DemoHost {

    private static final int TARPIT = 12_000;

    /// How it meets strangers.
    enum Manner {
        FRIENDLY,
        /// Comes to everybody with a temporary failure.
        GREYLISTING,
        /// Takes its time with the greeting.
        TARPIT
    }

    @Override
    public void talk(DemoConnection connection) throws IOException {
        switch (manner) {
            case GREYLISTING -> {
                connection.say("450 4.7.1 " + name + " come back in five minutes");
                return;
            }
            case TARPIT -> pause();
            case FRIENDLY -> {}
        }
        connection.say("220 " + name + " ESMTP Postfix");
        commands(connection, tls);
    }

    private void commands(DemoConnection connection, Optional<SSLContext> offered)
            throws IOException {
        while (true) {
            switch (connection.line().strip().toUpperCase(Locale.ROOT).split(" ", 2)[0]) {
                case "EHLO" -> connection.say(hello(offered.isPresent()));
                case "HELO" -> connection.say("250 " + name);
                case "STARTTLS" -> {
                    if (offered.isPresent()) {
                        connection.say("220 2.0.0 go ahead");
                        connection.encrypt(offered.get());
                        commands(connection, Optional.empty());
                        return;
                    }
                    connection.say("502 5.5.1 not offered");
                }
                case "QUIT" -> {
                    connection.say("221 2.0.0 bye");
                    return;
                }
                default -> connection.say("502 5.5.1 this is the demo");
            }
        }
    }

    private String[] hello(boolean encrypts) {
        return encrypts
                ? new String[] {"250-" + name, "250-SIZE 26214400", "250 STARTTLS"}
                : new String[] {"250-" + name, "250 SIZE 26214400"};
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(TARPIT);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
