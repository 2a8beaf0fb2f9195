package posthorn.engine.dnssec;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// The records of one type at one name with the signatures over them, as they are published.
record SignedSet(DnsName name, RecordType type, Answer<Rdata> published) {

    List<Rdata.Rrsig> signatures() {
        return published.records().stream()
                .filter(Rdata.Rrsig.class::isInstance)
                .map(Rdata.Rrsig.class::cast)
                .toList();
    }

    /// The keys, where it is a set of such.
    List<ZoneKey> keys() {
        return published.records().stream()
                .filter(Rdata.Dnskey.class::isInstance)
                .map(record -> new ZoneKey((Rdata.Dnskey) record))
                .toList();
    }

    /// The signature that ends last: one that holds is enough (RFC 6840 §5.11).
    Optional<Rdata.Rrsig> lasting() {
        return signatures().stream().max(Comparator.comparing(Rdata.Rrsig::expiration));
    }
}
