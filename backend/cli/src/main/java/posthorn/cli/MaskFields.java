package posthorn.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.check.RecordChange;
import posthorn.engine.check.Remedy;
import posthorn.engine.mask.Entry;
import posthorn.engine.mask.Field;
import posthorn.engine.mask.Hint;
import posthorn.engine.mask.HostedZone;
import posthorn.engine.mask.Mask;
import posthorn.engine.mask.Masks;

/// Records field by field, as the form of a DNS host wants them.
record MaskFields(HostedZone hosted, Page page, int indent) {

    /// The word for the host that the name servers tell.
    static final String AUTO = "auto";

    /// All ids that can be asked for.
    static String[] ids() {
        return Stream.concat(Stream.of(AUTO), Masks.builtIn().all().stream().map(Mask::id))
                .toArray(String[]::new);
    }

    /// The id a person wrote.
    static String id(String text) {
        if (!List.of(ids()).contains(text)) {
            throw UsageError.of("mask").with("value", text).with("masks", String.join(", ", ids()));
        }
        return text;
    }

    /// The records to publish, and what to know; whether they have been printed, which lines of a
    /// zone file and records of other zones are not.
    boolean print(RecordChange change) {
        var mask = hosted.mask();
        var entries =
                change.published().stream()
                        .map(value -> new Remedy.Publish(change.name(), change.type(), value))
                        .map(publish -> mask.of(publish, hosted.zone()))
                        .toList();
        boolean own =
                !mask.id().equals(Masks.ZONE_FILE)
                        && entries.stream().noneMatch(MaskFields::isElsewhere);
        entries.forEach(entry -> {
            if (own) {
                where(mask);
                entry.fields().forEach(this::field);
            }
            entry.hints().forEach(this::hint);
        });
        return own;
    }

    private static boolean isElsewhere(Entry entry) {
        return entry.hints().stream()
                .anyMatch(hint ->
                        hint.kind() == Hint.Kind.OUTSIDE || hint.kind() == Hint.Kind.REVERSE);
    }

    private void where(Mask mask) {
        if (mask.isOfHost()) {
            var menu = mask.menu(page.messages().locale());
            page.text(indent, mask.name() + ": " + menu, Page.Ink.PLAIN);
        }
    }

    private void field(Field field) {
        var label = page.messages().say("mask.field." + field.label());
        var value = field.value().isEmpty() ? page.messages().say("mask.empty") : field.value();
        page.copy(indent + 2, label + ": " + value);
    }

    private void hint(Hint hint) {
        var values = Map.of("about", hint.about(), "host", hosted.mask().name());
        page.text(indent, page.messages().say(key(hint), values), Page.Ink.FAINT);
    }

    private String key(Hint hint) {
        if (hint.kind() == Hint.Kind.QUIRK) {
            return "mask.quirk." + hint.about();
        }
        boolean any = hint.kind() == Hint.Kind.UNSURE && !hosted.mask().isOfHost();
        return "mask.hint." + hint.kind() + (any ? ".any" : "");
    }
}
