package posthorn.engine.bimi;

import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;

/// What a receiver finds who asks for the logo of an Author Domain: its own record, else that of
/// its Organizational Domain (BIMI draft §7.2).
public sealed interface BimiLookup {

    /// A question that decides stayed open.
    record Unanswered(DnsName name, Failure failure) implements BimiLookup {}

    /// There is no record.
    record Absent() implements BimiLookup {}

    /// There are several, which counts as none.
    record Several(DnsName name, List<BimiRecord> records, boolean alias) implements BimiLookup {
        public Several {
            records = List.copyOf(records);
        }
    }

    /// There is one, or text that was meant as one.
    ///
    /// @param name where it is
    /// @param alias whether it stands at another name, by way of a CNAME
    record Published(DnsName name, BimiRecord record, boolean alias) implements BimiLookup {}

    /// Where the record of a domain is, for mails that name no other selector.
    static DnsName place(DnsName domain) {
        return domain.child("default._bimi");
    }

    /// Asks for the record of a domain. Text that is none does not keep that of the organization
    /// from being found.
    static BimiLookup of(DnsName author, DnsName organization, Dns dns) {
        var own = at(place(author), dns);
        if (own.isDecided() || author.equals(organization)) {
            return own;
        }
        var above = at(place(organization), dns);
        return above.isDecided() || own instanceof Absent ? above : own;
    }

    /// Whether nobody looks further.
    private boolean isDecided() {
        return switch (this) {
            case Absent _ -> false;
            case Published published -> BimiRecord.isRecord(published.record().text());
            case Unanswered _, Several _ -> true;
        };
    }

    private static BimiLookup at(DnsName name, Dns dns) {
        if (!name.isWellFormed()) {
            return new Absent();
        }
        var answer = dns.txt(name);
        if (answer instanceof Answer.Failed<Rdata.Text>(var failure, _, _)) {
            return new Unanswered(name, failure);
        }
        var records = texts(answer).stream().map(BimiRecord::read).toList();
        boolean alias = !answer.aliases().isEmpty();
        return switch (records.size()) {
            case 0 -> new Absent();
            case 1 -> new Published(name, records.getFirst(), alias);
            default -> new Several(name, records, alias);
        };
    }

    /// The records, or, where none counts, the text that was meant as one.
    private static List<String> texts(Answer<Rdata.Text> answer) {
        var all = answer.records().stream().map(Rdata.Text::joined).sorted().toList();
        var records = all.stream().filter(BimiRecord::isRecord).toList();
        return records.isEmpty()
                ? all.stream().filter(BimiRecord::isMeant).limit(1).toList()
                : records;
    }

    /// The record that receivers go by, if there is one.
    default Optional<BimiRecord> inEffect() {
        return this instanceof Published published && published.record().isUsable()
                ? Optional.of(published.record())
                : Optional.empty();
    }
}
