package posthorn.engine.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// Where a record stands, and among TXT records which: a name can have one record of each standard,
/// told by its version.
///
/// @param standard how its text begins, `v=spf1`; the whole text where it has no version; empty for
///   other types
record RecordPlace(DnsName name, RecordType type, String standard) {

    private static final Pattern VERSION = Pattern.compile("v=[a-z0-9]+");

    /// The place of a remedy among those of its finding: what is deleted in favour of a record
    /// stands where that record will stand.
    static RecordPlace of(Remedy remedy, List<Remedy> all) {
        var own = of(remedy);
        return all.stream()
                .filter(Remedy.Publish.class::isInstance)
                .map(RecordPlace::of)
                .filter(place -> place.name.equals(own.name) && place.type == own.type)
                .findFirst()
                .orElse(own);
    }

    static RecordPlace of(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, var value) -> of(name, type, value);
            case Remedy.Remove(var name, var type, var value) -> of(name, type, value);
        };
    }

    private static RecordPlace of(DnsName name, RecordType type, String value) {
        return new RecordPlace(name, type, type == RecordType.TXT ? standard(value) : "");
    }

    private static String standard(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var version = VERSION.matcher(lower);
        return version.lookingAt() ? version.group() : text;
    }

    /// Whether one record at most can stand here.
    boolean isSingle() {
        return standard.startsWith("v=");
    }
}
