package posthorn.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.outside.RecordType;

/// The remedies of several findings as one: what each record would be if all were carried out, so
/// that no two ask for different texts of the same record.
public final class Remedies {

    private Remedies() {}

    /// The changes that cure all of `findings`, each record once. Where two want opposite things,
    /// the graver finding has its way.
    public static List<RecordChange> changes(List<Finding> findings) {
        var places = new LinkedHashMap<RecordPlace, List<RecordEdit>>();
        findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .forEach(finding ->
                        edits(finding)
                                .forEach((place, edit) ->
                                        places.computeIfAbsent(place, _ -> new ArrayList<>())
                                                .add(edit)));
        return places.entrySet().stream()
                .map(entry -> change(entry.getKey(), entry.getValue()))
                .filter(change -> !change.gone().isEmpty() || !change.published().isEmpty())
                .sorted(Comparator.comparing(change -> !isAliasGone(change)))
                .toList();
    }

    /// The changes that cure `finding`, which also do what the other findings of the report ask of
    /// the same records. What is merely told asks nothing of others.
    public static List<RecordChange> of(Finding finding, List<Finding> report) {
        var places = edits(finding).keySet();
        var all = new ArrayList<Finding>();
        all.add(finding);
        report.stream()
                .filter(other -> other.severity() != Severity.INFO && !other.equals(finding))
                .forEach(all::add);
        return changes(all).stream().filter(change -> isAt(places, change)).toList();
    }

    /// The codes of the other findings of the report that the changes for `finding` also cure.
    public static List<String> shared(Finding finding, List<Finding> report) {
        var places = edits(finding).keySet();
        return report.stream()
                .filter(other -> other.severity() != Severity.INFO && !other.isSameAs(finding))
                .filter(other -> edits(other).keySet().stream().anyMatch(places::contains))
                .map(Finding::code)
                .distinct()
                .toList();
    }

    private static boolean isAt(Set<RecordPlace> places, RecordChange change) {
        return change.remedies().stream().map(RecordPlace::of).anyMatch(places::contains);
    }

    /// An alias has to go before other records can come.
    private static boolean isAliasGone(RecordChange change) {
        return change.type() == RecordType.CNAME && change.published().isEmpty();
    }

    private static Map<RecordPlace, RecordEdit> edits(Finding finding) {
        var remedies = finding.remedies();
        var places = new LinkedHashMap<RecordPlace, RecordEdit>();
        for (var remedy : remedies) {
            var place = RecordPlace.of(remedy, remedies);
            var before = places.getOrDefault(place, new RecordEdit(List.of(), List.of()));
            places.put(place, before.and(remedy));
        }
        return places;
    }

    /// What would go and come again is there and stays.
    private static RecordChange change(RecordPlace place, List<RecordEdit> edits) {
        var gone = new LinkedHashSet<String>();
        edits.forEach(edit -> gone.addAll(edit.gone()));
        var published = published(place, edits);
        var stays = published.stream().filter(gone::contains).toList();
        gone.removeAll(stays);
        published.removeAll(stays);
        return new RecordChange(
                place.name(), place.type(), List.copyOf(gone), List.copyOf(published));
    }

    private static Set<String> published(RecordPlace place, List<RecordEdit> edits) {
        if (place.isSingle()) {
            return MergedText.of(edits).stream()
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return edits.stream()
                .flatMap(edit -> edit.published().stream())
                .limit(place.type() == RecordType.CNAME ? 1 : Long.MAX_VALUE)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
