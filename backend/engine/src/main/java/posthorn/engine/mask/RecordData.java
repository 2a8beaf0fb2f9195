package posthorn.engine.mask;

import java.util.Optional;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.ZoneReader;

/// The data of a remedy.
final class RecordData {

    private RecordData() {}

    /// The data behind `value`; empty for what no zone file holds, which is then shown as it is.
    static Optional<Rdata> of(RecordType type, String value) {
        try {
            return Optional.of(MasterText.read(type, value));
        } catch (ZoneReader.Unreadable _) {
            return Optional.empty();
        }
    }
}
