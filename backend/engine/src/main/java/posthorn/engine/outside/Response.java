package posthorn.engine.outside;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/// A [DnsServer]'s answer to one packet, as bytes; none where silence is the answer.
final class Response {

    private static final long TTL = 60;
    private static final int LEAST = 512;

    private final Dns dns;
    private final Message query;
    private final Record question;
    private final Message message;

    private Response(Dns dns, Message query, Record question) {
        this.dns = dns;
        this.query = query;
        this.question = question;
        this.message = new Message(query.getHeader().getID());
        var header = message.getHeader();
        header.setFlag(Flags.QR);
        header.setFlag(Flags.AA);
        header.setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        if (isUnchecked()) {
            header.setFlag(Flags.CD);
        }
        message.addRecord(question, Section.QUESTION);
    }

    /// The answer to the query in `packet`; `datagram` says whether it must fit into one.
    static Optional<byte[]> to(byte[] packet, boolean datagram, Dns dns) {
        var query = query(packet);
        return query.flatMap(q -> new Response(dns, q, q.getQuestion()).bytes(datagram));
    }

    private static Optional<Message> query(byte[] packet) {
        if (!(WireQuery.read(packet) instanceof Reply.Said(var message))) {
            return Optional.empty();
        }
        var header = message.getHeader();
        boolean plain = !header.getFlag(Flags.QR) && header.getOpcode() == Opcode.QUERY;
        return plain && header.getCount(Section.QUESTION) == 1
                ? Optional.of(message)
                : Optional.empty();
    }

    private boolean isUnchecked() {
        return query.getHeader().getFlag(Flags.CD);
    }

    private boolean wantsSignatures() {
        var opt = query.getOPT();
        return opt != null && (opt.getFlags() & ExtendedFlags.DO) != 0;
    }

    private Optional<byte[]> bytes(boolean datagram) {
        var type = RecordType.of(question.getType());
        var name = Wire.name(question.getName());
        var asked =
                new Question(
                        name,
                        type.orElse(RecordType.A),
                        type.isPresent() && isUnchecked() && wantsSignatures());
        var answer = dns.ask(asked);
        switch (answer) {
            case Answer.Data<Rdata> data when type.isPresent() -> data(data, asked);
            case Answer.Data<Rdata> _ -> nothing(answer, Rcode.NOERROR);
            case Answer.NoData<Rdata> _ -> nothing(answer, Rcode.NOERROR);
            case Answer.NxDomain<Rdata> _ -> nothing(answer, Rcode.NXDOMAIN);
            case Answer.Failed<Rdata>(var failure, _, _) -> {
                return failed(failure, asked, datagram);
            }
        }
        return Optional.of(fitted(datagram));
    }

    private void data(Answer.Data<Rdata> data, Question asked) {
        var owner = aliases(data.aliases(), data.ttl());
        data.records().forEach(record -> add(record, owner, asked.type(), data.ttl()));
        if (wantsSignatures() && !asked.signed()) {
            dns.ask(Question.signed(asked.name(), asked.type())).records().stream()
                    .filter(Rdata.Rrsig.class::isInstance)
                    .forEach(record -> add(record, owner, asked.type(), data.ttl()));
        }
        if (data.secure()) {
            message.getHeader().setFlag(Flags.AD);
        }
    }

    private void add(Rdata rdata, Name owner, RecordType type, long ttl) {
        var own = rdata instanceof Rdata.Rrsig ? RecordType.RRSIG : type;
        message.addRecord(record(owner, own, ttl, rdata), Section.ANSWER);
    }

    private Name aliases(List<DnsName> aliases, long ttl) {
        var owner = question.getName();
        for (var alias : aliases) {
            var target = new Rdata.Target(alias);
            message.addRecord(record(owner, RecordType.CNAME, ttl, target), Section.ANSWER);
            owner = Wire.name(alias).orElse(Name.root);
        }
        return owner;
    }

    private static Record record(Name owner, RecordType type, long ttl, Rdata rdata) {
        try {
            var text = MasterText.of(rdata);
            return Record.fromString(owner, type.code(), DClass.IN, ttl, text, Name.root);
        } catch (IOException e) {
            throw new IllegalStateException("a record no message can hold: " + rdata, e);
        }
    }

