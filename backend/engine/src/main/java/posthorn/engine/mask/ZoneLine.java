package posthorn.engine.mask;

import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.RecordType;

/// A record as a line of a zone file (RFC 1035 §5.1).
public final class ZoneLine {

    private ZoneLine() {}

    /// The line of the record that is published or deleted.
    public static String of(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, var value) -> line(name, type, value);
            case Remedy.Remove(var name, var type, var value) -> line(name, type, value);
        };
    }

    private static String line(DnsName name, RecordType type, String value) {
        var data = RecordData.of(type, value).map(MasterText::of).orElse(value);
        return name.text() + ". " + type + " " + data;
    }
}
