package posthorn.engine.outside;

import java.net.InetAddress;

/// Mail servers, asked what they offer: connect, EHLO, STARTTLS, EHLO, QUIT. Never a mail.
@FunctionalInterface
public interface Smtp {

    /// What the server at port 25 of this address says to somebody who looks for `host`, the name
    /// an MX record gives. Never throws for what the outside does.
    SmtpAnswer greet(InetAddress address, DnsName host);
}