    private void nothing(Answer<Rdata> answer, int rcode) {
        var owner = aliases(answer.aliases(), TTL);
        message.getHeader().setRcode(rcode);
        message.addRecord(soa(Wire.name(owner)), Section.AUTHORITY);
    }

    /// The closest SOA above a name, or a made-up one of the root.
    private Record soa(DnsName name) {
        for (var zone = name; !zone.isRoot(); zone = zone.parent()) {
            var found = dns.ask(new Question(zone, RecordType.SOA));
            if (found instanceof Answer.Data<Rdata> data && data.aliases().isEmpty()) {
                var owner = Wire.name(zone).orElse(Name.root);
                return record(owner, RecordType.SOA, TTL, data.records().getFirst());
            }
        }
        return soa(Name.root);
    }

    private static SOARecord soa(Name owner) {
        return new SOARecord(
                owner, DClass.IN, TTL, Name.root, Name.root, 1, 3600, 900, 1_209_600, TTL);
    }

    private Optional<byte[]> failed(Failure failure, Question asked, boolean datagram) {
        switch (failure) {
            case TIMEOUT, NOT_NOW -> {
                return Optional.empty();
            }
            case MALFORMED -> {
                return Optional.of(garbage());
            }
            case REFUSED -> message.getHeader().setRcode(Rcode.REFUSED);
            case SERVFAIL -> message.getHeader().setRcode(Rcode.SERVFAIL);
            case BOGUS -> bogus(asked);
        }
        return Optional.of(fitted(datagram));
    }

    /// To whoever does not validate there is data: what the zone holds, or something made up.
    private void bogus(Question asked) {
        var data = isUnchecked() ? unvalidated(asked) : List.<Rdata>of();
        data.forEach(record -> add(record, question.getName(), asked.type(), TTL));
        if (data.isEmpty()) {
            message.getHeader().setRcode(Rcode.SERVFAIL);
        }
    }

    private List<Rdata> unvalidated(Question asked) {
        var published =
                dns.ask(Question.signed(asked.name(), asked.type())).records().stream()
                        .filter(record -> !(record instanceof Rdata.Rrsig))
                        .toList();
        return published.isEmpty() ? unvalidated(asked.type()).stream().toList() : published;
    }

    private static Optional<Rdata> unvalidated(RecordType type) {
        return switch (type) {
            case A -> IpText.four("192.0.2.1").map(Rdata.Address::new);
            case AAAA -> IpText.six("2001:db8::1").map(Rdata.Address::new);
            case TXT, SPF -> Optional.of(Rdata.Text.of("not validated"));
            case MX -> Optional.of(new Rdata.Mx(0, DnsName.ROOT));
            case NS, CNAME, PTR -> Optional.of(new Rdata.Target(DnsName.of("invalid")));
            case SOA -> Optional.of(Wire.rdata(soa(Name.root)));
            case DS, RRSIG, DNSKEY, NSEC3PARAM, TLSA -> Optional.empty();
            case CAA -> Optional.of(new Rdata.Caa(0, "issue", ";"));
        };
    }

    /// A message that announces a record and ends in the middle of it.
    private byte[] garbage() {
        var wire = message.toWire();
        wire[7] = 1;
        var bytes = Arrays.copyOf(wire, wire.length + 2);
        bytes[wire.length] = (byte) 0xc0;
        bytes[wire.length + 1] = (byte) wire.length;
        return bytes;
    }

    private byte[] fitted(boolean datagram) {
        var opt = query.getOPT();
        if (opt != null) {
            message.addRecord(new OPTRecord(WireQuery.DATAGRAM, 0, 0), Section.ADDITIONAL);
        }
        var wire = message.toWire();
        int room = opt == null ? LEAST : Math.max(LEAST, opt.getPayloadSize());
        if (datagram && wire.length > room) {
            message.removeAllRecords(Section.ANSWER);
            message.removeAllRecords(Section.AUTHORITY);
            message.getHeader().setFlag(Flags.TC);
            return message.toWire();
        }
        return wire;
    }
}
