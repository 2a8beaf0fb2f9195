package posthorn.engine.tlsrpt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.mtasts.FieldList;

/// The record that says where reports go (RFC 8460 §3).
///
/// @param rua the addresses that can be used
public record TlsRptRecord(String text, List<String> rua, List<Fault> faults) {

    static final String INVALID = "tlsrpt.invalid";

    private static final String VERSION = "v=TLSRPTv1";
    private static final Pattern MEANT =
            Pattern.compile("(?i)[ \t\"]{0,9}v?[ \t]{0,9}=?[ \t]{0,9}\"?TLS-?RPTv?[0-9]");
    // What repeats does so possessively: in Java all else takes stack for each round.
    private static final String HOST =
            "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?)*+";
    private static final String REST = "(?:%[0-9A-Fa-f]{2}|[!-~&&[^%,;<>\"\\\\^`{|}]])*+";
    private static final Pattern MAILTO =
            Pattern.compile(
                    "(?i)mailto:(?:%[0-9A-F]{2}|[!-~&&[^%@,!;?<>\"\\\\^`{|}]]){1,256}@"
                            + HOST
                            + "(?:\\?"
                            + REST
                            + ")?");
    private static final Pattern HTTPS =
            Pattern.compile("(?i)https://" + HOST + "(?::[0-9]{1,5})?(?:[/?#]" + REST + ")?");

    public TlsRptRecord {
        rua = List.copyOf(rua);
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
    public static Parsed<TlsRptRecord> parse(String text) {
        var record = read(text);
        return record.faults().isEmpty()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(text, record.faults());
    }

    /// Reads what can be read; the record names its faults itself.
    static TlsRptRecord read(String text) {
        var list = FieldList.read(text, VERSION, Set.of("rua"), INVALID);
        var faults = new ArrayList<>(list.faults());
        var rua = new ArrayList<String>();
        var fields = list.fields().stream().filter(field -> field.name().equals("rua")).toList();
        fields.forEach(field -> addresses(field, rua, faults));
        if (fields.isEmpty()) {
            faults.add(new Fault(text.length(), 0, INVALID));
        }
        return new TlsRptRecord(text, rua, faults);
    }

    private static void addresses(FieldList.Field field, List<String> rua, List<Fault> faults) {
        int at = field.valueAt();
        int end = at + field.value().length();
        while (at <= end) {
            int comma = field.value().indexOf(',', at - field.valueAt());
            int next = comma < 0 ? end : field.valueAt() + comma;
            var piece = field.value().substring(at - field.valueAt(), next - field.valueAt());
            var address = piece.strip();
            if (isAddress(address)) {
                rua.add(address);
            } else {
                faults.add(new Fault(at, piece.length(), INVALID));
            }
            at = next + 1;
        }
    }

    private static boolean isAddress(String text) {
        return MAILTO.matcher(text).matches() || HTTPS.matcher(text).matches();
    }

    /// The record as it should be; `fresh` is where reports go if no address can be kept.
    String cleaned(String fresh) {
        var kept = rua.isEmpty() ? List.of(fresh) : rua;
        return VERSION + "; rua=" + String.join(",", kept);
    }
}
