package posthorn.engine.message;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/// A message with what its receiver saw of the SMTP session; nothing of that is taken from the
/// header (RFC 5321 §3.3).
///
/// @param raw the octets as they came over the wire
/// @param helo what the client said behind HELO or EHLO
/// @param mailFrom the reverse-path without brackets; empty for a bounce
/// @param rcptTo the forward-paths without brackets
/// @param receivedAt when the message was complete
public record ReceivedMessage(
        RawMessage raw,
        String helo,
        InetAddress clientIp,
        String mailFrom,
        List<String> rcptTo,
        TlsFacts tls,
        Instant receivedAt) {

    public ReceivedMessage {
        rcptTo = List.copyOf(rcptTo);
    }

    /// Whether the reverse-path is empty: then the HELO name stands for the sender (RFC 7208 §2.4).
    public boolean isBounce() {
        return mailFrom.isEmpty();
    }
}
