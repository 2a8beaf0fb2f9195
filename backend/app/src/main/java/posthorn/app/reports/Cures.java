package posthorn.app.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Finding;
import posthorn.engine.check.RecordChange;
import posthorn.engine.check.Remedies;
import posthorn.engine.check.Remedy;
import posthorn.engine.mask.Entry;
import posthorn.engine.mask.Field;
import posthorn.engine.mask.Hint;
import posthorn.engine.mask.HostedZone;
import posthorn.engine.mask.Mask;
import posthorn.engine.mask.Masks;
import posthorn.engine.mask.ZoneLine;

/// The remedies of a report's findings, as the reader's DNS host wants them typed.
///
/// @param report all findings of the domain: what several of them ask of one record is one change
record Cures(HostedZone hosted, List<Finding> report, MessageSource messages, Locale locale) {

    Cures {
        report = List.copyOf(report);
    }

    /// The changes that cure a finding.
    List<Cure> of(Finding finding) {
        var shared = Remedies.shared(finding, report);
        return Remedies.of(finding, report).stream().map(change -> cure(change, shared)).toList();
    }

    /// Whose form this is, and the others.
    HostChoice choice() {
        return new HostChoice(
                hosted.mask().id(),
                name(hosted.mask()),
                hosted.recognised(),
                Masks.builtIn().all().stream()
                        .map(mask -> new HostChoice.Option(mask.id(), name(mask)))
                        .toList());
    }

    private Cure cure(RecordChange change, List<String> shared) {
        var entries =
                change.published().stream()
                        .map(value -> new Remedy.Publish(change.name(), change.type(), value))
                        .map(publish -> hosted.mask().of(publish, hosted.zone()))
                        .toList();
        var hints = hints(change, entries, shared);
        boolean elsewhere = isElsewhere(change);
        return new Cure(
                verb(change),
                change.type().name(),
                Shown.of(change.name()),
                change.gone().stream().map(Shown::of).toList(),
                elsewhere || entries.isEmpty() ? "" : where(),
                elsewhere || isLine() ? List.of() : entries.stream().map(this::form).toList(),
                hints,
                change.remedies().stream()
                        .filter(Remedy.Publish.class::isInstance)
                        .map(ZoneLine::of)
                        .map(Shown::of)
                        .toList());
    }

    private static String verb(RecordChange change) {
        if (change.isReplacement()) {
            return "replace";
        }
        return change.gone().isEmpty() ? "publish" : "remove";
    }

    /// Whether the record belongs to somebody else's zone.
    private boolean isElsewhere(RecordChange change) {
        return entry(change).hints().stream()
                .map(Hint::kind)
                .anyMatch(kind -> kind == Hint.Kind.OUTSIDE || kind == Hint.Kind.REVERSE);
    }

    /// Whether the line of a zone file is all there is to show.
    private boolean isLine() {
        return hosted.mask().id().equals(Masks.ZONE_FILE);
    }

    private Entry entry(RecordChange change) {
        return hosted.mask().of(change.remedies().getFirst(), hosted.zone());
    }

    private String where() {
        var mask = hosted.mask();
        return mask.isOfHost()
                ? say("reports.mask.at", mask.name(), mask.menu(locale))
                : say("reports.mask.at." + mask.id());
    }

    private Cure.Form form(Entry entry) {
        return new Cure.Form(entry.fields().stream().map(this::field).toList());
    }

    private Cure.Field field(Field field) {
        return new Cure.Field(say("reports.mask.field." + field.label()), Shown.of(field.value()));
    }

    private List<String> hints(RecordChange change, List<Entry> entries, List<String> shared) {
        var told = new ArrayList<Hint>();
        (entries.isEmpty() ? List.of(entry(change)) : entries)
                .stream().flatMap(entry -> entry.hints().stream()).distinct().forEach(told::add);
        if (entries.isEmpty()) {
            told.removeIf(
                    hint -> hint.kind() == Hint.Kind.PIECES || hint.kind() == Hint.Kind.UNSURE);
        }
        var hints = new ArrayList<>(told.stream().map(this::hint).toList());
        if (!shared.isEmpty()) {
            hints.addFirst(say("reports.mask.shared", String.join(", ", shared)));
        }
        return hints;
    }

    private String hint(Hint hint) {
        if (hint.kind() == Hint.Kind.QUIRK) {
            return say("reports.mask.quirk." + hint.about(), name());
        }
        boolean any = hint.kind() == Hint.Kind.UNSURE && !hosted.mask().isOfHost();
        var key = "reports.mask.hint." + hint.kind() + (any ? ".any" : "");
        return say(key, Shown.of(hint.about()), name());
    }

    private String name() {
        return name(hosted.mask());
    }

    private String name(Mask mask) {
        return mask.isOfHost() ? mask.name() : say("reports.mask.name." + mask.id());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
