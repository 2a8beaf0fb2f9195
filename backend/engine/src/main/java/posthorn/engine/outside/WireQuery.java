package posthorn.engine.outside;

import java.io.IOException;
import java.util.Arrays;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// One query message, and the eye that tells whether a packet is its answer.
///
/// @param signed whether to ask for signatures too (DO, RFC 4035 §3.2.1)
/// @param edns whether to offer a larger datagram (RFC 6891); without it nobody sends signatures
record WireQuery(int id, Name name, RecordType type, boolean signed, boolean edns, To to) {

    WireQuery(int id, Name name, RecordType type, boolean edns, To to) {
        this(id, name, type, false, edns, to);
    }

    /// Whom it is for.
    enum To {
        /// A resolver: with RD, and with AD to learn whether it validated (RFC 6840 §5.7).
        RESOLVER,
        /// A resolver, asked for data that may not validate (CD, RFC 4035 §3.2.2).
        UNCHECKED,
        /// A server, asked for what it knows itself.
        SERVER
    }

    /// The datagram size that survives every path.
    static final int DATAGRAM = 1232;

    private static final int HEADER = 12;
    private static final int QR = 0x80;
    private static final int OPCODE = 0x78;
    private static final int TC = 0x02;
    private static final int RCODE = 0x0f;

    /// How a packet relates to the query.
    enum Fit {
        ANSWER,
        /// The query itself came back, without the mark of a response.
        ECHO,
        /// Another id, another question: not ours.
        FOREIGN
    }

    byte[] bytes() {
        var message = new Message(id);
        var header = message.getHeader();
        if (to != To.SERVER) {
            header.setFlag(Flags.RD);
            header.setFlag(Flags.AD);
        }
        if (to == To.UNCHECKED) {
            header.setFlag(Flags.CD);
        }
        message.addRecord(Record.newRecord(name, type.code(), DClass.IN), Section.QUESTION);
        if (edns) {
            int flags = signed ? ExtendedFlags.DO : 0;
            message.addRecord(new OPTRecord(DATAGRAM, 0, 0, flags), Section.ADDITIONAL);
        }
        return message.toWire();
    }

    Fit fit(byte[] packet) {
        if (packet.length < HEADER || number(packet, 0) != id || (packet[2] & OPCODE) != 0) {
            return Fit.FOREIGN;
        }
        boolean response = (packet[2] & QR) != 0;
        int questions = number(packet, 4);
        if (questions == 0 && response && (packet[3] & RCODE) != 0) {
            return Fit.ANSWER; // servers that could not read the query send the header alone
        }
        if (questions != 1 || !hasOurQuestion(packet)) {
            return Fit.FOREIGN;
        }
        return response ? Fit.ANSWER : Fit.ECHO;
    }

    private boolean hasOurQuestion(byte[] packet) {
        var owner = name.toWire();
        int end = HEADER + owner.length;
        if (packet.length < end + 4) {
            return false;
        }
        for (int i = 0; i < owner.length; i++) {
            if (lower(packet[HEADER + i]) != lower(owner[i])) {
                return false;
            }
        }
        return number(packet, end) == type.code() && number(packet, end + 2) == DClass.IN;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    private static int number(byte[] packet, int at) {
        return (packet[at] & 0xff) << 8 | (packet[at + 1] & 0xff);
    }

    static boolean isTruncated(byte[] packet) {
        return (packet[2] & TC) != 0;
    }

    /// The message in a packet that fits.
    static Reply read(byte[] packet) {
        try {
            return new Reply.Said(new Message(Arrays.copyOf(packet, packet.length)));
        } catch (IOException | RuntimeException e) {
            return new Reply
                    .Garbled(); // the parser's faults over hostile bytes are not all declared
        }
    }
}
