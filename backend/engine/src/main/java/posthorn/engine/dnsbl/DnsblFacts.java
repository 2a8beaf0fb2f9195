package posthorn.engine.dnsbl;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;

/// What the lists said.
///
/// @param table all lists in service, asked or not
/// @param silent hosts, or the domain, whose addresses could not be learned
/// @param plan who was to be asked about what
/// @param health of each list for each kind, in the order of the plan
/// @param replies of healthy lists, in the order of lists, then subjects
public record DnsblFacts(
        Target target,
        List<DnsList> table,
        List<DnsName> silent,
        Plan plan,
        List<ListHealth> health,
        List<Reply> replies) {

    /// What a list said about a subject.
    ///
    /// @param reason the list's own words about a listing, or nothing
    record Reply(
            DnsList list, Subject subject, ListAnswer answer, String reason, SecondOpinion second) {

        boolean has(ListCode.Meaning meaning) {
            return answer instanceof ListAnswer.Coded coded && coded.has(meaning);
        }
    }

    public DnsblFacts {
        table = List.copyOf(table);
        silent = List.copyOf(silent);
        health = List.copyOf(health);
        replies = List.copyOf(replies);
    }

    /// The lists that failed their test.
    Stream<ListHealth.Unusable> unusable() {
        return health.stream()
                .filter(ListHealth.Unusable.class::isInstance)
                .map(ListHealth.Unusable.class::cast);
    }

    /// The lists that are not asked at present.
    Stream<ListHealth.Off> disabled() {
        return health.stream()
                .filter(ListHealth.Off.class::isInstance)
                .map(ListHealth.Off.class::cast);
    }

    /// The replies that say nothing.
    Stream<Reply> unclear() {
        return replies.stream().filter(r -> r.answer() instanceof ListAnswer.Unclear);
    }

    /// Whether a list could be used for every subject of a kind.
    boolean isUsable(DnsList list, SubjectKind kind) {
        return health.contains(new ListHealth.Healthy(list, kind))
                && unclear().noneMatch(r -> r.list().equals(list) && r.subject().kind() == kind);
    }
}
