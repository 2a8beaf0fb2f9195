package posthorn.engine.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import posthorn.engine.message.HeaderField;

/// The header fields that `z` has copied when the message was signed (RFC 6376 §3.5), where they
/// differ from those there are now.
final class CopiedFields {

    private static final int MAX_COPIES = 100;

    private CopiedFields() {}

    static List<HeaderVariants.Variant> of(DkimSignature signature, List<HeaderField> chosen) {
        var variants = new ArrayList<HeaderVariants.Variant>();
        if (!signature.tags().has("z")) {
            return variants;
        }
        for (var copy : signature.tags().raw("z").split("\\|", MAX_COPIES)) {
            var text = QuotedPrintable.decode(copy);
            int colon = text.indexOf(':');
            if (colon > 0) {
                add(variants, chosen, text, text.substring(0, colon).strip());
            }
        }
        return variants;
    }

    private static void add(
            List<HeaderVariants.Variant> variants,
            List<HeaderField> chosen,
            String text,
            String name) {
        var copied = HeaderField.of(text);
        for (int at = 0; at < chosen.size(); at++) {
            var field = chosen.get(at);
            int here = at;
            boolean isTaken = variants.stream().anyMatch(variant -> variant.at() == here);
            if (field.is(name.toLowerCase(Locale.ROOT)) && !isTaken) {
                if (!field.text().equals(copied.text())) {
                    variants.add(
                            HeaderVariants.Variant.other(at, field, FieldChange.Kind.TEXT, copied));
                }
                return;
            }
        }
    }
}
