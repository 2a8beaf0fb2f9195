package posthorn.engine.outside;

import java.time.Duration;
import java.util.List;

/// How a mail server answered.
public sealed interface SmtpAnswer {

    /// It was not reached, or not asked.
    record Unreached(Why why) implements SmtpAnswer {}

    /// It spoke.
    ///
    /// @param greeting the reply to the connection
    /// @param greetedAfter from the connection to the end of the greeting
    /// @param ehlo the reply to EHLO; that to HELO where EHLO is not known
    record Spoke(Reply greeting, Duration greetedAfter, Reply ehlo, StartTls startTls)
            implements SmtpAnswer {

        /// Whether the reply to EHLO offers an extension, such as `STARTTLS`.
        public boolean offers(String keyword) {
            return ehlo.offers(keyword);
        }
    }

    /// A reply (RFC 5321 §4.2): its code and the texts of its lines. Code 0: the connection ended
    /// or stayed silent, or what came is no reply; then the lines are what came.
    record Reply(int code, List<String> lines) {
        public Reply {
            lines = List.copyOf(lines);
        }

        /// No reply.
        public static Reply none() {
            return new Reply(0, List.of());
        }

        /// Whether the code begins with 2.
        public boolean isPositive() {
            return code / 100 == 2;
        }

        /// Whether this reply to EHLO offers an extension.
        boolean offers(String keyword) {
            return isPositive()
                    && lines.stream()
                            .skip(1)
                            .anyMatch(line -> keyword.equalsIgnoreCase(line.split(" ", 2)[0]));
        }

        /// Whether the code begins with 4: come back later.
        public boolean isTransient() {
            return code / 100 == 4;
        }
    }

    /// What became of STARTTLS (RFC 3207).
    sealed interface StartTls {

        /// The conversation did not come that far, or time was up before the handshake was over.
        record NotTried() implements StartTls {}

        /// The server does not offer it.
        record NotOffered() implements StartTls {}

        /// It offers it and then says no.
        record Refused(Reply reply) implements StartTls {}

        /// The handshake failed; `alert` is the word of TLS (RFC 8446 §6), or what else happened.
        record Failed(String alert) implements StartTls {}

        /// The connection is encrypted. `ehlo` is the reply to EHLO inside.
        record Encrypted(TlsSession session, Reply ehlo) implements StartTls {}
    }

    /// Why a server was not reached.
    enum Why {
        /// The port is closed, and ours is open.
        REFUSED,
        /// Nobody answered in time, and our port is open.
        TIMEOUT,
        /// There is no way there.
        NETWORK,
        /// Nobody answered, and it is not certain that they were asked: nobody else has let us in
        /// lately, or time was up.
        UNSURE,
        /// The address is none we connect to: private, loopback and the like.
        FORBIDDEN,
        /// Port 25 is closed on our side.
        EGRESS,
        /// It is not its turn: we connect to a server only so often.
        NOT_NOW,
        /// Nobody is asked: that is switched off, or all there is is a zone.
        NOT_ASKED
    }
}
