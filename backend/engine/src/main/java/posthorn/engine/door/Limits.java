package posthorn.engine.door;

import java.time.Duration;

/// What one client may take.
///
/// @param message octets of a message, offered as SIZE (RFC 1870)
/// @param line octets of a command with its line end; at least 512 (RFC 5321 §4.5.3.1.4)
/// @param recipients in one transaction; at least 100 (RFC 5321 §4.5.3.1.8)
/// @param errors in a session
/// @param idle commands in a session that lead nowhere: NOOP, RSET, VRFY, HELO once more
/// @param command time for a whole command, however it drips in
/// @param handshake time for that of TLS
/// @param text time for the longest message
/// @param rate octets in a second, below which a message is given up
/// @param grace time before that counts
/// @param sessions at once, of all
/// @param perAddress sessions at once of one address, of a /64 for IPv6
public record Limits(
        long message,
        int line,
        int recipients,
        int errors,
        int idle,
        Duration command,
        Duration handshake,
        Duration text,
        long rate,
        Duration grace,
        int sessions,
        int perAddress) {

    /// For everyday use.
    public static final Limits USUAL =
            new Limits(
                    10L << 20,
                    1000,
                    100,
                    20,
                    100,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(300),
                    500,
                    Duration.ofSeconds(10),
                    300,
                    20);
}
