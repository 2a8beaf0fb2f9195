package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;

/// What stands where the key of a signature should be published.
public sealed interface SignatureKey {

    /// Nobody asked.
    record Unasked() implements SignatureKey {}

    /// The DNS did not say.
    record Silent(DnsName name, Failure failure) implements SignatureKey {}

    /// Nothing.
    record Missing(DnsName name) implements SignatureKey {}

    /// Records, usually one. With several the outcome is left to the verifier (RFC 6376 §3.6.2.2);
    /// we try each.
    record Published(DnsName name, List<DkimKeyRecord> records) implements SignatureKey {
        public Published {
            records = List.copyOf(records);
        }
    }

    /// More records at one name are not tried.
    int MAX_RECORDS = 4;

    /// More names are not asked for at the same time.
    int MAX_AT_ONCE = 10;

    /// Asks for several at a time, each name once.
    static Map<DnsName, SignatureKey> at(Set<DnsName> distinct, Dns dns) {
        var names = List.copyOf(distinct);
        var keys =
                names.size() == 1
                        ? List.of(at(names.getFirst(), dns))
                        : Parallel.map(names, MAX_AT_ONCE, name -> at(name, dns));
        var keyOf = new HashMap<DnsName, SignatureKey>();
        for (int i = 0; i < names.size(); i++) {
            keyOf.put(names.get(i), keys.get(i));
        }
        return keyOf;
    }

    private static List<DkimKeyRecord> read(List<Rdata.Text> texts) {
        var records = new ArrayList<DkimKeyRecord>(1);
        for (var text : texts.subList(0, Math.min(MAX_RECORDS, texts.size()))) {
            records.add(DkimKeyRecord.read(text.joined()));
        }
        return records;
    }

    /// Asks.
    static SignatureKey at(DnsName name, Dns dns) {
        if (!name.isWellFormed()) {
            return new Missing(name);
        }
        return switch (dns.txt(name)) {
            case Answer.Data<Rdata.Text>(var records, _, _, _, _) ->
                    new Published(name, read(records));
            case Answer.NoData<Rdata.Text> _, Answer.NxDomain<Rdata.Text> _ -> new Missing(name);
            case Answer.Failed<Rdata.Text>(var failure, _, _) -> new Silent(name, failure);
        };
    }
}
