package posthorn.engine.mtasts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;

/// The record that says that a domain has a policy, and by its `id` whether it is a new one (RFC
/// 8461 §3.1).
///
/// @param id empty where there is none that counts
public record StsRecord(String text, String id, List<Fault> faults) {

    static final String INVALID = "mtasts.txt-invalid";

    private static final String VERSION = "v=STSv1";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern MEANT =
            Pattern.compile("(?i)[ \t\"]{0,9}v?[ \t]{0,9}=?[ \t]{0,9}\"?STSv[0-9]");
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9]");
    private static final int LONGEST_ID = 32;

    public StsRecord {
        faults = List.copyOf(faults);
    }

    /// Whether text counts as a record.
    static boolean isRecord(String text) {
        return FieldList.begins(text, VERSION);
    }

    /// Whether text was meant as a record.
    static boolean isMeant(String text) {
        return MEANT.matcher(text).lookingAt();
    }

    /// Reads text by the grammar.
    public static Parsed<StsRecord> parse(String text) {
        var record = read(text);
        return record.faults().isEmpty()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(text, record.faults());
    }

    /// Reads what can be read; the record names its faults itself.
    static StsRecord read(String text) {
        var list = FieldList.read(text, VERSION, Set.of("id"), INVALID);
        var faults = new ArrayList<>(list.faults());
        var field = list.field("id");
        if (field.isEmpty()) {
            faults.add(new Fault(text.length(), 0, INVALID));
            return new StsRecord(text, "", faults);
        }
        var id = field.get().value();
        if (!ID.matcher(id).matches()) {
            faults.add(new Fault(field.get().valueAt(), id.length(), INVALID));
            return new StsRecord(text, "", faults);
        }
        return new StsRecord(text, isRecord(text) ? id : "", faults);
    }

    /// Whether senders take it for a record, whatever else is wrong.
    boolean counts() {
        return !id.isEmpty();
    }

    /// The record as it should be; `fresh` is the id where none can be kept.
    String cleaned(String fresh) {
        var kept =
                FieldList.read(text, VERSION, Set.of("id"), INVALID)
                        .field("id")
                        .map(field -> ODD.matcher(field.value()).replaceAll(""))
                        .map(id -> id.substring(0, Math.min(id.length(), LONGEST_ID)))
                        .filter(id -> !id.isEmpty())
                        .orElse(fresh);
        return VERSION + "; id=" + kept;
    }
}
