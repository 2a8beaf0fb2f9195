package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;

/// Looks up the keys of signatures. The DNS is asked each time; a record with the same text as one
/// before is not read again, because one key signs many messages.
public final class KeyLookup {

    /// More records at one name are not tried.
    static final int MAX_RECORDS = 4;

    /// More names are not asked for at the same time.
    private static final int MAX_AT_ONCE = 10;

    private static final int MAX_KNOWN = 256;

    /// Longer text, in characters, is not remembered.
    private static final int MAX_TEXT = 4096;

    private final Map<Rdata.Text, DkimKeyRecord> known = new ConcurrentHashMap<>();
    private final Dns dns;

    /// Asks `dns`.
    public KeyLookup(Dns dns) {
        this.dns = dns;
    }

    /// Asks for several at a time, each name once.
    public Map<DnsName, SignatureKey> at(Set<DnsName> distinct) {
        var names = List.copyOf(distinct);
        var keys =
                names.size() == 1
                        ? List.of(at(names.getFirst()))
                        : Parallel.map(names, MAX_AT_ONCE, this::at);
        var keyOf = new HashMap<DnsName, SignatureKey>();
        for (int i = 0; i < names.size(); i++) {
            keyOf.put(names.get(i), keys.get(i));
        }
        return keyOf;
    }

    private SignatureKey at(DnsName name) {
        if (!name.isWellFormed()) {
            return new SignatureKey.Missing(name);
        }
        return switch (dns.txt(name)) {
            case Answer.Data<Rdata.Text>(var records, _, _, _, _) ->
                    new SignatureKey.Published(name, read(records));
            case Answer.NoData<Rdata.Text> _, Answer.NxDomain<Rdata.Text> _ ->
                    new SignatureKey.Missing(name);
            case Answer.Failed<Rdata.Text>(var failure, _, _) ->
                    new SignatureKey.Silent(name, failure);
        };
    }

    private List<DkimKeyRecord> read(List<Rdata.Text> texts) {
        var records = new ArrayList<DkimKeyRecord>(1);
        for (var text : texts.subList(0, Math.min(MAX_RECORDS, texts.size()))) {
            records.add(record(text));
        }
        return records;
    }

    private DkimKeyRecord record(Rdata.Text text) {
        var before = known.get(text);
        if (before != null) {
            return before;
        }
        var record = DkimKeyRecord.read(text.joined());
        if (record.text().length() <= MAX_TEXT) {
            remember(text, record);
        }
        return record;
    }

    private void remember(Rdata.Text text, DkimKeyRecord record) {
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        known.put(text, record);
    }
}
