package posthorn.engine.trace;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.message.DateField;
import posthorn.engine.message.TlsFacts;

/// A Received field as its writer meant it (RFC 5321 §4.4). What it does not say is empty.
///
/// @param from who handed the message over, as it introduced itself or as the writer calls it: a
///   name or an address
/// @param client the address of that connection, as the writer saw it; one at most
/// @param reverseName the name of that address, as the writer looked it up
/// @param helo what the client said behind HELO or EHLO, where that is told apart from `from`
/// @param by who took the message and wrote this field
/// @param via the link, such as `TCP`
/// @param with the protocol in capitals, such as `ESMTPSA` (RFC 3848)
/// @param id the writer's own name for the message
/// @param forPath the recipient
/// @param user who sent it, by IDENT or as signed in
/// @param tls what is said about encryption; not seen where nothing is
/// @param date when it was taken; empty text where none is given
/// @param raw the whole text, unfolded
public record Received(
        String from,
        List<InetAddress> client,
        String reverseName,
        String helo,
        String by,
        String via,
        String with,
        String id,
        String forPath,
        String user,
        TlsFacts tls,
        DateField date,
        String raw) {

    /// Longer text is cut: whoever writes more does not say more.
    public static final int MAX_LENGTH = 8192;

    public Received {
        client = List.copyOf(client);
    }

    /// Reads the text of a field; never fails, for a field that nobody can read is still a hop.
    public static Received read(String text) {
        return new ReceivedReader(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text)
                .read();
    }

    /// Whether it tells neither who gave, nor who took, nor when: the field is shown as it is.
    public boolean isUnreadable() {
        return from.isEmpty()
                && by.isEmpty()
                && client.isEmpty()
                && helo.isEmpty()
                && date instanceof DateField.Unreadable;
    }

    /// Whether this hop was encrypted, as far as the writer says: by the protocol (RFC 3848) or in
    /// so many words.
    public boolean isEncrypted() {
        return tls instanceof TlsFacts.Encrypted || Protocol.of(with).isEncrypted();
    }

    /// Whether the client had signed in, as far as the writer says.
    public boolean isAuthenticated() {
        return Protocol.of(with).isAuthenticated();
    }
}
