package posthorn.engine.outside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// What one message says to one question: the aliases it walks, and how it ends. Records whose
/// owner is not on the walk are ignored.
///
/// @param aliases the targets of the CNAME records on the way
/// @param ttl the smallest on the way; where there is nothing, that of its SOA among them
record Reading(List<Name> aliases, long ttl, boolean secure, boolean authoritative, End end) {

    /// CNAME records followed for one question.
    static final int MAX_ALIASES = 8;

    /// How the message ends.
    sealed interface End {
        record Found(List<Record> records) implements End {}

        record Nothing() implements End {}

        record Missing() implements End {}

        /// The message stops at an alias: its target has to be asked for.
        record Further() implements End {}

        record Fault(Failure failure) implements End {}
    }

    Reading {
        aliases = List.copyOf(aliases);
    }

    /// No message at all.
    static Reading fault(Failure failure) {
        return new Reading(List.of(), Long.MAX_VALUE, false, false, new End.Fault(failure));
    }

    /// Reads a message as the answer for `name` and `type`.
    static Reading of(Message message, Name name, RecordType type) {
        return new Walk(message, type, false).from(name);
    }

    /// Reads a message as the answer to a question whose name, or the last alias of it, is `name`.
    static Reading of(Message message, Name name, Question question) {
        return new Walk(message, question.type(), question.signed()).from(name);
    }

    /// The same end at the end of another's way.
    Reading along(Reading other) {
        return new Reading(other.aliases, ttl, secure, other.authoritative, end);
    }

    boolean isKnowledge() {
        return !(end instanceof End.Fault);
    }

    private static final class Walk {
        private final Message message;
        private final RecordType type;
        private final boolean signed;
        private final List<Record> answers;
        private final List<Name> aliases = new ArrayList<>();
        private long ttl = Long.MAX_VALUE;

        Walk(Message message, RecordType type, boolean signed) {
            this.message = message;
            this.type = type;
            this.signed = signed;
            this.answers = message.getSection(Section.ANSWER);
        }

        Reading from(Name start) {
            var end = walk(start);
            if (end instanceof End.Nothing || end instanceof End.Missing) {
                ttl = Math.min(ttl, negativeTtl(aliases.isEmpty() ? start : aliases.getLast()));
            }
            return new Reading(aliases, ttl, flag(Flags.AD), flag(Flags.AA), end);
        }

        private End walk(Name start) {
            var seen = new HashSet<Name>();
            var name = start;
            while (seen.add(name) && aliases.size() <= MAX_ALIASES) {
                var found = of(name, type.code());
                if (!found.isEmpty()) {
                    found.forEach(this::age);
                    return judged(new End.Found(signed ? withSignatures(found, name) : found));
                }
                var alias = of(name, Type.CNAME);
                if (alias.isEmpty()) {
                    return stop(name);
                }
                age(alias.getFirst());
                name = ((CNAMERecord) alias.getFirst()).getTarget();
                aliases.add(name);
            }
            return new End.Fault(Failure.SERVFAIL);
        }

        private List<Record> of(Name owner, int code) {
            return answers.stream()
                    .filter(r -> r.getType() == code && r.getDClass() == DClass.IN)
                    .filter(r -> r.getName().equals(owner))
                    .toList();
        }

        private List<Record> withSignatures(List<Record> found, Name owner) {
            var signatures =
                    of(owner, Type.RRSIG).stream()
                            .filter(r ->
                                    r instanceof RRSIGRecord signature
                                            && signature.getTypeCovered() == type.code());
            return Stream.concat(found.stream(), signatures).toList();
        }

        private void age(Record record) {
            ttl = Math.min(ttl, record.getTTL());
        }

        /// Nothing more in the answer section: no data, no name, or not all of it.
        private End stop(Name at) {
            var end = judged(new End.Nothing());
            if (!(end instanceof End.Nothing)) {
                return end;
            }
            if (!aliases.isEmpty()) {
                return saysNoDataFor(at) ? end : new End.Further();
            }
            if (!answers.isEmpty()) {
                return new End.Fault(Failure.MALFORMED); // records, and none of them ours
            }
            return isReferral() ? new End.Fault(Failure.SERVFAIL) : end;
        }

        private End judged(End fine) {
            return switch (message.getRcode()) {
                case Rcode.NOERROR -> fine;
                case Rcode.NXDOMAIN ->
                        fine instanceof End.Found || (aliases.isEmpty() && !answers.isEmpty())
                                ? new End.Fault(Failure.MALFORMED)
                                : new End.Missing();
                case Rcode.REFUSED, Rcode.NOTIMP -> new End.Fault(Failure.REFUSED);
                case Rcode.FORMERR -> new End.Fault(Failure.MALFORMED);
                default -> new End.Fault(Failure.SERVFAIL);
            };
        }

        private boolean saysNoDataFor(Name name) {
            return message.getSection(Section.AUTHORITY).stream()
                    .anyMatch(r -> r.getType() == Type.SOA && name.subdomain(r.getName()));
        }

        /// How long there is nothing (RFC 2308 §5); without a SOA that is not told, and nobody
        /// should remember it.
        private long negativeTtl(Name name) {
            return message.getSection(Section.AUTHORITY).stream()
                    .filter(SOARecord.class::isInstance)
                    .filter(soa -> name.subdomain(soa.getName()))
                    .mapToLong(soa -> Math.min(soa.getTTL(), ((SOARecord) soa).getMinimum()))
                    .min()
                    .orElse(0);
        }

        /// The server does not know and names others that might: no answer to a resolver's client.
        private boolean isReferral() {
            var authority = message.getSection(Section.AUTHORITY);
            return !flag(Flags.AA)
                    && !flag(Flags.RA)
                    && authority.stream().anyMatch(r -> r.getType() == Type.NS)
                    && authority.stream().noneMatch(r -> r.getType() == Type.SOA);
        }

        private boolean flag(int flag) {
            return message.getHeader().getFlag(flag);
        }
    }
}
