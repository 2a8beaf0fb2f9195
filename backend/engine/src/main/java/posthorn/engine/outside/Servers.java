package posthorn.engine.outside;

import java.net.InetAddress;

/// Name servers, each asked by itself and for what it knows of its own: without recursion.
@FunctionalInterface
public interface Servers {

    /// What this server says. An answer without authority comes as it is, with
    /// [Source#authoritative()] false. A referral is the answer to a question for NS of the zone it
    /// refers to, and [Failure#SERVFAIL] to all others.
    Answer<Rdata> ask(InetAddress server, Question question, Transport transport);

    /// What this server says to a datagram.
    default Answer<Rdata> ask(InetAddress server, Question question) {
        return ask(server, question, Transport.UDP);
    }

    /// One server, asked as if it were all of the DNS.
    default Dns at(InetAddress server, Transport transport) {
        return question -> ask(server, question, transport);
    }
}
