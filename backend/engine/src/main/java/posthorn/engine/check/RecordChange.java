package posthorn.engine.check;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// A change of the records of one type at one name: some go, others come.
///
/// @param gone the records to delete
/// @param published the records to publish
public record RecordChange(
        DnsName name, RecordType type, List<String> gone, List<String> published) {

    public RecordChange {
        gone = List.copyOf(gone);
        published = List.copyOf(published);
    }

    /// Whether new records stand in place of old ones.
    public boolean isReplacement() {
        return !gone.isEmpty() && !published.isEmpty();
    }

    /// The same as remedies: what goes before what comes.
    public List<Remedy> remedies() {
        return Stream.<Remedy>concat(
                        gone.stream().map(value -> new Remedy.Remove(name, type, value)),
                        published.stream().map(value -> new Remedy.Publish(name, type, value)))
                .toList();
    }
}
