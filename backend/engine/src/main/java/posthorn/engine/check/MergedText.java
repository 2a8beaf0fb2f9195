package posthorn.engine.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Several versions of one record as one: what any of them changed in the record they began with is
/// changed; where two changed the same differently, the first has its way.
final class MergedText {

    private static final String SPF = "v=spf1";

    private MergedText() {}

    /// The merged text; none where nothing is published.
    static Optional<String> of(List<RecordEdit> edits) {
        var merged = "";
        var base = "";
        for (var edit : edits) {
            for (var text : edit.published()) {
                var common = edit.base().equals(base) ? base : "";
                merged = merged.isEmpty() ? text : of(common, merged, text);
                base = base.isEmpty() ? edit.base() : base;
            }
        }
        return merged.isEmpty() ? Optional.empty() : Optional.of(merged);
    }

    private static String of(String base, String first, String second) {
        if (first.equals(second)) {
            return first;
        }
        return first.toLowerCase(Locale.ROOT).startsWith(SPF)
                ? MergedTerms.of(base, first, second)
                : tags(base, first, second);
    }

    /// A tag that one leaves out stays out, whatever the other makes of it.
    private static String tags(String base, String first, String second) {
        var before = tags(base);
        var merged = tags(first);
        var other = tags(second);
        other.forEach((name, value) -> {
            if (Objects.equals(merged.get(name), before.get(name))) {
                merged.put(name, value);
            }
        });
        before.keySet().stream().filter(name -> !other.containsKey(name)).forEach(merged::remove);
        return String.join("; ", merged.values());
    }

    /// The tags by name, each as it is written.
    private static Map<String, String> tags(String text) {
        var tags = new LinkedHashMap<String, String>();
        for (var piece : text.split(";", -1)) {
            var tag = piece.strip();
            int equals = tag.indexOf('=');
            if (!tag.isEmpty()) {
                var name = equals < 0 ? tag : tag.substring(0, equals).strip();
                tags.putIfAbsent(name.toLowerCase(Locale.ROOT), tag);
            }
        }
        return tags;
    }
}
