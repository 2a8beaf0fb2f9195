package posthorn.engine.check;

import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// A change that cures a finding.
public sealed interface Remedy {

    /// Publish this record. `value` is the data as a person types it: the text of a TXT record
    /// without quotes, `10 mail.example.org.` for an MX.
    record Publish(DnsName name, RecordType type, String value) implements Remedy {}

    /// Delete this record.
    record Remove(DnsName name, RecordType type, String value) implements Remedy {}
}
