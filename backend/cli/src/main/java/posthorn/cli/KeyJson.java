package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.dkim.DkimKey;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.dkim.TagList;

/// A key record (RFC 6376 §3.6.1) as a JSON object.
final class KeyJson {

    private static final int ED25519_BITS = 256;

    private KeyJson() {}

    static Map<String, Object> of(DkimKeyRecord record) {
        var json = new LinkedHashMap<String, Object>();
        json.put("record", record.text());
        json.put("type", record.type());
        bits(record).ifPresent(bits -> json.put("bits", bits));
        json.put("state", state(record));
        json.put("testing", record.isTesting());
        json.put("strict", record.isStrict());
        json.put("flags", parts(record, "t"));
        json.put("services", parts(record, "s"));
        json.put("hashes", parts(record, "h"));
        json.put("tags", tags(record.tags()));
        json.put("faults", faults(record.text(), record.faults()));
        return json;
    }

    /// The length of the key, where there is one.
    static Optional<Integer> bits(DkimKeyRecord record) {
        return switch (record.key()) {
            case DkimKey.Rsa rsa -> Optional.of(rsa.bits());
            case DkimKey.Ed25519 _ -> Optional.of(ED25519_BITS);
            case DkimKey.Revoked _,
                    DkimKey.WrongLength _,
                    DkimKey.UnknownType _,
                    DkimKey.Damaged _ ->
                    Optional.empty();
        };
    }

    /// One word for what the key is good for.
    static String state(DkimKeyRecord record) {
        if (record.isRevoked()) {
            return "revoked";
        }
        return record.isUsable() ? "usable" : "unusable";
    }

    private static List<String> parts(DkimKeyRecord record, String tag) {
        return record.tags().value(tag).stream()
                .flatMap(value -> TagList.parts(value, ':').stream())
                .toList();
    }

    static Map<String, String> tags(TagList tags) {
        var json = new LinkedHashMap<String, String>();
        tags.tags().forEach(tag -> json.putIfAbsent(tag.name(), tag.value()));
        return json;
    }

    static List<Map<String, Object>> faults(String text, List<Fault> faults) {
        return faults.stream()
                .map(fault ->
                        Json.object(
                                "at", fault.at(),
                                "length", fault.length(),
                                "code", fault.code(),
                                "text", fault.in(text)))
                .toList();
    }
}
