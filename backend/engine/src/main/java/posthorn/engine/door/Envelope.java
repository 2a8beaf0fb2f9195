package posthorn.engine.door;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.message.TlsFacts;

/// What a transaction said before its text, and what was seen of the session. Nothing is taken from
/// the message.
///
/// @param client the other end of the connection
/// @param helo what the client said behind HELO or EHLO; the text is hostile
/// @param isExtended whether it said EHLO
/// @param reversePath without brackets; empty for a bounce
/// @param forwardPaths without brackets, those that were taken
/// @param isEightBit whether BODY=8BITMIME was given (RFC 6152)
/// @param isUtf8 whether SMTPUTF8 was given (RFC 6531)
/// @param isEarly whether the client talked before the greeting (RFC 5321 §4.3.1)
/// @param times of the session, so far
public record Envelope(
        InetAddress client,
        int port,
        String helo,
        boolean isExtended,
        TlsFacts tls,
        String reversePath,
        List<String> forwardPaths,
        boolean isEightBit,
        boolean isUtf8,
        boolean isEarly,
        Times times) {

    public Envelope {
        forwardPaths = List.copyOf(forwardPaths);
    }
}
