package posthorn.engine.dnsbl;

import java.util.List;
import java.util.Set;
import posthorn.engine.check.Finding;

/// Listings whose list cannot be asked any more. That a list fell silent does not mean that it took
/// the entry back.
public final class SilentLists {

    private static final String UNUSABLE = "dnsbl.list-unusable";
    private static final String DISABLED = "dnsbl.list-disabled";
    private static final Set<Object> SILENCE =
            Set.of(Trouble.UNANSWERED.name(), Trouble.REFUSED.name());
    private static final String LISTED = "dnsbl.listed-";

    private SilentLists() {}

    /// The listings among `before` about which `now` says nothing because their list is unusable.
    public static List<Finding> listings(List<Finding> before, List<Finding> now) {
        var silent = now.stream().filter(SilentLists::isSilence).toList();
        return before.stream()
                .filter(finding -> finding.code().startsWith(LISTED))
                .filter(finding -> now.stream().noneMatch(finding::isSameAs))
                .filter(finding -> silent.stream().anyMatch(list -> isOf(finding, list)))
                .toList();
    }

    /// A list that is disabled because it died accuses nobody any more; one that only refuses to
    /// answer us goes on accusing others' mail.
    private static boolean isSilence(Finding finding) {
        return finding.code().equals(UNUSABLE)
                || (finding.code().equals(DISABLED)
                        && SILENCE.contains(finding.evidence().get("trouble")));
    }

    /// The subject of a listing is what is listed and the list's id.
    private static boolean isOf(Finding listing, Finding list) {
        return listing.subject().endsWith(" " + list.subject());
    }
}
